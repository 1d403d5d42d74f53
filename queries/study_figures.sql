-- Which figures does the source print, and what does each of them count?
-- Parameters: wave (text), lang ('lv' or 'en').
-- Columns: the fields of records.Figure; institution_type is '' for the country, indicator '' where
--   the figure counts no indicator, label '' where only the quote says what it counts.
-- Order: as printed.

select
    p.total_id,
    coalesce(p.institution_type::VARCHAR, '') as institution_type,
    p.question,
    p.category,
    case
        when $lang = 'lv' then coalesce(p.label_lv, p.answers_lv, '')
        else coalesce(p.label_en, p.answers_en, '')
    end as label,
    p.value,
    p.decimals,
    p.unit,
    p.denominator,
    p.source,
    p.quote,
    coalesce(i.indicator, '') as indicator
from published_total as p
left join indicator as i
    on p.question = i.question and list_contains(i.numerator_answers, p.category)
where p.wave = $wave
order by p.total_id;
