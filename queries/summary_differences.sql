-- Which published totals do the coded answers contradict, and why?
-- Parameters: wave.
-- Columns: institution_type, question, category, published, coded (in unit), unit, explanation_en.
-- Order: total_id.

select
    p.institution_type,
    p.question,
    p.category,
    r.published,
    r.coded,
    p.unit,
    r.explanation_en
from reconciliation as r
inner join published_total as p on r.wave = p.wave and r.total_id = p.total_id
where r.wave = $wave and r.difference <> 0
order by r.total_id;
