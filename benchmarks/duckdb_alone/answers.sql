-- Loads the answers of one wave.
-- Parameters: wave (text), path, columns (name → type).

insert into answer
select
    $wave,
    institution_id,
    question,
    answer,
    evidence::EVIDENCE,
    source,
    coalesce(quote, ''),
    case when caveat is null then [] else string_split(caveat, ';') end
from read_csv($path, header = true, auto_detect = false, columns = $columns);
