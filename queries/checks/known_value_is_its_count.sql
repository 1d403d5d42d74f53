-- Is a known value its numerator through its denominator, without a margin?
-- Offender: a known value is not its count, or an estimate has a count.
-- Do: this is an error of the program; report it with this line.
-- Offender (lv): zināma vērtība nav tās skaits, vai aplēsei ir skaits.
-- Do (lv): tā ir programmas kļūda; ziņojiet par to, pievienojot šo rindu.

select
    wave,
    indicator,
    institution_type,
    boundary_set,
    municipality_code,
    planning_region,
    evidence
from indicator_value
where
    (
        evidence in ('named', 'reported', 'derived')
        and not coalesce(
            lower = upper
            and abs(value - lower) < 1e-9
            and abs(value - numerator / denominator) < 1e-9,
            false
        )
    )
    or (evidence = 'estimated' and numerator is not null);
