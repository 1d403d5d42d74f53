-- What the staged answers of a wave say, as the database keeps it.
-- Fills answer of the new file, which is attached as built.
-- Parameters: wave (text).

insert into built.answer
select
    $wave,
    institution_id,
    question,
    answer,
    evidence,
    source,
    quote,
    case when caveat = '' then [] else string_split(caveat, ';') end as caveats,
    false as loaded
from staged_answer;
