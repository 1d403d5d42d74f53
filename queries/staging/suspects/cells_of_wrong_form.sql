-- Which rows have a cell that does not fit the survey format?
-- Parameters: most (how many rows are told). Columns: line. Order: line.

select line
from staged_answer
where
    institution_id = ''
    or source = ''
    or evidence not in ('named', 'reported', 'derived', 'no_answer')
    or not regexp_full_match(question, '[a-z][a-z0-9_]*')
    or not regexp_full_match(answer, '[a-z][a-z0-9_]*')
    or not regexp_full_match(caveat, '([a-z][a-z0-9_]*(;[a-z][a-z0-9_]*)*)?')
order by line
limit $most;
