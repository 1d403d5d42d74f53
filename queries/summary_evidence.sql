-- How is what we know known?
-- Parameters: wave.
-- Columns: evidence, answers (rows of answer), contributions (rows of institution_indicator).
-- Order: evidence, strongest first.

select
    e.evidence,
    (
        select count(*) from answer as a
        where a.wave = $wave and a.evidence = e.evidence
    ) as answers,
    (
        select count(*) from institution_indicator as ii
        where ii.wave = $wave and ii.evidence = e.evidence
    ) as contributions
from (select unnest(enum_range(null::EVIDENCE))::EVIDENCE as evidence) as e
where answers + contributions > 0
order by e.evidence;
