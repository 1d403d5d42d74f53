-- What does the source tell in words, and where does each statement count in a boundary set?
-- Parameters: wave, boundary_set (texts), lang ('lv' or 'en').
-- Columns: the fields of records.Statement; institution_id, institution_type and code are '' where
--   the source names none. An institution goes whole to the unit of its seat.
-- Order: as in the source.

select
    s.statement_id,
    s.theme,
    coalesce(s.institution_id, '') as institution_id,
    coalesce(s.institution_type::VARCHAR, '') as institution_type,
    coalesce(
        c.to_code,
        case
            when w.boundary_set = $boundary_set
                then coalesce(i.municipality_code, s.municipality_code)
        end,
        ''
    ) as code,
    case when $lang = 'lv' then s.text_lv else s.text_en end as text,
    s.source,
    s.quote
from statement as s
inner join wave as w using (wave)
left join institution as i on s.wave = i.wave and s.institution_id = i.institution_id
left join crosswalk as c
    on
        w.boundary_set = c.from_set
        and c.to_set = $boundary_set
        and c.from_code = coalesce(i.municipality_code, s.municipality_code)
        and c.seat
where s.wave = $wave
order by s.statement_id;
