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
    coalesce(
        case when $lang = 'lv' then p.label_lv else p.label_en end,
        (
            select
                string_agg(
                    case when $lang = 'lv' then o.label_lv else o.label_en end,
                    ' + ' order by o.position
                )
            from answer_option as o
            where
                o.wave = p.wave
                and o.question = p.question
                and list_contains(string_split(p.category, '+'), o.answer)
        ),
        ''
    ) as label,
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
