-- What changed between two waves in each area, and how is each side known?
-- Parameters, lists of texts, empty means all: waves (the later ones), waves_before,
--   institution_types ('all' too), planning_regions, municipalities (codes of the chosen boundary
--   set), evidences (of both sides; a side without institutions has none and is no hindrance),
--   indicators, areas ('municipality', 'region', 'country').
--   boundary_sets (empty means the later wave's own). lang (text, 'lv' or 'en').
-- Columns: wave_before, wave, indicator, institution_type, boundary_set, municipality_code,
--   municipality, planning_region, before_lower, before_upper, before_base, after_lower,
--   after_upper, after_base, lower, upper, reason, caveats, before_evidence, after_evidence,
--   before_source, after_source; reason and caveats are codes that the dashboard puts into
--   words. Counts are of the institutions compared, lower and upper the bounds of the difference
--   of their shares (-1 to 1), all null where there is a reason (null: compared). A region row
--   has no municipality_code, Latvia's has no planning_region either. planning_regions keep a
--   region's municipalities and its own row, municipalities keep municipality rows only.
-- Order: wave, wave_before, indicator, institution_type, boundary_set, municipalities by code,
--   regions, Latvia.

select
    c.wave_before,
    c.wave,
    c.indicator,
    c.institution_type,
    c.boundary_set,
    nullif(c.municipality_code, '') as municipality_code,
    m.name_nom as municipality,
    nullif(c.planning_region, '') as planning_region,
    c.before_lower,
    c.before_upper,
    c.before_base,
    c.after_lower,
    c.after_upper,
    c.after_base,
    c.lower,
    c.upper,
    c.reason,
    c.caveats,
    c.before_evidence,
    c.after_evidence,
    (
        select
            string_agg(
                case when $lang = 'lv' then l.label_lv else l.label_en end, '; ' order by l.position
            )
        from label as l
        where l.kind = 'source' and list_contains(c.before_sources, l.code)
    ) as before_source,
    (
        select
            string_agg(
                case when $lang = 'lv' then l.label_lv else l.label_en end, '; ' order by l.position
            )
        from label as l
        where l.kind = 'source' and list_contains(c.after_sources, l.code)
    ) as after_source
from indicator_change as c
inner join wave as w on c.wave = w.wave
left join municipality as m
    on c.boundary_set = m.boundary_set and c.municipality_code = m.code
where
    (
        list_contains($boundary_sets, c.boundary_set)
        or (len($boundary_sets) = 0 and c.boundary_set = w.boundary_set)
    )
    and (len($waves) = 0 or list_contains($waves, c.wave))
    and (len($waves_before) = 0 or list_contains($waves_before, c.wave_before))
    and (len($institution_types) = 0 or list_contains($institution_types, c.institution_type))
    and (len($planning_regions) = 0 or list_contains($planning_regions, c.planning_region))
    and (len($municipalities) = 0 or list_contains($municipalities, c.municipality_code))
    and (
        len($evidences) = 0
        or (
            list_contains($evidences, coalesce(c.before_evidence::VARCHAR, $evidences[1]))
            and list_contains($evidences, coalesce(c.after_evidence::VARCHAR, $evidences[1]))
        )
    )
    and (len($indicators) = 0 or list_contains($indicators, c.indicator))
    and (
        len($areas) = 0
        or list_contains(
            $areas,
            case
                when c.municipality_code != '' then 'municipality'
                when c.planning_region != '' then 'region'
                else 'country'
            end
        )
    )
order by
    c.wave,
    c.wave_before,
    c.indicator,
    c.institution_type,
    c.boundary_set,
    c.municipality_code = '',
    c.municipality_code,
    c.planning_region = '',
    c.planning_region;
