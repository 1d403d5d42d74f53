-- What do the answers cite?
-- Parameters: none. Columns: source. Order: source.

select distinct source
from staged_answer
order by source;
