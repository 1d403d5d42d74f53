-- Which published totals do loaded replies contradict, so that they estimate nothing any more?
-- Parameters: wave.
-- Columns: indicator, institution_type, lower, upper (what is printed), least, most (what the known
--   answers allow; all counts of institutions). Order: indicator, institution_type.

select
    indicator,
    institution_type,
    lower,
    upper,
    least,
    most
from contradicted_total
where wave = $wave
order by indicator, institution_type;
