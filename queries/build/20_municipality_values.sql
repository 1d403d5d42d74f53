-- What is each indicator of each municipality and of each planning region?
-- Fills indicator_value for every boundary set that a wave can be shown in; 'all' means the placed
-- courts and services.
-- An institution moves whole to the unit of its seat. Denominator: the institutions whose answer
-- is known or estimated; where others are not published it says so. no_answer only where nobody
-- answered; a zero is always somebody's answer.

insert into indicator_value
with
place as (  -- where each placed institution counts, in every boundary set
    select
        i.wave,
        i.institution_id,
        i.institution_type,
        i.caveats as institution_caveats,
        m.boundary_set,
        m.code,
        m.planning_region
    from institution as i
    inner join wave as w using (wave)
    left join crosswalk as c
        on i.municipality_code = c.from_code and w.boundary_set = c.from_set and c.seat
    inner join municipality as m
        on
            (w.boundary_set = m.boundary_set and i.municipality_code = m.code)
            or (c.to_set = m.boundary_set and c.to_code = m.code)
    group by all
),

area as (
    select
        boundary_set,
        code as municipality_code,
        planning_region
    from municipality
    union all
    select distinct
        boundary_set,
        '' as municipality_code,
        planning_region
    from municipality
),

counted_type as (
    select
        unnest(['orphans_court', 'social_service', 'all']) as institution_type,
        unnest([
            ['orphans_court'],
            ['social_service'],
            ['orphans_court', 'social_service']
        ]) as included
),

cell as (
    select
        w.wave,
        d.indicator,
        t.institution_type,
        a.boundary_set,
        a.municipality_code,
        a.planning_region,
        p.institution_id,
        p.institution_caveats,
        ii.* exclude (wave, institution_id, indicator),
        coalesce(
            ii.evidence in ('named', 'reported', 'derived', 'estimated'), false
        ) as counts
    from area as a
    inner join wave_boundary_set as w using (boundary_set)
    cross join indicator as d
    cross join counted_type as t
    left join place as p
        on
            w.wave = p.wave
            and a.boundary_set = p.boundary_set
            and a.planning_region = p.planning_region
            and (a.municipality_code = '' or a.municipality_code = p.code)
            and list_contains(t.included, p.institution_type)
    left join institution_indicator as ii
        on p.wave = ii.wave and p.institution_id = ii.institution_id and d.indicator = ii.indicator
),

total as (
    select
        wave,
        indicator,
        institution_type,
        boundary_set,
        municipality_code,
        planning_region,
        case
            when bool_or(counts) then max(evidence) filter (where counts)
            when
                bool_or(coalesce(evidence = 'no_answer', false))
                and not bool_or(coalesce(evidence = 'not_published', false)) then 'no_answer'
            else 'not_published'
        end as evidence,
        case
            when bool_or(counts) and bool_and(evidence <> 'estimated') filter (where counts)
                then sum(share) filter (where counts)
        end as numerator,
        nullif(count(*) filter (where counts), 0) as denominator,
        -- In a fixed order: any other would move the last digit.
        list_sum(list(share order by institution_id) filter (where counts))
        / count(*) filter (where counts) as value,
        avg(lower) filter (where counts) as lower,
        avg(upper) filter (where counts) as upper,
        bool_or(counts) as has_value,
        list_sort(
            list_distinct(
                flatten(
                    list(string_split(source, '; ')) filter (
                        where source is not null and (counts or evidence = 'no_answer')
                    )
                )
            )
        ) as sources,
        list_sort(
            list_distinct(
                flatten(list(caveats || institution_caveats) filter (where evidence is not null))
                || case
                    when bool_or(counts) and bool_or(coalesce(evidence = 'not_published', false))
                        then ['partly_published']
                    else []
                end
            )
        ) as caveats
    from cell
    group by all
)

select
    wave,
    indicator,
    institution_type,
    boundary_set,
    municipality_code,
    planning_region,
    numerator,
    denominator,
    value,
    lower,
    upper,
    evidence,
    coalesce(sources, []) as sources,
    coalesce(caveats, []) as caveats,
    case when value = 0 then 0 else ceil(round(value * 5, 9)) end as class
from total;
