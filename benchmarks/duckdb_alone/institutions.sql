-- Loads the institutions of one wave.
-- Parameters: wave (text), path.

insert into institution
select
    $wave,
    *
from read_csv($path, header = true, all_varchar = true);
