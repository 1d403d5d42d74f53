-- What are questions and their answers called?
-- Parameters: lang ('lv' or 'en').
-- Columns: wave, question, wording, answer, label. Order: newest wave first, then question and
--   answer as the survey has them.

select
    o.wave,
    o.question,
    case when $lang = 'lv' then q.wording_lv else q.wording_en end as wording,
    o.answer,
    case when $lang = 'lv' then o.label_lv else o.label_en end as label
from answer_option as o
inner join question as q using (wave, question)
order by o.wave desc, q.position asc, o.position asc;
