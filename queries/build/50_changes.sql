-- What changed between two waves, where like can be compared with like?
-- Fills indicator_change for municipalities, by institution type; 51 adds 'all', regions, Latvia.
-- Compared are institutions of one type in one place, asked in the same words, that answered both
-- times. Where the frame is the same they are paired by their identifier; where both waves are
-- within the same boundaries, those that both list are, and who stands in one frame alone is left
-- out. Where institutions were merged, the difference is a range: from the shares as they stand to
-- what the merger alone would have made of the earlier answers (a merged institution has what any
-- of its parts had). A unit that a reform split is counted at its seat, and the range holds what
-- the other part would give.
-- An estimate enters with its bounds; two estimates are never compared. The base 'asked' is no
-- answer, so the response rate has no row.

insert into indicator_change
with
pair as (  -- with the wave before and with the first: so many waves do not make many more pairs
    select
        e.wave as wave_before,
        l.wave,
        l.boundary_set,
        we.boundary_set <> wl.boundary_set as frames_differ
    from wave_boundary_set as e
    inner join wave_boundary_set as l on e.boundary_set = l.boundary_set and e.wave < l.wave
    inner join wave as we on e.wave = we.wave
    inner join wave as wl on l.wave = wl.wave
    qualify
        e.wave = max(e.wave) over (partition by l.wave, l.boundary_set)
        or e.wave = min(e.wave) over (partition by l.wave, l.boundary_set)
),

wording as (
    select
        wave,
        question,
        multiple,
        trim(lower(regexp_replace(wording_lv, '[[:space:][:punct:]]+', ' ', 'g'))) as words
    from question
),

asked as (  -- in the same words, with the same answers that count?
    select
        p.wave_before,
        p.wave,
        d.indicator,
        case
            when e.question is null then 'not_asked_before'
            when l.question is null then 'not_asked_after'
            when e.words <> l.words or e.multiple <> l.multiple then 'other_wording'
            when list_has_any(
                d.numerator_answers,
                (
                    select coalesce(list(o.answer), []) from answer_option as o
                    where o.wave = p.wave_before and o.question = d.question
                )
            )
            <> list_has_any(
                d.numerator_answers,
                (
                    select coalesce(list(o.answer), []) from answer_option as o
                    where o.wave = p.wave and o.question = d.question
                )
            ) then 'other_wording'
        end as reason
    from (select distinct
        wave_before,
        wave
    from pair) as p
    cross join indicator as d
    left join wording as e on p.wave_before = e.wave and d.question = e.question
    left join wording as l on p.wave = l.wave and d.question = l.question
    where d.base <> 'asked'
),

home as (  -- where each placed institution counts, and of which unit it is
    select
        i.wave,
        i.institution_id,
        i.institution_type,
        list_contains(i.caveats, 'frame_incomplete') as open_frame,
        i.municipality_code as own_code,
        w.boundary_set as own_set,
        s.boundary_set,
        coalesce(c.to_code, i.municipality_code) as code
    from institution as i
    inner join wave as w using (wave)
    inner join wave_boundary_set as s using (wave)
    left join crosswalk as c
        on
            w.boundary_set = c.from_set
            and s.boundary_set = c.to_set
            and i.municipality_code = c.from_code
            and c.seat
    where i.municipality_code is not null and i.institution_type <> 'employment_agency'
),

parts as (  -- the areas between which a unit was split
    select
        from_set,
        from_code,
        to_set,
        to_code,
        seat
    from crosswalk
    qualify count(*) over (partition by from_set, from_code, to_set) > 1
),

member as (  -- '' as the seat has it; a unit's code: as if it counted in its other part
    select
        wave,
        boundary_set,
        code,
        '' as scenario,
        institution_id,
        institution_type,
        open_frame
    from home
    union all
    select
        h.wave,
        h.boundary_set,
        p.to_code as code,
        p.from_code as scenario,
        h.institution_id,
        h.institution_type,
        h.open_frame
    from parts as p
    inner join home as h on p.to_set = h.boundary_set and p.from_set = h.own_set
    where
        (h.code = p.to_code and h.own_code <> p.from_code)
        or (not p.seat and h.own_code = p.from_code)
),

