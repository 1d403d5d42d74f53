-- What is every indicator of every area of a boundary set?
-- Parameters: wave, boundary_set (texts).
-- Columns: the fields of records.AreaValue; code '' for regions and Latvia, planning_region '' for
--   Latvia; numbers are null where there is no value (see evidence).
-- Order: indicator, institution_type, municipalities by code, regions by name, Latvia.

select
    indicator,
    institution_type,
    municipality_code as code,
    planning_region,
    numerator,
    denominator,
    value,
    lower,
    upper,
    evidence,
    sources,
    caveats,
    class as class_number
from indicator_value
where wave = $wave and boundary_set = $boundary_set
order by
    indicator,
    institution_type,
    municipality_code = '',
    municipality_code,
    planning_region = '',
    planning_region;
