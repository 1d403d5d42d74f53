-- Is a change the difference of what the two waves themselves say, where all answered both times?
-- Offender: the counts of a change are not those of the two waves.
-- Do: this is an error of the program; report it with this line.
-- Offender (lv): izmaiņu skaiti nav tie, kas abās aptaujās.
-- Do (lv): tā ir programmas kļūda; ziņojiet par to ar šo rindu.

select
    c.wave_before,
    c.wave,
    c.indicator,
    c.institution_type,
    c.boundary_set,
    c.municipality_code
from indicator_change as c
inner join indicator_value as b
    on
        c.wave_before = b.wave
        and c.indicator = b.indicator
        and c.institution_type = b.institution_type
        and c.boundary_set = b.boundary_set
        and c.municipality_code = b.municipality_code
inner join indicator_value as a
    on
        c.wave = a.wave
        and c.indicator = a.indicator
        and c.institution_type = a.institution_type
        and c.boundary_set = a.boundary_set
        and c.municipality_code = a.municipality_code
where
    c.municipality_code <> ''
    and c.institution_type <> 'all'
    and c.before_base = b.denominator
    and c.after_base = a.denominator
    and (
        (b.numerator is not null and c.before_upper <> b.numerator)
        or (a.numerator is not null and c.after_lower <> a.numerator)
        or (len(c.caveats) = 0 and abs(c.upper - (a.value - b.value)) > 1e-9)
    );
