-- Which answers does each printed figure count, in words?
-- Fills answers_lv and answers_en of published_total: the labels of the answers that its category
-- names, in the order of the form, joined by +. Null where it names no answer of the question.

update published_total as p
set
    answers_lv = n.answers_lv,
    answers_en = n.answers_en
from (
    select
        t.wave,
        t.total_id,
        string_agg(o.label_lv, ' + ' order by o.position) as answers_lv,
        string_agg(o.label_en, ' + ' order by o.position) as answers_en
    from published_total as t
    inner join answer_option as o
        on
            t.wave = o.wave
            and t.question = o.question
            and list_contains(string_split(t.category, '+'), o.answer)
    group by all
) as n
where p.wave = n.wave and p.total_id = n.total_id;
