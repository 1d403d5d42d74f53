-- Which build is this?
-- Parameters: none.
-- Columns: version, built_at (time with zone), inputs_sha256, schema_sha256, waves (list of data
--   versions). One row.

select
    b.version,
    b.built_at,
    b.inputs_sha256,
    b.schema_sha256,
    (select list(w.revision order by w.wave) from wave as w) as waves
from build_info as b;
