-- Which published totals do the coded answers contradict, and why?
-- Parameters: wave, lang ('lv' or 'en').
-- Columns: institution_type, question, category (both in Latvian in words, in English by code),
--   published, coded (in unit), unit, explanation. Order: total_id.

with worded as (
    select
        t.wave,
        t.total_id,
        string_agg(a.label_lv, '” + „' order by a.position) as labels_lv
    from published_total as t
    inner join answer_option as a
        on
            t.wave = a.wave and t.question = a.question
            and list_contains(string_split(t.category, '+'), a.answer)
    where t.wave = $wave
    group by t.wave, t.total_id
)

select
    p.institution_type,
    case when $lang = 'lv' then q.wording_lv else p.question end as question,
    case when $lang = 'lv' then coalesce(w.labels_lv, p.category) else p.category end as category,
    r.published,
    r.coded,
    p.unit,
    case when $lang = 'lv' then r.explanation_lv else r.explanation_en end as explanation
from reconciliation as r
inner join published_total as p on r.wave = p.wave and r.total_id = p.total_id
inner join question as q on p.wave = q.wave and p.question = q.question
left join worded as w on p.wave = w.wave and p.total_id = w.total_id
where r.wave = $wave and r.difference <> 0
order by r.total_id;
