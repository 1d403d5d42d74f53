-- How are the indicators defined?
-- Parameters: lang ('lv' or 'en').
-- Columns: indicator, question, name, numerator, denominator (words). Order: as displayed.

select
    indicator,
    question,
    case when $lang = 'lv' then name_lv else name_en end as name,
    case when $lang = 'lv' then numerator_lv else numerator_en end as numerator,
    case when $lang = 'lv' then denominator_lv else denominator_en end as denominator
from indicator
order by position;
