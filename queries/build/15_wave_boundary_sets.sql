-- In which boundary sets can the institutions of each wave be counted?
-- Fills wave_boundary_set: the wave's own set, and those to which the crosswalk leads from it.

insert into wave_boundary_set
select
    wave,
    boundary_set
from wave
union
select
    w.wave,
    c.to_set
from wave as w
inner join crosswalk as c on w.boundary_set = c.from_set;
