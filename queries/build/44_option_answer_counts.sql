-- How often was each answer given to each question, by which evidence?
-- Fills option_answer_count.

insert into option_answer_count
select
    wave,
    question,
    answer,
    evidence,
    count(*) as answers
from answer
group by wave, question, answer, evidence
order by wave, question, answer, evidence;
