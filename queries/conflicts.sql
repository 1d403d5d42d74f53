-- Where do loaded replies say otherwise than the survey, and which of the two stands?
-- Parameters: wave (text), lang ('lv' or 'en').
-- Columns: institution_id, institution, question, survey_answer (in words; null: the survey says
--   that the institution did not respond), survey_source (code), reply_answer, reply_source,
--   stands, reason ('' where the survey stands). Order: as loaded.

select
    c.institution_id,
    case when $lang = 'lv' then i.name_lv else i.name_en end as institution,
    case when $lang = 'lv' then q.wording_lv else q.wording_en end as question,
    case when $lang = 'lv' then s.label_lv else s.label_en end as survey_answer,
    c.survey_source,
    case when $lang = 'lv' then r.label_lv else r.label_en end as reply_answer,
    c.reply_source,
    c.stands,
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
