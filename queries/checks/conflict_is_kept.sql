-- Does the answer stand that a conflict says, and only with a reason if it is the reply's?
-- Offender: the answer that is said to stand is not there, or a reply stands without a reason.
-- Do: this is an error of the program; report it with this line.
-- Offender (lv): nav atbildes, kura pēc pretrunas ieraksta paliek spēkā, vai nav tās pamatojuma.
-- Do (lv): tā ir programmas kļūda; ziņojiet par to ar šo rindu.

select
    c.wave,
    c.conflict_id,
    c.institution_id,
    c.question,
    c.stands
from conflict as c
left join answer as a
    on
        c.wave = a.wave
        and c.institution_id = a.institution_id
        and c.question = a.question
        and case when c.stands = 'reply' then c.reply_answer else c.survey_answer end = a.answer
        and a.loaded = (c.stands = 'reply')
where
    (c.stands = 'reply') <> (c.reason <> '')
    or (c.stands = 'reply' and a.answer is null)
    or (c.stands <> 'reply' and c.survey_answer is not null and a.answer is null);
