-- Which figures does the source print, and what do the coded answers give in their place?
-- Parameters, lists of texts, empty means all: waves, institution_types, questions.
--   lang (text, 'lv' or 'en').
-- Columns: those of /export/published_totals.csv; institution_type is null for a figure of the
--   country, which is dropped when a type is asked for; label is null where only the quote says
--   what is counted; coded and difference (both in unit) are null where the coded answers cannot
--   recompute the figure, explanation where they do not differ.
-- Order: wave, total_id.

select
    p.wave,
    p.total_id,
    p.institution_type::VARCHAR as institution_type,
    p.question,
    p.category,
    case
        when $lang = 'lv' then coalesce(p.label_lv, p.answers_lv)
        else coalesce(p.label_en, p.answers_en)
    end as label,
    p.value,
    p.decimals,
    p.unit::VARCHAR as unit,
    p.denominator,
    case when $lang = 'lv' then l.label_lv else l.label_en end as source,
    p.quote,
    r.coded,
    r.difference,
    case when $lang = 'lv' then r.explanation_lv else r.explanation_en end as explanation
from published_total as p
left join reconciliation as r using (wave, total_id)
left join label as l on l.kind = 'source' and p.source = l.code
where
    (len($waves) = 0 or list_contains($waves, p.wave))
    and (
        len($institution_types) = 0
        or list_contains($institution_types, p.institution_type::VARCHAR)
    )
    and (len($questions) = 0 or list_contains($questions, p.question))
order by p.wave, p.total_id;
