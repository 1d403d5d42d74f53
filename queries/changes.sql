-- What changed since earlier waves, in every area of a boundary set?
-- Parameters: wave (the later one), boundary_set (texts).
-- Columns: the fields of records.Change; code '' for regions and Latvia,
--   planning_region '' for Latvia; counts and shares are null where there is a reason (else '').
-- Order: wave_before, indicator, institution_type, municipalities by code, regions, Latvia.

select
    wave_before,
    indicator,
    institution_type,
    municipality_code as code,
    planning_region,
    before_lower,
    before_upper,
    before_base,
    after_lower,
    after_upper,
    after_base,
    lower,
    upper,
    class as class_number,
    coalesce(reason, '') as reason,
    caveats
from indicator_change
where wave = $wave and boundary_set = $boundary_set
order by
    wave_before,
    indicator,
    institution_type,
    municipality_code = '',
    municipality_code,
    planning_region = '',
    planning_region;
