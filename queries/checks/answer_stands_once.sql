-- Does each answer stand once? No key holds it: an index over millions costs more than all else.
-- Offender: an answer stands more than once.
-- Do: remove one of its rows from answers.csv.
-- Offender (lv): atbilde ir ierakstīta vairāk nekā vienu reizi.
-- Do (lv): izņemiet lieko rindu no answers.csv.

select
    wave,
    institution_id,
    question,
    answer
from answer
group by wave, institution_id, question, answer
having count(*) > 1;
