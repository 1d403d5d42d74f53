-- Which rows of indicators stand in one page of the table?
-- Parameters: waves, institution_types, planning_regions, municipalities, evidences, indicators,
--   areas, boundary_sets, lang (as in export_indicators); sort (a column of the table, '' for the
--   order of the export), down (whether the largest comes first), skip, size (rows before the page
--   and in it); codes, names (what indicators, types, regions and '' for Latvia are called in that
--   language), unnamed (what stands where a row has a caveat and no source).
-- Columns: those of /export/indicators.csv, as export_indicators has them.
-- Order: sort, what it does not know last either way; equal ones as in export_indicators.

with
latest as (  -- the survey before, of those that a wave is compared with
    select
        wave,
        boundary_set,
        max(wave_before) as wave_before
    from indicator_change
    group by wave, boundary_set
),

shown as (
    select
        v.*,
        m.name_nom as municipality,
        case when $lang = 'lv' then w.title_lv else w.title_en end as survey,
        row_number() over (
            order by
                v.wave,
                v.indicator,
                v.institution_type,
                v.boundary_set,
                v.municipality_code = '',
                v.municipality_code,
                v.planning_region = '',
                v.planning_region
        ) as in_export
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
),

source_text as (  -- of all rows, and therefore only where they are sorted by it
    select
        c.in_export,
        string_agg(
            case when $lang = 'lv' then l.label_lv else l.label_en end, '; ' order by l.position
        ) as text
    from (
        select
            in_export,
            unnest(sources) as code
        from shown
        where $sort = 'source'
    ) as c
    inner join label as l on l.kind = 'source' and c.code = l.code
    group by c.in_export
),

keyed as (  -- what the rows are sorted by: a number or a text, neither where there is nothing
    select
        s.*,
        case
            when $sort = 'numerator' then s.numerator
            when $sort = 'denominator' then s.denominator
            -- An estimate is not compared with anything: it stays behind what is known.
            when $sort = 'value' and s.evidence != 'estimated' then s.value
            when $sort = 'lower' and s.evidence != 'estimated' then s.lower
            when $sort = 'upper' and s.evidence != 'estimated' then s.upper
            when $sort = 'change' and c.upper - c.lower <= 1e-9 then c.lower
            when $sort = 'evidence' then enum_code(s.evidence)
        end as number,
        case
            when $sort = 'code' then nullif(s.municipality_code, '')
            when $sort = 'municipality'
                then coalesce(
                    s.municipality,
                    list_extract($names, list_position($codes, s.planning_region))
                )
            when $sort = 'survey' then s.survey
            when $sort = 'boundaries' then s.boundary_set
            when $sort = 'indicator'
                then list_extract($names, list_position($codes, s.indicator))
            when
                $sort = 'institutions'
                then list_extract($names, list_position($codes, s.institution_type))
            when $sort = 'source'
                then coalesce(t.text, case when len(s.caveats) > 0 then $unnamed end)
        end as text
    from shown as s
    left join source_text as t using (in_export)
    left join latest as b
        on $sort = 'change' and s.wave = b.wave and s.boundary_set = b.boundary_set
    left join indicator_change as c
        on
            $sort = 'change'
            and s.wave = c.wave
            and b.wave_before = c.wave_before
            and s.boundary_set = c.boundary_set
            and s.indicator = c.indicator
            and s.institution_type = c.institution_type
            and s.municipality_code = c.municipality_code
            and s.planning_region = c.planning_region
),

ranked as (  -- a text stands where the language of the page has it
    select
        *,
        dense_rank() over (
            order by
                number asc,
                case when $lang = 'lv' then text end collate lv asc,
                case when $lang = 'en' then text end collate en asc
        ) * (case when $down then -1 else 1 end) as place
    from keyed
),

page as materialized (
    select *
    from ranked
    order by
        number is null and text is null,
        place,
        in_export
    limit $size offset $skip
),

told as (
    select
        c.in_export,
        string_agg(
            case when $lang = 'lv' then l.label_lv else l.label_en end, '; ' order by l.position
        ) filter (where c.kind = 'source') as source,
        string_agg(
            case when $lang = 'lv' then l.label_lv else l.label_en end, ' ' order by l.position
        ) filter (where c.kind = 'caveat') as caveat
    from (
        select
            in_export,
            'source' as kind,
            unnest(sources) as code
        from page
        union all
        select
            in_export,
            'caveat' as kind,
            unnest(caveats) as code
        from page
    ) as c
    inner join label as l using (kind, code)
    group by c.in_export
)

select
    p.wave,
    p.indicator,
    p.institution_type,
    p.boundary_set,
    nullif(p.municipality_code, '') as municipality_code,
    p.municipality,
    nullif(p.planning_region, '') as planning_region,
    p.numerator,
    p.denominator,
    p.value,
    p.lower,
    p.upper,
    p.evidence,
    t.source,
    t.caveat
from page as p
left join told as t using (in_export)
order by
    p.number is null and p.text is null,
    p.place,
    p.in_export;
