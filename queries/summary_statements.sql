-- How much does the source tell in words, and of whom?
-- Parameters: wave.
-- Columns: statements, institutions, municipalities (counts). One row.

select
    count(*) as statements,
    count(distinct s.institution_id) as institutions,
    count(distinct coalesce(i.municipality_code, s.municipality_code)) as municipalities
from statement as s
left join institution as i on s.wave = i.wave and s.institution_id = i.institution_id
where s.wave = $wave;
