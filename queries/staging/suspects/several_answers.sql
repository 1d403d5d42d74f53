-- Which rows may be too many: one answer twice, two answers to a question of one, two responses?
-- Parameters: most (how many rows are told). Columns: line. Order: line.

with crowded as (
    select
        institution_id,
        question
    from staged_answer
    group by institution_id, question, answer
    having count(*) > 1
    union
    select
        institution_id,
        question
    from staged_answer
    where
        question = 'response'
        or question not in (
            select q.question from known_question as q
            where q.multiple
        )
    group by institution_id, question
    having count(*) > 1
)

select a.line
from staged_answer as a
inner join crowded using (institution_id, question)
order by a.line
limit $most;
