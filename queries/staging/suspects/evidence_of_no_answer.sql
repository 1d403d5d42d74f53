-- Which rows call an answer no answer, or no answer an answer?
-- Parameters: most (how many rows are told). Columns: line. Order: line.

select line
from staged_answer
where (answer = 'no_answer') <> (evidence = 'no_answer')
order by line
limit $most;
