-- Which published totals do the coded answers contradict, without an explanation?
-- Parameters: none.
-- Columns: wave, total_id, published, coded (both in the total's unit). Order: wave, total_id.

select
    wave,
    total_id,
    published,
    coded
from reconciliation
where difference <> 0 and (explanation_lv is null or explanation_en is null)
order by wave, total_id;
