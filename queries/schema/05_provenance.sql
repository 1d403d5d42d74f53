-- Where the build comes from, what its words mean, and how it agrees with the printed figures.

-- Words of codes in both languages: kind is evidence, caveat,
-- institution_type, statement_theme, note or source.
create table label (
    kind VARCHAR not null,
    code VARCHAR not null,
    position INTEGER not null,  -- the order in which labels of a kind are listed
    label_lv VARCHAR not null,
    label_en VARCHAR not null,
    primary key (kind, code)
);

-- Every published total that the coded answers can recompute, and why the two differ.
create table reconciliation (
    wave VARCHAR not null,
    total_id INTEGER not null,
    coded DOUBLE not null,  -- in the total's unit
    published DOUBLE not null,
    difference DOUBLE not null,  -- coded minus published, 0 where equal at the printed precision
    explanation_lv VARCHAR,  -- null only where there is no difference
    explanation_en VARCHAR,
    primary key (wave, total_id),
    foreign key (wave, total_id) references published_total (wave, total_id)
);

-- Sentences that explain why a published total differs from the coded answers.
create table difference (
    wave VARCHAR not null references wave (wave),
    institution_type INSTITUTION_TYPE,
    question VARCHAR not null,
    category VARCHAR not null,
    value DOUBLE not null,
    unit TOTAL_UNIT not null,
    source VARCHAR not null,
    explanation_lv VARCHAR not null,
    explanation_en VARCHAR not null
);

-- Where the source contradicts itself, and how that was coded.
create table contradiction (
    wave VARCHAR not null references wave (wave),
    position INTEGER not null,
    source VARCHAR not null,
    text_lv VARCHAR not null,
    text_en VARCHAR not null,
    primary key (wave, position)
);

create table build_info (
    version VARCHAR not null,
    built_at TIMESTAMPTZ not null,
    inputs_sha256 VARCHAR not null,  -- of all inputs together: the identity of the data
    schema_sha256 VARCHAR not null  -- of the tables: a program that reads others refuses the file
);

create table build_input (
    file VARCHAR primary key,
    sha256 VARCHAR not null
);
