-- What the build has counted, so that no page counts answers anew for each of its readers.

-- How many institutions of a municipality say what to an indicator; all rows of one indicator,
-- type and municipality together are the institutions asked there.
create table contribution_count (
    wave VARCHAR not null references wave (wave),
    indicator VARCHAR not null references indicator (indicator),
    institution_type INSTITUTION_TYPE not null,
    boundary_set VARCHAR not null references boundary_set (boundary_set),
    municipality_code VARCHAR not null,  -- '' for institutions without a place
    responded BOOLEAN not null,  -- to the survey
    state VARCHAR not null,  -- yes | no where known; else the evidence, which says why it is not
    answer VARCHAR not null,  -- '' where estimated, not published or silent on everything
    institutions INTEGER not null,
    primary key (
        wave,
        indicator,
        institution_type,
        boundary_set,
        municipality_code,
        responded,
        state,
        answer
    )
);

-- How many answers an institution gave beyond the indicators; no row where none.
create table other_answer_count (
    wave VARCHAR not null,
    institution_id VARCHAR not null,
    answers INTEGER not null,
    primary key (wave, institution_id),
    foreign key (wave, institution_id) references institution (wave, institution_id)
);

-- How what we know is known.
create table evidence_count (
    wave VARCHAR not null references wave (wave),
    evidence EVIDENCE not null,
    answers INTEGER not null,  -- rows of answer
    contributions INTEGER not null,  -- rows of institution_indicator
    primary key (wave, evidence)
);
