-- Counts every answer to every question in every municipality.
-- Parameters: none.

create table counted as
select
    a.wave,
    a.question,
    i.institution_type,
    i.municipality_code,
    a.answer,
    a.evidence,
    count(*) as answers,
    count(distinct a.institution_id) as institutions
from answer as a
inner join institution as i using (wave, institution_id)
group by all;
