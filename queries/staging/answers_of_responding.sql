-- What did the institutions that responded answer to a question, and how often?
-- Parameters: question (text).
-- Columns: institution_type, answer, answers (a count; several of an institution where the question
--   allows it). Order: institution_type, answer.

select
    i.institution_type,
    a.answer,
    count(*) as answers
from staged_answer as a
inner join known_institution as i using (institution_id)
where
    a.question = $question
    and a.institution_id in (
        select r.institution_id
        from staged_answer as r
        where r.answer = 'responded'
    )
group by i.institution_type, a.answer
order by i.institution_type, a.answer;
