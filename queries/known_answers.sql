-- Of how many institutions does the source tell what they answered to each question?
-- Parameters: wave (text), lang ('lv' or 'en').
-- Columns: question, wording, institution_type, responded (institutions that responded), known
--   (of these, counts; an answer no_answer is known too). Order: question, institution_type.

select
    q.question,
    case when $lang = 'lv' then q.wording_lv else q.wording_en end as wording,
    i.institution_type,
    count(distinct i.institution_id) as responded,
    count(distinct a.institution_id) as known
from question as q
inner join institution as i using (wave)
inner join answer as r
    on
        i.wave = r.wave
        and i.institution_id = r.institution_id
        and r.question = 'response'
        and r.answer = 'responded'
left join answer as a
    on
        i.wave = a.wave
        and i.institution_id = a.institution_id
        and q.question = a.question
where q.wave = $wave
group by q.question, q.position, wording, i.institution_type
order by q.position, i.institution_type;
