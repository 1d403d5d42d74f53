-- Which institutions were asked, and where does each count in a boundary set?
-- Parameters: wave, boundary_set (texts).
-- Columns: the fields of records.Institution; code and own_name_* are '' where the source does not
--   place the institution. Order: institution_type, code, institution_id.

select
    i.institution_id,
    i.institution_type,
    i.name_lv,
    i.name_en,
    coalesce(i.sub_unit, '') as sub_unit,
    coalesce(c.to_code, case when w.boundary_set = $boundary_set then o.code end, '') as code,
    coalesce(o.name_nom, '') as own_name_nom,
    coalesce(o.name_gen, '') as own_name_gen,
    r.answer = 'responded' as responded
from institution as i
inner join wave as w using (wave)
inner join answer as r on i.wave = r.wave and i.institution_id = r.institution_id
left join municipality as o
    on w.boundary_set = o.boundary_set and i.municipality_code = o.code
left join crosswalk as c
    on
        w.boundary_set = c.from_set
        and c.to_set = $boundary_set
        and i.municipality_code = c.from_code
        and c.seat
where i.wave = $wave and r.question = 'response'
order by i.institution_type, code = '', code, i.institution_id;
