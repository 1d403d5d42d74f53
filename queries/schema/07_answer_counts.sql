-- How many answers there are, counted once by the build, so that no page reads them all.

create table municipality_answer_count (
    wave VARCHAR not null references wave (wave),
    institution_type INSTITUTION_TYPE not null,
    municipality_code VARCHAR,  -- in the wave's boundary set; null: the source does not place them
    question VARCHAR not null,
    evidence EVIDENCE not null,
    answers INTEGER not null
);

create table region_answer_count (
    wave VARCHAR not null references wave (wave),
    boundary_set VARCHAR not null references boundary_set (boundary_set),
    institution_type INSTITUTION_TYPE not null,
    planning_region VARCHAR,  -- null: the source does not place them
    question VARCHAR not null,
    evidence EVIDENCE not null,
    answers INTEGER not null
);

create table institution_answer_count (
    wave VARCHAR not null references wave (wave),
    institution_id VARCHAR not null,  -- of institution
    evidence EVIDENCE not null,
    answers INTEGER not null
);

create table option_answer_count (
    wave VARCHAR not null references wave (wave),
    question VARCHAR not null,
    answer VARCHAR not null,  -- of answer_option
    evidence EVIDENCE not null,
    answers INTEGER not null
);
