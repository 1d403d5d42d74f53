-- Opens a database file for reading, under the name that every reading query expects.
-- Parameters: path (text).

attach $path as edition (read_only);
