-- Lets a connection say how far a query is, and print nothing by itself.
-- Parameters: none.

set enable_progress_bar = true;

set enable_progress_bar_print = false;
