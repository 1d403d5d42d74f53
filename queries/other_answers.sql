-- What else did the institutions of a municipality answer, beyond the indicators: a page of it?
-- Parameters: wave, boundary_set, code (texts), lang ('lv' or 'en'), before (the answers before
--   the page), most (how many a page holds).
-- Columns: institution_id, question, wording, answer (its label), evidence, source (code), quote,
--   caveats (codes). Order: question, institution_type, institution_id, answer.

with
place as (
    select
        i.wave,
        i.institution_id,
        i.institution_type
    from institution as i
    inner join wave as w using (wave)
    left join crosswalk as c
        on
            w.boundary_set = c.from_set
            and c.to_set = $boundary_set
            and i.municipality_code = c.from_code
            and c.seat
    where
        i.wave = $wave
        and case
            when w.boundary_set = $boundary_set then i.municipality_code else c.to_code
        end = $code
),

said as materialized (  -- few of very many: found before anything is looked up for them
    select
        a.institution_id,
        p.institution_type,
        a.question,
        a.answer,
        a.evidence,
        a.source,
        a.quote,
        a.caveats
    from answer as a
    inner join place as p using (wave, institution_id)
    where a.wave = $wave
)

select
    s.institution_id,
    s.question,
    case when $lang = 'lv' then q.wording_lv else q.wording_en end as wording,
    case when $lang = 'lv' then o.label_lv else o.label_en end as answer,
    s.evidence,
    s.source,
    s.quote,
    s.caveats
from said as s
inner join question as q on s.question = q.question and q.wave = $wave
inner join answer_option as o on s.question = o.question and s.answer = o.answer and o.wave = $wave
where
    s.question not in (
        select d.question from indicator as d
    )
order by q.position, s.institution_type, s.institution_id, o.position
limit $most offset $before;
