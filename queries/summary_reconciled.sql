-- How many published totals can the coded answers recompute?
-- Parameters: wave.
-- Columns: reconciled (a count). One row.

select count(*) as reconciled from reconciliation
where wave = $wave;
