-- How many answers of each evidence has each institution?
-- Fills institution_answer_count.

insert into institution_answer_count
select
    wave,
    institution_id,
    evidence,
    count(*) as answers
from answer
group by wave, institution_id, evidence
order by wave, institution_id, evidence;
