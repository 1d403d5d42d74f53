-- Which municipality did each old unit go to?
-- Parameters: boundary_set (text): where the old units end up.
-- Columns: from_set, from_code, from_name, to_code, to_name, area_weight (0-1), seat (the
--   institutions moved there). Order: from_set, from_code, area_weight, largest first.

select
    c.from_set,
    c.from_code,
    f.name_nom as from_name,
    c.to_code,
    t.name_nom as to_name,
    c.area_weight,
    c.seat
from crosswalk as c
inner join municipality as f on c.from_set = f.boundary_set and c.from_code = f.code
inner join municipality as t on c.to_set = t.boundary_set and c.to_code = t.code
where c.to_set = $boundary_set
order by c.from_set asc, c.from_code asc, c.area_weight desc;
