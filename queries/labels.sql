-- What are codes and sources called?
-- Parameters: lang ('lv' or 'en').
-- Columns: kind (evidence, caveat, institution_type, source), code, label. Order: kind, position.

select
    kind,
    code,
    case when $lang = 'lv' then label_lv else label_en end as label
from label
order by kind, position;
