-- Is a missing answer anywhere counted as a number?
-- Offender: an area without an answer has a number.
-- Do: this is an error of the program; report it with this line.
-- Offender (lv): teritorijai bez atbildes ir skaitlis.
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
    evidence in ('no_answer', 'not_published', 'suppressed')
    and coalesce(numerator, denominator, value, lower, upper, class) is not null;