sketch as (  -- every way in which an area's institutions can be counted, before and after
    select
        p.wave_before,
        p.wave,
        p.boundary_set,
        p.frames_differ,
        m.code,
        '' as before_scenario,
        '' as after_scenario
    from pair as p
    inner join municipality as m using (boundary_set)
    union
    select
        p.wave_before,
        p.wave,
        p.boundary_set,
        p.frames_differ,
        s.to_code,
        case when w.wave = p.wave_before then s.from_code else '' end as before_scenario,
        case when w.wave = p.wave then s.from_code else '' end as after_scenario
    from pair as p
    inner join wave as w on w.wave in (p.wave_before, p.wave)
    inner join parts as s on w.boundary_set = s.from_set and p.boundary_set = s.to_set
    where p.frames_differ
),

kind as (
    select unnest(['orphans_court', 'social_service']::INSTITUTION_TYPE[]) as institution_type
),

cell as (
    select
        s.*,
        k.institution_type,
        a.indicator,
        a.reason as asked_reason
    from sketch as s
    cross join kind as k
    inner join asked as a using (wave_before, wave)
),

side as (  -- each cell in each of the two waves
    select
        wave_before,
        wave,
        boundary_set,
        code,
        before_scenario,
        after_scenario,
        institution_type,
        indicator,
        unnest(['before', 'after']) as side,
        unnest([wave_before, wave]) as side_wave,
        unnest([before_scenario, after_scenario]) as scenario
    from cell
),

answered as (
    select
        s.* exclude (side_wave, scenario),
        m.institution_id,
        m.open_frame,
        ii.evidence,
        ii.share,
        ii.lower,
        ii.upper,
        ii.source
    from side as s
    inner join member as m
        on
            s.side_wave = m.wave
            and s.boundary_set = m.boundary_set
            and s.code = m.code
            and s.institution_type = m.institution_type
            and s.scenario = m.scenario
    inner join institution_indicator as ii
        on
            m.wave = ii.wave
            and m.institution_id = ii.institution_id
            and s.indicator = ii.indicator
),

paired as (  -- an institution's two sides in one row
    select
        wave_before,
        wave,
        boundary_set,
        code,
        before_scenario,
        after_scenario,
        institution_type,
        indicator,
        institution_id,
        bool_or(side = 'before') as was,
        bool_or(side = 'after') as is_now,
        bool_or(open_frame) as open_frame,
        any_value(evidence) filter (where side = 'before') as b_evidence,
        any_value(evidence) filter (where side = 'after') as a_evidence,
        any_value(source) filter (where side = 'before') as b_source,
        any_value(source) filter (where side = 'after') as a_source,
        any_value(share) filter (where side = 'before') as b_share,
        any_value(share) filter (where side = 'after') as a_share,
        any_value(lower) filter (where side = 'before') as b_lower,
        any_value(upper) filter (where side = 'before') as b_upper,
        any_value(lower) filter (where side = 'after') as a_lower,
        any_value(upper) filter (where side = 'after') as a_upper
    from answered
    group by all
),

side_by_side as (
    select
        *,
        b_share is not null
        and a_share is not null
        and not (b_evidence = 'estimated' and a_evidence = 'estimated') as both_answered
    from paired
),

