-- Closes the staging file that attach opened.
-- Parameters: none.

detach staged;
