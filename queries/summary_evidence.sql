-- How is what we know known?
-- Parameters: wave.
-- Columns: evidence, answers (rows of answer), contributions (rows of institution_indicator).
-- Order: evidence, strongest first.

select
    evidence,
    answers,
    contributions
from evidence_count
where wave = $wave
order by evidence;
