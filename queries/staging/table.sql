-- What a large answers.csv says, cell by cell, each row with the line where it begins.
-- Fills nothing: makes staged_answer, and the tables that its rows are held against.
-- Parameters: none.

create table staged_answer (
    line BIGINT not null,  -- of the file; the header is 1
    institution_id VARCHAR not null,
    question VARCHAR not null,
    answer VARCHAR not null,
    evidence VARCHAR not null,
    source VARCHAR not null,
    quote VARCHAR not null,
    caveat VARCHAR not null
);

create table known_institution (institution_id VARCHAR not null, institution_type VARCHAR not null);

create table known_question (question VARCHAR not null, multiple BOOLEAN not null);

create table known_option (question VARCHAR not null, answer VARCHAR not null);

create table known_caveat (caveat VARCHAR not null);

create table unreadable_source (source VARCHAR not null);
