-- Are the institutions of a region those of its municipalities?
-- Offender: the denominator of a region is not the sum of its municipalities.
-- Do: check the crosswalk: each old municipality has one seat.
-- Offender (lv): reģiona saucējs nav tā pašvaldību summa.
-- Do (lv): pārbaudiet robežu pāreju: vecās pašvaldības centrs ir vienā vietā.

select
    r.wave,
    r.indicator,
    r.institution_type,
    r.boundary_set,
    r.planning_region,
    any_value(r.denominator) as region,
    sum(m.denominator) as municipalities
from indicator_value as r
inner join indicator_value as m
    on
        r.wave = m.wave
        and r.indicator = m.indicator
        and r.institution_type = m.institution_type
        and r.boundary_set = m.boundary_set
        and r.planning_region = m.planning_region
where r.municipality_code = '' and m.municipality_code <> ''
group by all
having any_value(r.denominator) is distinct from sum(m.denominator);
