-- How many rows of indicators do the filters leave, and how many would another choice leave?
-- Parameters: waves, institution_types, planning_regions, municipalities, evidences, indicators,
--   areas, boundary_sets (lists of texts, as in export_indicators).
-- Columns: facet, value, found; the rows that are left. The facets wave, institution_type,
--   planning_region, evidence and indicator leave out their own filter; shown_wave and
--   shown_boundary_set do not, nor does changed: the rows that tell what changed since the
--   survey before. What has no rows is not there.
-- Order: facet, value.

with
area as (
    select
        v.wave,
        v.boundary_set,
        v.institution_type,
        nullif(v.planning_region, '') as planning_region,
        v.evidence::VARCHAR as evidence,
        v.indicator,
        v.municipality_code,
        len($waves) = 0 or list_contains($waves, v.wave) as of_wave,
        len($institution_types) = 0
        or list_contains($institution_types, v.institution_type) as of_type,
        len($planning_regions) = 0
        or list_contains($planning_regions, v.planning_region) as of_region,
        len($evidences) = 0 or list_contains($evidences, v.evidence::VARCHAR) as of_evidence,
        len($indicators) = 0 or list_contains($indicators, v.indicator) as of_indicator
    from indicator_value as v
    inner join wave as w using (wave)
    where
        (
            list_contains($boundary_sets, v.boundary_set)
            or (len($boundary_sets) = 0 and v.boundary_set = w.boundary_set)
        )
        and (len($municipalities) = 0 or list_contains($municipalities, v.municipality_code))
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
),

shown as (
    select
        wave,
        boundary_set,
        institution_type,
        planning_region,
        indicator,
        municipality_code
    from area
    where of_wave and of_type and of_region and of_evidence and of_indicator
),

latest as (  -- the survey before, of those that a wave is compared with
    select
        wave,
        boundary_set,
        max(wave_before) as wave_before
    from indicator_change
    group by wave, boundary_set
),

one as (
    select
        'wave' as facet,
        wave as value
    from area
    where of_type and of_region and of_evidence and of_indicator
    union all
    select
        'institution_type',
        institution_type
    from area
    where of_wave and of_region and of_evidence and of_indicator
    union all
    select
        'planning_region',
        planning_region
    from area
    where
        of_wave and of_type and of_evidence and of_indicator and planning_region is not null
    union all
    select
        'evidence',
        evidence
    from area
    where of_wave and of_type and of_region and of_indicator
    union all
    select
        'indicator',
        indicator
    from area
    where of_wave and of_type and of_region and of_evidence
    union all
    select
        'shown_wave',
        wave
    from shown
    union all
    select
        'shown_boundary_set',
        boundary_set
    from shown
    union all
    select
        'changed',
        ''
    from shown as s
    inner join latest as l using (wave, boundary_set)
    inner join indicator_change as c
        on
            l.wave = c.wave
            and l.boundary_set = c.boundary_set
            and l.wave_before = c.wave_before
            and s.indicator = c.indicator
            and s.institution_type = c.institution_type
            and s.municipality_code = c.municipality_code
            and coalesce(s.planning_region, '') = c.planning_region
)

select
    facet,
    value,
    count(*) as found
from one
group by facet, value
order by facet, value;
