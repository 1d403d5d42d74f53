-- How many institutions of each type were asked, responded, and have no place in the source?
-- Parameters: wave.
-- Columns: institution_type, asked, responded, unplaced (counts). Order: institution_type.

select
    i.institution_type,
    count(*) as asked,
    count(*) filter (where a.answer = 'responded') as responded,
    count(*) filter (where i.municipality_code is null) as unplaced
from institution as i
inner join answer as a on i.wave = a.wave and i.institution_id = a.institution_id
where i.wave = $wave and a.question = 'response'
group by i.institution_type
order by i.institution_type;
