-- What is each indicator of Latvia? Every institution asked counts, placed or not.
-- Fills indicator_value with code and region ''. A printed count, or a percentage that allows one
-- count only, is known (derived, source the printed figure); otherwise the interval is kept.
-- 'all' leaves out a type for which nothing is published, and says so; and so it is said where only
-- some institutions of a type are known.

insert into indicator_value
with
kind as (
    select unnest(enum_range(null::INSTITUTION_TYPE)) as institution_type
),

counted as (
    select
        w.wave,
        d.indicator,
        k.institution_type,
        count(ii.share) as denominator,
        sum(ii.share) as expected,
        sum(ii.lower) as lower,
        sum(ii.upper) as upper,
        -- The printed total does not speak of who responded late; their answers come on top.
        coalesce(sum(ii.share) filter (where late.institution_id is not null), 0) as late_yes,
        coalesce(
            max(ii.evidence) filter (where ii.share is not null),
            min(ii.evidence),
            -- A text here would make a text of them all, and the weakest the last by the alphabet.
            'not_published'::EVIDENCE
        ) as evidence,
        list_distinct(
            flatten(list(string_split(ii.source, '; ')) filter (where ii.share is not null))
        ) as sources,
        list_distinct(
            flatten(
                list(string_split(ii.source, '; ')) filter (
                    where ii.share is not null and late.institution_id is not null
                )
            )
        ) as late_sources,
        list_distinct(
            flatten(list(ii.caveats) filter (where ii.caveats is not null))
            || case
                when count(ii.share) > 0 and bool_or(ii.evidence = 'not_published')
                    then ['partly_published']
                else []
            end
        ) as caveats
    from wave as w
    cross join indicator as d
    cross join kind as k
    left join institution as i on w.wave = i.wave and k.institution_type = i.institution_type
    left join institution_indicator as ii
        on i.wave = ii.wave and i.institution_id = ii.institution_id and d.indicator = ii.indicator
    left join conflict as late
        on
            i.wave = late.wave
            and i.institution_id = late.institution_id
            and late.question = 'response'
            and late.stands = 'reply'
    group by all
),

by_type as (
    select
        c.wave,
        c.indicator,
        c.institution_type,
        c.denominator,
        c.evidence,
        c.caveats,
        -- Halves are exact; the sum of the shares is checked against it.
        coalesce((s.lower_count + s.upper_count) / 2 + c.late_yes, c.expected) as expected,
        coalesce(s.lower_count + c.late_yes, c.lower) as lower,
        coalesce(s.upper_count + c.late_yes, c.upper) as upper,
        coalesce(
            list_distinct(s.sources || coalesce(c.late_sources, [])), c.sources
        ) as sources,
        s.lower_count = s.upper_count as pinned
    from counted as c
    left join stratum as s using (wave, indicator, institution_type)
),

rated as (
    select
        * replace (case when pinned then 'derived'::EVIDENCE else evidence end as evidence),
        evidence = 'not_published' as unpublished
    from by_type
),

national as (
    select
        wave,
        indicator,
        institution_type::VARCHAR as institution_type,
        denominator,
        expected,
        lower,
        upper,
        evidence,
        list_sort(coalesce(sources, [])) as sources,
        list_sort(coalesce(caveats, [])) as caveats
    from rated
    union all
    select
        wave,
        indicator,
        'all' as institution_type,
        sum(denominator) as denominator,
        sum(expected) as expected,
        sum(lower) as lower,
        sum(upper) as upper,
        coalesce(max(evidence) filter (where denominator > 0), min(evidence)) as evidence,
        list_sort(list_distinct(flatten(list(sources) filter (where not unpublished)))) as sources,
        list_sort(
            list_distinct(
                flatten(list(caveats))
                || flatten(
                    list(
                        case
                            when unpublished then [institution_type || '_left_out'] else []
                        end
                    )
                )
            )
        ) as caveats
    from rated
    group by wave, indicator
),

share as (
    select
        * exclude (denominator),
        nullif(denominator, 0) as denominator,
        expected / nullif(denominator, 0) as value,
        lower / nullif(denominator, 0) as lower_share,
        upper / nullif(denominator, 0) as upper_share
    from national
)

select
    s.wave,
    s.indicator,
    s.institution_type,
    b.boundary_set,
    '' as municipality_code,
    '' as planning_region,
    case when s.evidence <> 'estimated' and s.denominator is not null then s.lower end as numerator,
    s.denominator,
    s.value,
    s.lower_share,
    s.upper_share,
    s.evidence,
    coalesce(s.sources, []) as sources,
    s.caveats,
    case when s.value = 0 then 0 else ceil(round(s.value * 5, 9)) end as class
from share as s
inner join wave_boundary_set as b using (wave);
