-- Which loaded replies say otherwise than the survey?
-- Parameters: wave, lang ('lv' or 'en').
-- Columns: institution, question, survey_answer (null: it did not respond, says the survey),
--   reply_answer (all four in Latvian in words, in English by their codes), stands, file, line,
--   reason. Order: as loaded.

select
    case when $lang = 'lv' then i.name_lv else c.institution_id end as institution,
    case when $lang = 'lv' then q.wording_lv else c.question end as question,
    case when $lang = 'lv' then s.label_lv else c.survey_answer end as survey_answer,
    case when $lang = 'lv' then r.label_lv else c.reply_answer end as reply_answer,
    c.stands,
    c.file,
    c.line,
    c.reason
from conflict as c
inner join institution as i on c.wave = i.wave and c.institution_id = i.institution_id
inner join question as q on c.wave = q.wave and c.question = q.question
inner join answer_option as r
    on c.wave = r.wave and c.question = r.question and c.reply_answer = r.answer
left join answer_option as s
    on c.wave = s.wave and c.question = s.question and c.survey_answer = s.answer
where c.wave = $wave
order by c.conflict_id;
