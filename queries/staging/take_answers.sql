-- What the staged answers of a wave say, as the database keeps it.
-- Fills answer, from a staging file that is attached as staged.
-- Parameters: wave (text).

insert into answer
select
    $wave,
    institution_id,
    question,
    answer,
    evidence::EVIDENCE,
    source,
    quote,
    case when caveat = '' then [] else string_split(caveat, ';') end as caveats,
    false as loaded
from staged.staged_answer;
