-- Which rows are of an institution that did not respond, and are not its response?
-- Parameters: most (how many rows are told). Columns: line. Order: line.

select a.line
from staged_answer as a
where
    a.question <> 'response'
    and a.institution_id in (
        select r.institution_id
        from staged_answer as r
        where r.question = 'response' and r.answer = 'no_response'
    )
order by a.line
limit $most;
