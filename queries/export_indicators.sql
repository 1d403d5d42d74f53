-- What is each indicator of each area, with its numbers, evidence and sources?
-- Parameters, lists of texts, empty means all: waves, institution_types ('all' too),
--   planning_regions, municipalities (codes of the chosen boundary set), evidences, indicators,
--   areas ('municipality', 'region', 'country').
--   boundary_sets (empty means each wave's own). lang (text, 'lv' or 'en').
-- Columns: those of /export/indicators.csv; value, lower, upper are shares 0-1, null where there is
--   no value (see evidence); numerator is null for estimates too. A region row has no
--   municipality_code, Latvia's has no planning_region either. planning_regions keep a region's
--   municipalities and its own row, municipalities keep municipality rows only.
-- Order: wave, indicator, institution_type, boundary_set, municipalities by code, regions, Latvia.

select
    v.wave,
    v.indicator,
    v.institution_type,
    v.boundary_set,
    nullif(v.municipality_code, '') as municipality_code,
    m.name_nom as municipality,
    nullif(v.planning_region, '') as planning_region,
    v.numerator,
    v.denominator,
    v.value,
    v.lower,
    v.upper,
    v.evidence,
    (
        select
            string_agg(
                case when $lang = 'lv' then l.label_lv else l.label_en end, '; ' order by l.position
            )
        from (select unnest(v.sources) as code) as named
        inner join label as l on l.kind = 'source' and named.code = l.code
    ) as source,
    (
        select
            string_agg(
                case when $lang = 'lv' then l.label_lv else l.label_en end, ' ' order by l.position
            )
        from (select unnest(v.caveats) as code) as named
        inner join label as l on l.kind = 'caveat' and named.code = l.code
    ) as caveat
from indicator_value as v
inner join wave as w using (wave)
left join municipality as m
    on v.boundary_set = m.boundary_set and v.municipality_code = m.code
where
    (
        list_contains($boundary_sets, v.boundary_set)
        or (len($boundary_sets) = 0 and v.boundary_set = w.boundary_set)
    )
    and (len($waves) = 0 or list_contains($waves, v.wave))
    and (len($institution_types) = 0 or list_contains($institution_types, v.institution_type))
    and (len($planning_regions) = 0 or list_contains($planning_regions, v.planning_region))
    and (len($municipalities) = 0 or list_contains($municipalities, v.municipality_code))
    and (len($evidences) = 0 or list_contains($evidences, v.evidence::VARCHAR))
    and (len($indicators) = 0 or list_contains($indicators, v.indicator))
    and (
        len($areas) = 0
        or list_contains(
            $areas,
            case
                when v.municipality_code != '' then 'municipality'
                when v.planning_region != '' then 'region'
                else 'country'
            end
        )
    )
order by
    v.wave,
    v.indicator,
    v.institution_type,
    v.boundary_set,
    v.municipality_code = '',
    v.municipality_code,
    v.planning_region = '',
    v.planning_region;
