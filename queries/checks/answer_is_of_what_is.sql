-- Is each answer one of its question, and of an institution that was asked? No key holds it.
-- Offender: an answer has no institution, or is not among the answers to its question.
-- Do: correct the row in answers.csv, or add what it refers to.
-- Offender (lv): atbildei nav iestādes, vai tās nav starp jautājuma atbildēm.
-- Do (lv): izlabojiet rindu failā answers.csv vai pievienojiet to, uz ko tā atsaucas.

with given as (
    select distinct
        wave,
        question,
        answer
    from answer
),

giving as (
    select distinct
        wave,
        institution_id
    from answer
)

select
    g.wave,
    '' as institution_id,
    g.question,
    g.answer
from given as g
left join answer_option as o
    on g.wave = o.wave and g.question = o.question and g.answer = o.answer
where o.answer is null
union all
select
    g.wave,
    g.institution_id,
    '' as question,
    '' as answer
from giving as g
left join institution as i on g.wave = i.wave and g.institution_id = i.institution_id
where i.institution_id is null;
