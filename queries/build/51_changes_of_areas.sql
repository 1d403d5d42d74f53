-- What changed in a municipality's courts and services together, in a region, in Latvia?
-- Fills indicator_change further. Only what was compared is added up: courts with courts, services
-- with services. A difference is the mean of those of its parts, each as heavy as the institutions
-- that it has in the later wave. An area where nothing could be compared has the reason of its
-- parts, the one that stands first in the list below where they have several. Where courts and
-- services of a municipality went opposite ways for certain, their mean says so. Means are summed
-- in a fixed order: any other would move their last digit, and a file of them would not be the
-- same.

insert into indicator_change
with
part as (
    select * from indicator_change
),

area as (
    select
        *,
        'all' as counted_as,
        municipality_code as area_code,
        planning_region as area_region
    from part
    union all
    select
        *,
        unnest(['all', institution_type]) as counted_as,
        '' as area_code,
        planning_region as area_region
    from part
    union all
    select
        *,
        unnest(['all', institution_type]) as counted_as,
        '' as area_code,
        '' as area_region
    from part
)

select
    wave_before,
    wave,
    indicator,
    counted_as as institution_type,
    boundary_set,
    area_code as municipality_code,
    area_region as planning_region,
    sum(before_lower) as before_lower,
    sum(before_upper) as before_upper,
    sum(before_base) as before_base,
    sum(after_lower) as after_lower,
    sum(after_upper) as after_upper,
    sum(after_base) as after_base,
    list_sum(list(lower * after_base order by municipality_code, institution_type))
    / sum(after_base) as lower,
    list_sum(list(upper * after_base order by municipality_code, institution_type))
    / sum(after_base) as upper,
    null as class,
    case
        when not bool_or(reason is null)
            then arg_min(
                reason,
                list_position(
                    [
                        'not_asked_before',
                        'not_asked_after',
                        'other_wording',
                        'open_frame',
                        'silent_both',
                        'silent_before',
                        'silent_after',
                        'not_published_before',
                        'not_published_after',
                        'estimated_twice',
                        'nobody_before',
                        'nobody_after'
                    ],
                    reason
                )
            )
    end as reason,
    list_sort(
        list_distinct(
            flatten(list(caveats)) || case
                when bool_or(reason is null) and bool_or(reason is not null) then ['part_left_out']
                else []
            end || case
                when
                    counted_as = 'all'
                    and area_code <> ''
                    and max(lower) > 1e-9
                    and min(upper) < -1e-9 then ['types_differ']
                else []
            end
        )
    ) as caveats,
    case
        when bool_or(reason is null) then max(before_evidence) filter (where reason is null)
        else max(before_evidence)
    end as before_evidence,
    case
        when bool_or(reason is null) then max(after_evidence) filter (where reason is null)
        else max(after_evidence)
    end as after_evidence,
    list_sort(
        list_distinct(
            flatten(
                case
                    when
                        bool_or(reason is null)
                        then list(before_sources) filter (where reason is null)
                    else list(before_sources)
                end
            )
        )
    ) as before_sources,
    list_sort(
        list_distinct(
            flatten(
                case
                    when
                        bool_or(reason is null)
                        then list(after_sources) filter (where reason is null)
                    else list(after_sources)
                end
            )
        )
    ) as after_sources
from area
group by
    wave_before,
    wave,
    indicator,
    counted_as,
    boundary_set,
    area_code,
    area_region;
