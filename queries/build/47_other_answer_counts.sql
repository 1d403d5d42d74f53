-- How many answers did each institution give beyond the indicators?
-- Fills other_answer_count.

insert into other_answer_count
select
    wave,
    institution_id,
    count(*) as answers
from answer
where
    question not in (
        select d.question from indicator as d
    )
group by wave, institution_id
order by wave, institution_id;
