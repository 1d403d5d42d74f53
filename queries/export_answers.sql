-- Which answers did institutions give, cell by cell, each with its source?
-- Parameters, lists of texts, empty means all: waves, institution_types, planning_regions,
--   municipalities (codes of the chosen boundary set), evidences, questions.
--   boundary_sets (empty means each wave's own). lang (text, 'lv' or 'en').
-- Columns: those of /export/answers.csv; municipality_code, municipality and planning_region are
--   null where the source does not place the institution; such rows are dropped when a region or a
--   municipality is asked for. Order: wave, institution_type, municipality_code (empty last),
--   institution_id, question, answer.

with placed as (
    select
        i.wave,
        i.institution_id,
        i.institution_type::VARCHAR as institution_type,
        case when $lang = 'lv' then i.name_lv else i.name_en end as institution,
        i.sub_unit,
        b.boundary_set,
        case
            when b.boundary_set = w.boundary_set then i.municipality_code else c.to_code
        end as municipality_code
    from institution as i
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
            and i.municipality_code = c.from_code
            and c.seat
)

select
    a.wave,
    a.institution_id,
    p.institution_type,
    p.institution,
    p.sub_unit,
    p.boundary_set,
    p.municipality_code,
    m.name_nom as municipality,
    m.planning_region,
    a.question,
    a.answer,
    a.evidence,
    case when $lang = 'lv' then s.label_lv else s.label_en end as source,
    a.quote,
    (
        select
            string_agg(
                case when $lang = 'lv' then l.label_lv else l.label_en end, ' ' order by l.position
            )
        from label as l
        where l.kind = 'caveat' and list_contains(a.caveats, l.code)
    ) as caveat
from answer as a
inner join placed as p using (wave, institution_id)
left join municipality as m on p.boundary_set = m.boundary_set and p.municipality_code = m.code
left join label as s on s.kind = 'source' and a.source = s.code
where
    (len($waves) = 0 or list_contains($waves, a.wave))
    and (len($institution_types) = 0 or list_contains($institution_types, p.institution_type))
    and (len($planning_regions) = 0 or list_contains($planning_regions, m.planning_region))
    and (len($municipalities) = 0 or list_contains($municipalities, p.municipality_code))
    and (len($evidences) = 0 or list_contains($evidences, a.evidence::VARCHAR))
    and (len($questions) = 0 or list_contains($questions, a.question))
order by
    a.wave,
    p.institution_type,
    p.municipality_code nulls last,
    a.institution_id,
    a.question,
    a.answer,
    p.boundary_set;
