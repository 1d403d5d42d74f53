-- In which boundary sets can each survey round be shown?
-- Parameters: none.
-- Columns: wave, boundary_set. Order: newest wave first, its own boundary set first, then by set.

select
    s.wave,
    s.boundary_set
from wave_boundary_set as s
inner join wave as w using (wave)
order by s.wave desc, s.boundary_set <> w.boundary_set asc, s.boundary_set asc;
