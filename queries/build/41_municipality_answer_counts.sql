-- How many answers of each evidence has each question in each municipality?
-- Fills municipality_answer_count, in the wave's own boundaries: a municipality moves whole.

insert into municipality_answer_count
select
    a.wave,
    i.institution_type,
    i.municipality_code,
    a.question,
    a.evidence,
    count(*) as answers
from answer as a
inner join institution as i using (wave, institution_id)
group by a.wave, i.institution_type, i.municipality_code, a.question, a.evidence
order by a.wave, i.institution_type, i.municipality_code, a.question, a.evidence;
