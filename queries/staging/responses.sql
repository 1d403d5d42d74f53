-- Where does each known institution say for the last time whether it responded?
-- Parameters: none. Columns: line. Order: line.

select max(a.line) as line
from staged_answer as a
where
    a.question = 'response'
    and a.institution_id in (select i.institution_id from known_institution as i)
group by a.institution_id
order by line;
