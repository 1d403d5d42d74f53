-- Do all boundary sets hold the same institutions? Boundaries move, institutions do not.
-- Offender: the regions of a boundary set hold another number of institutions than the wave's own.
-- Do: check the crosswalk: each old municipality has one seat.
-- Offender (lv): robežu kopas reģionos ir cits iestāžu skaits nekā aptaujas pašas robežās.
-- Do (lv): pārbaudiet robežu pāreju: vecās pašvaldības centrs ir vienā vietā.

with held as (
    select
        wave,
        indicator,
        institution_type,
        boundary_set,
        sum(denominator) as denominator
    from indicator_value
    where municipality_code = '' and planning_region <> ''
    group by all
)

select
    h.wave,
    h.indicator,
    h.institution_type,
    h.boundary_set,
    h.denominator,
    o.denominator as own
from held as h
inner join wave as w on h.wave = w.wave
inner join held as o
    on
        h.wave = o.wave
        and h.indicator = o.indicator
        and h.institution_type = o.institution_type
        and w.boundary_set = o.boundary_set
where h.denominator is distinct from o.denominator;
