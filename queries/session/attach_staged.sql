-- Opens a staging file for reading, under the name that take_answers expects.
-- Parameters: path (text).

attach $path as staged (read_only);
