-- The tables that somebody would make who only wants to count: no key, no check, no line.
-- Parameters: none.

create type EVIDENCE as ENUM('named', 'reported', 'derived', 'no_answer');

create table institution (
    wave VARCHAR,
    institution_id VARCHAR,
    institution_type VARCHAR,
    name_lv VARCHAR,
    municipality_code VARCHAR,
    sub_unit VARCHAR,
    source VARCHAR,
    quote VARCHAR,
    caveat VARCHAR
);

create table answer (
    wave VARCHAR,
    institution_id VARCHAR,
    question VARCHAR,
    answer VARCHAR,
    evidence EVIDENCE,
    source VARCHAR,
    quote VARCHAR,
    caveats VARCHAR[]
);
