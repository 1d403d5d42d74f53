-- Has every change either its counts and its range, in order, or a reason why there is none?
-- Offender: a change lacks numbers or stands outside its bounds, or has them beside a reason.
-- Do: this is an error of the program; report it with this line.
-- Offender (lv): izmaiņai trūkst skaitļu, tā ir ārpus savām robežām vai tai tie ir līdzās iemeslam.
-- Do (lv): tā ir programmas kļūda; ziņojiet par to ar šo rindu.

select
    wave_before,
    wave,
    indicator,
    institution_type,
    boundary_set,
    municipality_code,
    planning_region
from indicator_change
where
    (
        reason is null
        and not coalesce(
            before_base > 0
            and after_base > 0
            and 0 <= before_lower
            and before_lower <= before_upper
            and before_upper <= before_base
            and 0 <= after_lower
            and after_lower <= after_upper
            and after_upper <= after_base
            and lower between -1 - 1e-9 and upper + 1e-9
            and upper <= 1 + 1e-9,
            false
        )
    )
    or (
        reason is not null
        and coalesce(before_base, after_base, before_lower, after_lower, class)::DOUBLE is not null
    )
    or (reason is not null and coalesce(lower, upper) is not null)
    or (class is null and (lower > 1e-9 or upper < -1e-9));
