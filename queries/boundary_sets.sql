-- Which boundary sets are there, where from, and how accurate?
-- Parameters: lang ('lv' or 'en').
-- Columns: boundary_set, title, in_force_from, in_force_to (null: today), source, licence,
--   accuracy, units (count).
-- Order: boundary_set.

select
    b.boundary_set,
    case when $lang = 'lv' then b.title_lv else b.title_en end as title,
    b.in_force_from,
    b.in_force_to,
    case when $lang = 'lv' then b.source_lv else b.source_en end as source,
    b.licence,
    case when $lang = 'lv' then b.accuracy_lv else b.accuracy_en end as accuracy,
    (
        select count(*) from municipality as m
        where m.boundary_set = b.boundary_set
    ) as units
from boundary_set as b
order by b.boundary_set;
