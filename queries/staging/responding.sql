-- How many institutions of each type responded?
-- Parameters: none. Columns: institution_type, responding (a count). Order: institution_type.

select
    i.institution_type,
    count(distinct a.institution_id) as responding
from staged_answer as a
inner join known_institution as i using (institution_id)
where a.answer = 'responded'
group by i.institution_type
order by i.institution_type;
