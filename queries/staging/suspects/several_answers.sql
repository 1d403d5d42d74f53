-- Which rows may be too many: one answer twice, two answers to a question of one, two responses?
-- Parameters: most (how many rows are told). Columns: line. Order: line.

with staged as (
    select
        line,
        institution_id,
        question,
        case
            when
                question <> 'response'
                and question in (
                    select q.question from known_question as q
                    where q.multiple
                )
                then answer
        end as distinct_answer
    from staged_answer
),

often as (  -- numbers are grouped sooner than texts; who shares one by chance falls out below
    select hash(institution_id, question, distinct_answer) as row_hash
    from staged
    group by row_hash
    having count(*) > 1
),

crowded as (
    select
        institution_id,
        question
    from staged
    where hash(institution_id, question, distinct_answer) in (select o.row_hash from often as o)
    group by institution_id, question, distinct_answer
    having count(*) > 1
)

select line
from staged
semi join crowded using (institution_id, question)
order by line
limit $most;
