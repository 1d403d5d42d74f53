-- Does each answer stand once? No key holds it: an index over millions costs more than all else.
-- Offender: an answer stands more than once.
-- Do: remove one of its rows from answers.csv.
-- Offender (lv): atbilde ir ierakstīta vairāk nekā vienu reizi.
-- Do (lv): izņemiet lieko rindu no answers.csv.

with often as (  -- numbers are grouped sooner than texts; who shares one by chance falls out below
    select hash(wave, institution_id, question, answer) as row_hash
    from answer
    group by row_hash
    having count(*) > 1
)

select
    wave,
    institution_id,
    question,
    answer
from answer
where hash(wave, institution_id, question, answer) in (select o.row_hash from often as o)
group by wave, institution_id, question, answer
having count(*) > 1;
