-- Which printed totals are the estimates made from?
-- Parameters: wave (text).
-- Columns: indicator, institution_type, base (institutions), lower_count, upper_count, named,
--   named_yes (counts), share (0-1, of each institution not named), sources (codes).
-- Order: indicator, institution_type.

select
    indicator,
    institution_type,
    base,
    lower_count,
    upper_count,
    named,
    named_yes,
    share,
    sources
from stratum
where wave = $wave
order by indicator, institution_type;
