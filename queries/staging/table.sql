-- What a large answers.csv says, cell by cell, each row with the line where it begins.
-- Fills nothing: makes staged_answer, and the tables that its rows are held against. All are the
-- connection's own and go with it.
-- Parameters: none.

create temp table staged_row (  -- in the order of the file
    line BIGINT,  -- null where each record is one line: then the row's own number says it
    institution_id VARCHAR not null,
    question VARCHAR not null,
    answer VARCHAR not null,
    evidence VARCHAR not null,
    source VARCHAR not null,
    quote VARCHAR not null,
    caveat VARCHAR not null
);

create temp view staged_answer as  -- line: of the file; the header is 1
select * replace (coalesce(line, rowid + 2) as line)
from staged_row;

create temp table known_institution (
    institution_id VARCHAR not null,
    institution_type VARCHAR not null
);

create temp table known_question (question VARCHAR not null, multiple BOOLEAN not null);

create temp table known_option (question VARCHAR not null, answer VARCHAR not null);

create temp table known_caveat (caveat VARCHAR not null);

create temp table unreadable_source (source VARCHAR not null);
