-- Which figures does the source print about a question?
-- Parameters: wave, question (texts).
-- Columns: institution_type (null: the country), category, value (in unit), unit, source (code).
-- Order: as printed.

select
    institution_type,
    category,
    value,
    unit,
    source
from published_total
where wave = $wave and question = $question
order by total_id;
