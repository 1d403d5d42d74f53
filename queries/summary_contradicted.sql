-- Which published totals do loaded replies contradict, so that they estimate nothing any more?
-- Parameters: wave, lang ('lv' or 'en').
-- Columns: indicator (Latvian: its name; English: its code), institution_type, lower, upper (what
--   is printed), least, most (what the known answers allow; all counts of institutions).
-- Order: indicator, institution_type.

select
    case when $lang = 'lv' then i.name_lv else c.indicator end as indicator,
    c.institution_type,
    c.lower,
    c.upper,
    c.least,
    c.most
from contradicted_total as c
inner join indicator as i on c.indicator = i.indicator
where c.wave = $wave
order by c.indicator, c.institution_type;
