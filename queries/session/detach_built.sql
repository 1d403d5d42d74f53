-- Writes what is left of the new file to the disk, and closes it.
-- Parameters: none.

checkpoint built;

use memory;

detach built;
