-- What does each institution contribute to each indicator, and how is it known?
-- Fills institution_indicator: one row for every institution asked and every indicator.
-- Known answers count 1 or 0; where only a total is printed, the stratum's synthetic estimate.
-- A total speaks of those that responded in time, and estimates nothing once replies contradict it.

insert into institution_indicator
with
wanted as (
    select question from indicator
    union distinct
    select 'response' as question
),

given as (  -- of a large survey's answers a few only
    select a.*
    from answer as a
    semi join wanted using (question)
),

asked as (
    select
        i.wave,
        i.institution_id,
        i.institution_type,
        r.answer as response,
        r.source as response_source,
        r.quote as response_quote,
        r.caveats as response_caveats
    from institution as i
    inner join
        given as r
        on i.wave = r.wave and i.institution_id = r.institution_id
    where r.question = 'response'
),

contribution as (
    select
        asked.*,
        d.indicator,
        d.numerator_answers,
        a.answer,
        a.evidence,
        a.source,
        a.quote,
        a.caveats,
        s.share as estimate,
        s.sources as estimate_sources,
        s.caveats as estimate_caveats,
        t.indicator is not null as is_contradicted,
        case
            when d.base = 'asked' then 'known'
            when asked.response = 'no_response' then 'no_response'
            when a.answer = 'no_answer' then 'no_answer'
            when a.answer is not null then 'known'
            when s.share is not null and late.institution_id is null then 'estimated'
            else 'not_published'
        end as state
    from asked
    cross join indicator as d
    left join given as a
        on
            asked.wave = a.wave
            and asked.institution_id = a.institution_id
            and d.question = a.question
    left join stratum as s
        on
            asked.wave = s.wave
            and asked.institution_type = s.institution_type
            and d.indicator = s.indicator
    left join contradicted_total as t
        on
            asked.wave = t.wave
            and asked.institution_type = t.institution_type
            and d.indicator = t.indicator
    left join conflict as late
        on
            asked.wave = late.wave
            and asked.institution_id = late.institution_id
            and late.question = 'response'
            and late.stands = 'reply'
)

select
    wave,
    institution_id,
    indicator,
    answer,
    case state
        when 'known' then evidence
        when 'estimated' then 'estimated'
        when 'not_published' then 'not_published'
        else 'no_answer'
    end as evidence,
    case state
        when 'known' then list_contains(numerator_answers, answer)::DOUBLE
        when 'estimated' then estimate
    end as share,
    case state
        when 'known' then list_contains(numerator_answers, answer)::DOUBLE
        when 'estimated' then 0
    end as lower,
    case state
        when 'known' then list_contains(numerator_answers, answer)::DOUBLE
        when 'estimated' then 1
    end as upper,
    case state
        when 'no_response' then response_source
        when 'estimated' then array_to_string(estimate_sources, '; ')
        else source
    end as source,
    case state when 'no_response' then response_quote else quote end as quote,
    case state
        when 'no_response' then response_caveats
        when 'estimated' then estimate_caveats
        when 'not_published'
            then case when is_contradicted then ['total_contradicted'] else [] end
        else caveats
    end as caveats
from contribution;
