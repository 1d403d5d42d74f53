-- How many answers are staged?
-- Parameters: none. Columns: answers (a count). One row.

select count(*) as answers from staged_answer;
