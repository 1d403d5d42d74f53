-- Which cells stand in these lines?
-- Parameters: lines (list of numbers). Columns: those of staged_answer. Order: line.

select
    line,
    institution_id,
    question,
    answer,
    evidence,
    source,
    quote,
    caveat
from staged_answer
where line in (select unnest($lines))
order by line;
