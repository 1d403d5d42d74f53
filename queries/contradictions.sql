-- Where does the source contradict itself, and how was that coded?
-- Parameters: wave (text), lang ('lv' or 'en').
-- Columns: source (code), text. Order: as listed.

select
    source,
    case when $lang = 'lv' then text_lv else text_en end as text
from contradiction
where wave = $wave
order by position;
