-- Where Latvia is: boundary sets, their municipalities, and which old unit went where.

create table boundary_set (
    boundary_set VARCHAR primary key,
    in_force_from DATE not null,
    in_force_to DATE,  -- null: in force today
    title_lv VARCHAR not null,
    title_en VARCHAR not null,
    source_lv VARCHAR not null,
    source_en VARCHAR not null,
    licence VARCHAR not null,
    accuracy_lv VARCHAR not null,
    accuracy_en VARCHAR not null
);

create table municipality (
    boundary_set VARCHAR not null references boundary_set (boundary_set),
    code VARCHAR not null,  -- ISO 3166-2:LV; means nothing without its boundary set
    name_nom VARCHAR not null,
    name_gen VARCHAR not null,
    name_dat VARCHAR not null,
    name_acc VARCHAR not null,
    name_loc VARCHAR not null,
    type VARCHAR not null,
    planning_region VARCHAR not null,  -- the genitive stem, e.g. Zemgales
    geometry GEOMETRY not null,  -- EPSG:4326
    label_lon DOUBLE not null,
    label_lat DOUBLE not null,
    area_km2 DOUBLE not null,  -- measured in EPSG:3059
    neighbours VARCHAR[] not null,  -- codes of the same set, sorted
    primary key (boundary_set, code)
);

-- Outlines dissolved from the municipalities: regions, and Latvia with planning_region ''.
create table outline (
    boundary_set VARCHAR not null references boundary_set (boundary_set),
    planning_region VARCHAR not null,
    geometry GEOMETRY not null,
    primary key (boundary_set, planning_region)
);

-- An old unit's share in a new one. Institutions move whole, to the unit of the seat.
create table crosswalk (
    from_set VARCHAR not null,
    from_code VARCHAR not null,
    to_set VARCHAR not null,
    to_code VARCHAR not null,
    area_weight DOUBLE not null,
    seat BOOLEAN not null,
    primary key (from_set, from_code, to_set, to_code),
    foreign key (from_set, from_code) references municipality (boundary_set, code),
    foreign key (to_set, to_code) references municipality (boundary_set, code)
);
