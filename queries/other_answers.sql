-- What else did the institutions of a municipality answer, beyond the indicators?
-- Parameters: wave, boundary_set, code (texts), lang ('lv' or 'en').
-- Columns: institution_id, question, wording, answer (its label), evidence, source (code), quote,
--   caveats (codes). Order: question, institution_type, institution_id, answer.

select
    a.institution_id,
    a.question,
    case when $lang = 'lv' then q.wording_lv else q.wording_en end as wording,
    case when $lang = 'lv' then o.label_lv else o.label_en end as answer,
    a.evidence,
    a.source,
    a.quote,
    a.caveats
from answer as a
inner join question as q using (wave, question)
inner join answer_option as o using (wave, question, answer)
inner join institution as i using (wave, institution_id)
inner join wave as w using (wave)
left join crosswalk as c
    on
        w.boundary_set = c.from_set
        and c.to_set = $boundary_set
        and i.municipality_code = c.from_code
        and c.seat
where
    a.wave = $wave
    and case
        when w.boundary_set = $boundary_set then i.municipality_code else c.to_code
    end = $code
    and a.question not in (
        select d.question from indicator as d
    )
order by q.position, i.institution_type, a.institution_id, o.position;
