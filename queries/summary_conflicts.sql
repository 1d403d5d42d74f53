-- Which loaded replies say otherwise than the survey?
-- Parameters: wave.
-- Columns: institution_id, question, survey_answer (null: it did not respond, says the survey),
--   reply_answer, stands, file, line, reason. Order: as loaded.

select
    institution_id,
    question,
    survey_answer,
    reply_answer,
    stands,
    file,
    line,
    reason
from conflict
where wave = $wave
order by conflict_id;
