-- Which printed figures can the coded answers recompute, and how far apart are the two?
-- Fills reconciliation, with the explanation that the survey gives, and a note where replies were
-- loaded: a survey cannot explain what it did not know.
-- A figure can be recomputed where every institution of its type that responded has a row for its
-- question (for `response`: that was asked) and its category names answers of that question, joined
-- by +. Percentages are rounded half up, as printed.

insert into reconciliation
with
printed as (  -- questions of which anything is printed: few of a large survey's
    select distinct
        wave,
        question
    from published_total
),

given as (
    select a.*
    from answer as a
    semi join printed using (wave, question)
),

responding as (
    select
        i.wave,
        i.institution_type,
        i.institution_id
    from institution as i
    inner join answer as r on i.wave = r.wave and i.institution_id = r.institution_id
    where r.question = 'response' and r.answer = 'responded'
),

complete as (  -- questions that are coded for everybody of a type
    select
        r.wave,
        r.institution_type,
        q.question
    from responding as r
    inner join question as q on r.wave = q.wave and not q.multiple
    semi join printed as p on q.wave = p.wave and q.question = p.question
    left join given as a
        on
            r.wave = a.wave
            and r.institution_id = a.institution_id
            and q.question = a.question
    group by all
    having count(*) = count(a.answer)
),

coded as (
    select
        a.wave,
        i.institution_type,
        a.question,
        a.answer,
        count(*) as institutions
    from given as a
    inner join institution as i on a.wave = i.wave and a.institution_id = i.institution_id
    group by all
),

recomputed as (
    select
        p.*,
        coalesce(sum(c.institutions), 0) as institutions
    from published_total as p
    inner join complete using (wave, institution_type, question)
    left join coded as c
        on
            p.wave = c.wave
            and p.institution_type = c.institution_type
            and p.question = c.question
            and list_contains(string_split(p.category, '+'), c.answer)
    where
        p.unit = 'count' or (p.unit in ('percent', 'about_percent') and p.denominator is not null)
    group by all
    having
        bool_and(
            list_has_all(
                (
                    select list(o.answer) from answer_option as o
                    where o.wave = p.wave and o.question = p.question
                ),
                string_split(p.category, '+')
            )
        )
),

completed as (  -- questions to which replies were loaded
    select distinct
        a.wave,
        i.institution_type,
        a.question
    from given as a
    inner join institution as i on a.wave = i.wave and a.institution_id = i.institution_id
    where a.loaded
),

compared as (
    select
        *,
        case
            when unit = 'count' then institutions
            else floor(100.0 * institutions / denominator * 10 ** decimals + 0.5) / 10 ** decimals
        end as coded,
        value as published
    from recomputed
)

select
    c.wave,
    c.total_id,
    c.coded,
    c.published,
    round(c.coded - c.published, 6) as difference,
    -- Empty where nothing explains the difference: concat_ws of nothing is ''.
    nullif(concat_ws(' ', d.explanation_lv, note.label_lv), '') as explanation_lv,
    nullif(concat_ws(' ', d.explanation_en, note.label_en), '') as explanation_en
from compared as c
left join completed as l
    on
        c.wave = l.wave
        and c.institution_type = l.institution_type
        and c.question = l.question
left join label as note
    on
        l.wave is not null
        and round(c.coded - c.published, 6) <> 0
        and note.kind = 'note'
        and note.code = 'replies_loaded'
left join difference as d  -- replies may have taken it away, and its explanation with it
    on
        round(c.coded - c.published, 6) <> 0
        and c.wave = d.wave
        and c.institution_type is not distinct from d.institution_type
        and c.question = d.question
        and c.category = d.category
        and c.value = d.value
        and c.unit = d.unit
        and c.source = d.source;
