-- Has every municipality one row for each indicator and institution type?
-- Offender: a municipality lacks a row.
-- Do: this is an error of the program; report it with this line.
-- Offender (lv): pašvaldībai trūkst rindas.
-- Do (lv): tā ir programmas kļūda; ziņojiet par to, pievienojot šo rindu.

with t as (
    select unnest(['orphans_court', 'social_service', 'all']) as institution_type
),

wanted as (
    select
        w.wave,
        d.indicator,
        t.institution_type,
        m.boundary_set,
        m.code
    from municipality as m
    inner join wave_boundary_set as w using (boundary_set)
    cross join indicator as d
    cross join t
)

select
    w.wave,
    w.indicator,
    w.institution_type,
    w.boundary_set,
    w.code
from wanted as w
left join indicator_value as v
    on
        w.wave = v.wave
        and w.indicator = v.indicator
        and w.institution_type = v.institution_type
        and w.boundary_set = v.boundary_set
        and w.code = v.municipality_code
where v.indicator is null;
