-- What was asked, of whom, and what they answered: the survey files, one table each.

create table wave (
    wave VARCHAR primary key,
    revision VARCHAR not null,  -- the data version, e.g. 2016-1
    title_lv VARCHAR not null,
    title_en VARCHAR not null,
    fieldwork_from DATE not null,
    fieldwork_to DATE not null,
    boundary_set VARCHAR not null references boundary_set (boundary_set),
    citation_lv VARCHAR not null,
    citation_en VARCHAR not null,
    terms_lv VARCHAR not null,
    terms_en VARCHAR not null,
    source_url VARCHAR  -- the publisher's own page about the survey, where one is known
);

-- The boundary sets in which a wave's institutions can be counted: its own, and newer ones to which
-- the crosswalk leads. Nothing leads back: a merged unit does not say which part a reply is of.
create table wave_boundary_set (
    wave VARCHAR not null references wave (wave),
    boundary_set VARCHAR not null references boundary_set (boundary_set),
    primary key (wave, boundary_set)
);

create table institution (
    wave VARCHAR not null references wave (wave),
    institution_id VARCHAR not null,
    institution_type INSTITUTION_TYPE not null,
    name_lv VARCHAR not null,
    name_en VARCHAR not null,
    municipality_code VARCHAR,  -- in the wave's boundary set; null: the source does not place it
    sub_unit VARCHAR,
    source VARCHAR not null,
    quote VARCHAR not null,
    caveats VARCHAR[] not null,
    primary key (wave, institution_id)
);

create table question (
    wave VARCHAR not null references wave (wave),
    question VARCHAR not null,
    position INTEGER not null,
    theme VARCHAR not null,
    wording_lv VARCHAR not null,
    wording_en VARCHAR not null,
    multiple BOOLEAN not null,  -- several answers of one institution are allowed
    primary key (wave, question)
);

create table answer_option (
    wave VARCHAR not null,
    question VARCHAR not null,
    answer VARCHAR not null,
    position INTEGER not null,
    label_lv VARCHAR not null,
    label_en VARCHAR not null,
    primary key (wave, question, answer),
    foreign key (wave, question) references question (wave, question)
);

-- Its keys are held by checks: an index over millions of answers costs more than all the rest.
create table answer (
    wave VARCHAR not null,
    institution_id VARCHAR not null,  -- of institution
    question VARCHAR not null,
    answer VARCHAR not null,  -- of answer_option; stands once for an institution and a question
    evidence EVIDENCE not null,
    source VARCHAR not null,
    quote VARCHAR not null,
    caveats VARCHAR[] not null,
    loaded BOOLEAN not null default false  -- from a file of replies
);

-- A loaded reply that says otherwise than the survey. Both are kept; one of them stands in answer.
create table conflict (
    wave VARCHAR not null,
    conflict_id INTEGER not null,
    institution_id VARCHAR not null,
    question VARCHAR not null,
    survey_answer VARCHAR,  -- null: the survey says that the institution did not respond at all
    survey_evidence EVIDENCE,
    survey_source VARCHAR,
    survey_quote VARCHAR,
    reply_answer VARCHAR not null,
    reply_source VARCHAR not null,
    reply_quote VARCHAR not null,
    file VARCHAR not null,
    sheet VARCHAR not null,  -- '' for CSV
    line INTEGER not null,  -- the row of the file or sheet
    stands VARCHAR not null,  -- survey, or reply where its row says why
    reason VARCHAR not null,  -- why the reply stands; '' where the survey does
    primary key (wave, conflict_id),
    foreign key (wave, institution_id) references institution (wave, institution_id),
    foreign key (wave, question, reply_answer) references answer_option (wave, question, answer)
);

-- Every figure that the source itself prints, as printed.
create table published_total (
    wave VARCHAR not null references wave (wave),
    total_id INTEGER not null,  -- the row of the file, 1 for the first
    institution_type INSTITUTION_TYPE,  -- null: the country
    question VARCHAR not null,
    category VARCHAR not null,
    value DOUBLE not null,
    decimals INTEGER not null,  -- digits printed behind the decimal comma
    unit TOTAL_UNIT not null,
    denominator INTEGER,  -- the institutions that a share refers to, where that is known
    source VARCHAR not null,
    quote VARCHAR not null,
    label_lv VARCHAR,  -- what it counts; null: answers_lv or the quote says it
    label_en VARCHAR,
    answers_lv VARCHAR,  -- labels of the answers it counts, joined by +; null: of none
    answers_en VARCHAR,
    primary key (wave, total_id)
);

-- What the source tells in words: of an institution, of a place, of all of a type, or of nobody.
create table statement (
    wave VARCHAR not null references wave (wave),
    statement_id INTEGER not null,  -- the row of the file, 1 for the first
    theme STATEMENT_THEME not null,
    institution_id VARCHAR,  -- null: the source ties it to no institution
    municipality_code VARCHAR,  -- in the wave's boundary set, only where no institution is named
    institution_type INSTITUTION_TYPE,  -- null: it is about none in particular
    text_lv VARCHAR not null,
    text_en VARCHAR not null,
    source VARCHAR not null,
    quote VARCHAR not null,
    primary key (wave, statement_id),
    foreign key (wave, institution_id) references institution (wave, institution_id)
);
