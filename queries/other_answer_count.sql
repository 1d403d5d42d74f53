-- How many answers beyond the indicators did the institutions of a municipality give?
-- Parameters: wave, boundary_set, code (texts).
-- Columns: answers (0 where none). One row.

select coalesce(sum(n.answers), 0)::INTEGER as answers
from other_answer_count as n
inner join institution as i using (wave, institution_id)
inner join wave as w using (wave)
left join crosswalk as c
    on
        w.boundary_set = c.from_set
        and c.to_set = $boundary_set
        and i.municipality_code = c.from_code
        and c.seat
where
    n.wave = $wave
    and case
        when w.boundary_set = $boundary_set then i.municipality_code else c.to_code
    end = $code;
