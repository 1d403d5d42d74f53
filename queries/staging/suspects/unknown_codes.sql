-- Which rows name an institution, a question, an answer or a caveat that there is not?
-- Parameters: most (how many rows are told). Columns: line. Order: line.

select a.line
from staged_answer as a
left join known_institution as i on a.institution_id = i.institution_id
left join known_option as o on a.question = o.question and a.answer = o.answer
left join known_question as q on a.question = q.question
where
    i.institution_id is null
    or o.answer is null
    or q.question is null
    or (
        a.caveat <> ''
        and not list_has_all(
            (select list(k.caveat) from known_caveat as k), string_split(a.caveat, ';')
        )
    )
order by a.line
limit $most;