counted as (
    select
        wave_before,
        wave,
        boundary_set,
        code,
        before_scenario,
        after_scenario,
        institution_type,
        indicator,
        count(*) filter (where was) as m,
        count(*) filter (where is_now) as k,
        bool_and(was and is_now) as same_frame,
        bool_or(was and is_now) as some_in_both,
        bool_or(open_frame) as open_frame,
        count(*) filter (where both_answered) as pairs,
        count(b_share) as b_answered,
        count(a_share) as a_answered,
        count(*) filter (where b_evidence = 'no_answer') as b_silent,
        count(*) filter (where a_evidence = 'no_answer') as a_silent,
        count(*) filter (where b_evidence in ('not_published', 'suppressed')) as b_hidden,
        count(*) filter (where a_evidence in ('not_published', 'suppressed')) as a_hidden,
        count(*) filter (where b_evidence = 'estimated') as b_estimated,
        count(*) filter (where a_evidence = 'estimated') as a_estimated,
        count(*) filter (where b_evidence = 'estimated' and both_answered) as pairs_b_estimated,
        count(*) filter (where a_evidence = 'estimated' and both_answered) as pairs_a_estimated,
        sum(b_lower) as b_lower,
        sum(b_upper) as b_upper,
        sum(a_lower) as a_lower,
        sum(a_upper) as a_upper,
        sum(b_lower) filter (where both_answered) as pairs_b_lower,
        sum(b_upper) filter (where both_answered) as pairs_b_upper,
        sum(a_lower) filter (where both_answered) as pairs_a_lower,
        sum(a_upper) filter (where both_answered) as pairs_a_upper,
        max(b_evidence) as b_evidence,
        max(a_evidence) as a_evidence,
        max(b_evidence) filter (where both_answered) as pairs_b_evidence,
        max(a_evidence) filter (where both_answered) as pairs_a_evidence,
        list(string_split(b_source, '; ')) filter (
            where b_source is not null
        ) as b_sources,
        list(string_split(a_source, '; ')) filter (
            where a_source is not null
        ) as a_sources,
        list(string_split(b_source, '; ')) filter (
            where b_source is not null and both_answered
        ) as pairs_b_sources,
        list(string_split(a_source, '; ')) filter (
            where a_source is not null and both_answered
        ) as pairs_a_sources
    from side_by_side
    group by all
),

judged as (
    select
        c.wave_before,
        c.wave,
        c.boundary_set,
        c.code,
        c.before_scenario,
        c.after_scenario,
        c.institution_type,
        c.indicator,
        t.* exclude (
            wave_before,
            wave,
            boundary_set,
            code,
            before_scenario,
            after_scenario,
            institution_type,
            indicator
        ),
        -- Within the same boundaries no crosswalk says that institutions were merged: who stands in
        -- both frames is the same institution, and who stands in one was not asked both times.
        coalesce(t.same_frame or (not c.frames_differ and t.some_in_both), false) as is_paired,
        case
            when c.asked_reason is not null then c.asked_reason
            when coalesce(t.m, 0) = 0 then 'nobody_before'
            when coalesce(t.k, 0) = 0 then 'nobody_after'
            when is_paired and t.pairs > 0 then null
            when t.open_frame and not is_paired then 'open_frame'
            when
                not is_paired
                and t.b_answered = t.m
                and t.a_answered = t.k
                and (t.b_estimated = 0 or t.a_estimated = 0) then null
            when t.b_silent > 0 and t.a_silent > 0 then 'silent_both'
            when t.b_silent > 0 then 'silent_before'
            when t.a_silent > 0 then 'silent_after'
            when t.b_hidden > 0 then 'not_published_before'
            when t.a_hidden > 0 then 'not_published_after'
            else 'estimated_twice'
        end as reason
    from cell as c
    left join counted as t
        using (
            wave_before,
            wave,
            boundary_set,
            code,
            before_scenario,
            after_scenario,
            institution_type,
            indicator
        )
),

