-- Lets queries run in as many threads as there are processors, as they do at first.
-- Parameters: none.

reset threads;
