-- Forgets what was staged: it is read once more, with care.
-- Parameters: none.

delete from staged_row;
