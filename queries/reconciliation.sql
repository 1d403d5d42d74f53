-- How do the coded answers agree with each printed figure that they can recompute?
-- Parameters: wave (text), lang ('lv' or 'en').
-- Columns: institution_type, question (its wording), answers (labels, joined by +), published,
--   coded, difference (figures, all in unit), unit, denominator (null for counts of everybody),
--   source (code), explanation (null where there is no difference).
-- Order: as printed in the study.

select
    p.institution_type,
    case when $lang = 'lv' then q.wording_lv else q.wording_en end as question,
    case when $lang = 'lv' then p.answers_lv else p.answers_en end as answers,
    r.published,
    r.coded,
    r.difference,
    p.unit,
    p.denominator,
    p.source,
    case when $lang = 'lv' then r.explanation_lv else r.explanation_en end as explanation
from reconciliation as r
inner join published_total as p using (wave, total_id)
inner join question as q using (wave, question)
where r.wave = $wave
order by r.total_id;
