-- Indicators: their definitions, what each institution contributes, and the values of areas.

create table indicator (
    indicator VARCHAR primary key,
    position INTEGER not null,
    question VARCHAR not null,
    numerator_answers VARCHAR[] not null,
    base VARCHAR not null,  -- asked | responded | answered
    name_lv VARCHAR not null,
    name_en VARCHAR not null,
    numerator_lv VARCHAR not null,
    numerator_en VARCHAR not null,
    denominator_lv VARCHAR not null,
    denominator_en VARCHAR not null
);

-- The published total of one institution type for one indicator, as an interval of counts.
create table stratum (
    wave VARCHAR not null references wave (wave),
    indicator VARCHAR not null references indicator (indicator),
    institution_type INSTITUTION_TYPE not null,
    base INTEGER not null,  -- institutions that the figure speaks of
    lower_count INTEGER not null,
    upper_count INTEGER not null,
    named INTEGER not null,  -- institutions of the base with an answer of their own, no_answer too
    named_yes INTEGER not null,
    share DOUBLE not null,  -- synthetic estimate for each institution not named, 0-1
    sources VARCHAR[] not null,
    caveats VARCHAR[] not null,
    primary key (wave, indicator, institution_type)
);

-- A published total that loaded replies contradict: it estimates nothing any more.
create table contradicted_total (
    wave VARCHAR not null references wave (wave),
    indicator VARCHAR not null references indicator (indicator),
    institution_type INSTITUTION_TYPE not null,
    base INTEGER not null,  -- institutions that the figure speaks of
    lower INTEGER not null,  -- what the figure counts, at least and at most
    upper INTEGER not null,
    least INTEGER not null,  -- what the known answers allow
    most INTEGER not null,
    sources VARCHAR[] not null,
    primary key (wave, indicator, institution_type)
);

-- One row per institution and indicator: in the denominator or not, and what it counts for.
create table institution_indicator (
    wave VARCHAR not null,
    institution_id VARCHAR not null,
    indicator VARCHAR not null references indicator (indicator),
    answer VARCHAR,  -- null where estimated, not published or silent on everything
    evidence EVIDENCE not null,
    share DOUBLE,  -- 1 or 0 known, 0-1 estimated, null none
    lower DOUBLE,  -- what it can at least and at most be
    upper DOUBLE,
    source VARCHAR,
    quote VARCHAR,
    caveats VARCHAR[] not null,
    primary key (wave, institution_id, indicator),
    foreign key (wave, institution_id) references institution (wave, institution_id)
);

-- Areas: a municipality (code), a planning region (code '', region filled), Latvia (both '').
create table indicator_value (
    wave VARCHAR not null references wave (wave),
    indicator VARCHAR not null references indicator (indicator),
    institution_type VARCHAR not null,  -- a code of INSTITUTION_TYPE, or 'all'
    boundary_set VARCHAR not null references boundary_set (boundary_set),
    municipality_code VARCHAR not null,
    planning_region VARCHAR not null,
    numerator INTEGER,  -- null for estimates
    denominator INTEGER,
    value DOUBLE,  -- shares 0-1
    lower DOUBLE,
    upper DOUBLE,
    evidence EVIDENCE not null,
    sources VARCHAR[] not null,
    caveats VARCHAR[] not null,
    class INTEGER,  -- 0 | (0,20] | (20,40] | (40,60] | (60,80] | (80,100] %: 0 to 5; null: no value
    primary key (
        wave, indicator, institution_type, boundary_set, municipality_code, planning_region
    )
);
