-- Lets queries run in one thread, so that the rows they write lie close together.
-- Parameters: none.

set threads = 1;
