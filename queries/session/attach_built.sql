-- Opens a new database file, under the name that take_answers expects.
-- Parameters: path (text).

attach $path as built;
