-- Has every value its denominator, bounds and class, in order, and is zero only somebody's answer?
-- Offender: a value lacks numbers or stands outside its bounds.
-- Do: this is an error of the program; report it with this line.
-- Offender (lv): vērtībai trūkst skaitļu, vai tā ir ārpus savām robežām.
-- Do (lv): tā ir programmas kļūda; ziņojiet par to, pievienojot šo rindu.

select
    wave,
    indicator,
    institution_type,
    boundary_set,
    municipality_code,
    planning_region,
    value
from indicator_value
where
    evidence not in ('no_answer', 'not_published', 'suppressed')
    and not coalesce(
        denominator > 0
        and lower >= 0
        and lower <= value + 1e-12
        and value <= upper + 1e-12
        and upper <= 1
        and class between 0 and 5
        and (class = 0) = (value = 0),
        false
    );
