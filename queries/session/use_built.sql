-- Makes the new file the one whose tables are meant. Each cursor needs its own.
-- Parameters: none.

use built;