compared as (  -- the counts that are compared: of the pairs, or of the whole frames
    select
        *,
        case when is_paired then pairs else m end as before_base,
        case when is_paired then pairs else k end as after_base,
        case when is_paired then pairs_b_lower else b_lower end as before_lower,
        case when is_paired then pairs_b_upper else b_upper end as before_upper,
        case when is_paired then pairs_a_lower else a_lower end as after_lower,
        case when is_paired then pairs_a_upper else a_upper end as after_upper,
        case when is_paired then pairs_b_estimated else b_estimated end as before_estimated,
        case when is_paired then pairs_a_estimated else a_estimated end as after_estimated
    from judged
    where reason is null
),

ranged as (  -- shares; where institutions were merged also what the merger alone makes of them
    select
        *,
        case
            when before_base > after_base
                then least(
                    before_lower / before_base,
                    case
                        when before_lower = 0 then 0
                        else greatest(1, after_base - (before_base - before_lower))
                    end / after_base
                )
            else before_lower / before_base
        end as before_low,
        case
            when before_base > after_base
                then greatest(
                    before_upper / before_base, least(before_upper, after_base) / after_base
                )
            else before_upper / before_base
        end as before_high,
        case
            when after_base > before_base
                then least(
                    after_lower / after_base,
                    case
                        when after_lower = 0 then 0
                        else greatest(1, before_base - (after_base - after_lower))
                    end / before_base
                )
            else after_lower / after_base
        end as after_low,
        case
            when after_base > before_base
                then greatest(
                    after_upper / after_base, least(after_upper, before_base) / before_base
                )
            else after_upper / after_base
        end as after_high
    from compared
),

spanned as (  -- the range of all scenarios, with the counts of the seat's
    select
        wave_before,
        wave,
        boundary_set,
        code,
        institution_type,
        indicator,
        min(after_low - before_high) as lower,
        max(after_high - before_low) as upper,
        bool_or(before_scenario <> '' or after_scenario <> '') as split
    from ranged
    group by all
)

select
    j.wave_before,
    j.wave,
    j.indicator,
    j.institution_type::VARCHAR as institution_type,
    j.boundary_set,
    j.code as municipality_code,
    m.planning_region,
    r.before_lower,
    r.before_upper,
    r.before_base,
    r.after_lower,
    r.after_upper,
    r.after_base,
    case when j.reason is null then s.lower end as lower,
    case when j.reason is null then s.upper end as upper,
    null as class,
    j.reason,
    case
        when j.reason is not null then []
        else list_filter(
            [
                case when r.before_base <> r.after_base then 'merged' end,
                case
                    when
                        s.split
                        and (
                            s.lower < r.after_low - r.before_high
                            or s.upper > r.after_high - r.before_low
                        ) then 'split'
                end,
                case when r.before_estimated > 0 then 'estimated_before' end,
                case when r.after_estimated > 0 then 'estimated_after' end,
                case when r.same_frame and r.pairs < r.m then 'part_silent' end,
                case when r.is_paired and not r.same_frame then 'part_left_out' end,
                case when r.open_frame then 'open_frame' end
            ],
            lambda one: one is not null
        )
    end as caveats,
    case when j.same_pairs then j.pairs_b_evidence else j.b_evidence end as before_evidence,
    case when j.same_pairs then j.pairs_a_evidence else j.a_evidence end as after_evidence,
    list_sort(
        list_distinct(
            flatten(
                coalesce(case when j.same_pairs then j.pairs_b_sources else j.b_sources end, [])
            )
        )
    ) as before_sources,
    list_sort(
        list_distinct(
            flatten(
                coalesce(case when j.same_pairs then j.pairs_a_sources else j.a_sources end, [])
            )
        )
    ) as after_sources
from (select
    *,
    reason is null and is_paired as same_pairs
from judged) as j
left join ranged as r
    using (
        wave_before,
        wave,
        boundary_set,
        code,
        before_scenario,
        after_scenario,
        institution_type,
        indicator
    )
left join spanned as s using (wave_before, wave, boundary_set, code, institution_type, indicator)
inner join municipality as m on j.boundary_set = m.boundary_set and j.code = m.code
where j.before_scenario = '' and j.after_scenario = '';
