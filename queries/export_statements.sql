-- What does the source tell in words, statement by statement, and of whom?
-- Parameters, lists of texts, empty means all: waves, institution_types, planning_regions,
--   municipalities (codes of the chosen boundary set), themes.
--   boundary_sets (empty means each wave's own). lang (text, 'lv' or 'en').
-- Columns: those of /export/statements.csv; institution_id and institution are null where the
--   source names no institution, institution_type too where it speaks of none in particular,
--   municipality_code, municipality and planning_region where it names no place; such rows are
--   dropped when a region or a municipality is asked for.
-- Order: wave, statement_id, boundary_set.

with told as (
    select
        s.wave,
        s.statement_id,
        s.theme,
        s.institution_id,
        coalesce(s.institution_type, i.institution_type)::VARCHAR as institution_type,
        case when $lang = 'lv' then i.name_lv else i.name_en end as institution,
        coalesce(i.municipality_code, s.municipality_code) as own_code,
        s.text_lv,
        s.text_en,
        s.source,
        s.quote
    from statement as s
    left join institution as i using (wave, institution_id)
),

placed as (
    select
        t.*,
        b.boundary_set,
        case when b.boundary_set = w.boundary_set then t.own_code else c.to_code end as code
    from told as t
    inner join wave as w using (wave)
    inner join wave_boundary_set as b
        on
            w.wave = b.wave
            and (
                list_contains($boundary_sets, b.boundary_set)
                or (len($boundary_sets) = 0 and w.boundary_set = b.boundary_set)
            )
    left join crosswalk as c
        on
            w.boundary_set = c.from_set
            and b.boundary_set = c.to_set
            and t.own_code = c.from_code
            and c.seat
)

select
    p.wave,
    p.statement_id,
    p.theme,
    p.institution_id,
    p.institution_type,
    p.institution,
    p.boundary_set,
    p.code as municipality_code,
    m.name_nom as municipality,
    m.planning_region,
    p.text_lv,
    p.text_en,
    case when $lang = 'lv' then l.label_lv else l.label_en end as source,
    p.quote
from placed as p
left join municipality as m on p.boundary_set = m.boundary_set and p.code = m.code
left join label as l on l.kind = 'source' and p.source = l.code
where
    (len($waves) = 0 or list_contains($waves, p.wave))
    and (len($institution_types) = 0 or list_contains($institution_types, p.institution_type))
    and (len($planning_regions) = 0 or list_contains($planning_regions, m.planning_region))
    and (len($municipalities) = 0 or list_contains($municipalities, p.code))
    and (len($themes) = 0 or list_contains($themes, p.theme::VARCHAR))
order by p.wave, p.statement_id, p.boundary_set;
