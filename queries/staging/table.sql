-- What a large answers.csv says, cell by cell, each row with the line where it begins.
-- Fills nothing: makes staged_answer, and the tables that its rows are held against. All are the
-- connection's own and go with it.
-- Parameters: none.

create temp table regular_answer (  -- of a file whose records are lines, in their order, whole
    institution_id VARCHAR not null,
    question VARCHAR not null,
    answer VARCHAR not null,
    evidence VARCHAR not null,
    source VARCHAR not null,
    quote VARCHAR not null,
    caveat VARCHAR not null
);

create temp table numbered_answer (  -- of any other file
    line BIGINT not null,
    institution_id VARCHAR not null,
    question VARCHAR not null,
    answer VARCHAR not null,
    evidence VARCHAR not null,
    source VARCHAR not null,
    quote VARCHAR not null,
    caveat VARCHAR not null
);

create temp view staged_answer as  -- one of the two is empty
select
    rowid + 2 as line,  -- of the file; the header is 1
    institution_id,
    question,
    answer,
    evidence,
    source,
    quote,
    caveat
from regular_answer
union all
select
    line,
    institution_id,
    question,
    answer,
    evidence,
    source,
    quote,
    caveat
from numbered_answer;

create temp table known_institution (
    institution_id VARCHAR not null,
    institution_type VARCHAR not null
);

create temp table known_question (question VARCHAR not null, multiple BOOLEAN not null);

create temp table known_option (question VARCHAR not null, answer VARCHAR not null);

create temp table known_caveat (caveat VARCHAR not null);

create temp table unreadable_source (source VARCHAR not null);
