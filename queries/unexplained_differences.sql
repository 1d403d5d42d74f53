-- Which published totals do the coded answers contradict, without an explanation?
-- Parameters: none.
-- Columns: total_id, published, coded (both in the total's unit). Order: total_id.

select
    total_id,
    published,
    coded
from reconciliation
where difference <> 0 and (explanation_lv is null or explanation_en is null)
order by total_id;
