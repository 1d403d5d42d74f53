-- Which municipalities has a boundary set, and does the survey name all courts of each?
-- Parameters: wave, boundary_set (texts).
-- Columns: the fields of records.Municipality; frame_complete is false where the source may not
--   name every institution of the place. Order: code.

with open_frame as (
    select distinct coalesce(c.to_code, i.municipality_code) as code
    from institution as i
    inner join wave as w using (wave)
    left join crosswalk as c
        on
            w.boundary_set = c.from_set
            and c.to_set = $boundary_set
            and i.municipality_code = c.from_code
            and c.seat
    where i.wave = $wave and list_contains(i.caveats, 'frame_incomplete')
)

select
    $wave::VARCHAR as wave,
    m.boundary_set,
    m.code,
    m.name_nom,
    m.name_gen,
    m.name_dat,
    m.name_acc,
    m.name_loc,
    m.type,
    m.planning_region,
    m.label_lon,
    m.label_lat,
    m.neighbours,
    o.code is null as frame_complete
from municipality as m
left join open_frame as o on m.code = o.code
where m.boundary_set = $boundary_set
order by m.code;
