-- What changed between two survey rounds, where like can be compared with like.

-- A row for each wave with the one before it and with the first, each indicator, institution type
-- and area of a boundary set that both waves can be shown in. Counts are of the institutions that
-- are compared, and of no others.
create table indicator_change (
    wave_before VARCHAR not null references wave (wave),
    wave VARCHAR not null references wave (wave),  -- the later one
    indicator VARCHAR not null references indicator (indicator),
    institution_type VARCHAR not null,  -- orphans_court | social_service | all
    boundary_set VARCHAR not null references boundary_set (boundary_set),
    municipality_code VARCHAR not null,  -- '' for a region or Latvia
    planning_region VARCHAR not null,  -- '' for Latvia
    before_lower INTEGER,  -- institutions that count, at least and at most; equal where known
    before_upper INTEGER,
    before_base INTEGER,  -- institutions compared, in the earlier wave
    after_lower INTEGER,
    after_upper INTEGER,
    after_base INTEGER,  -- institutions compared, in the later wave
    lower DOUBLE,  -- the difference of the shares, -1 to 1, at least and at most
    upper DOUBLE,
    class INTEGER,  -- -2 to 2, half is 1; null: the direction is not certain, or no value
    reason VARCHAR,  -- why nothing can be compared; null: something can
    caveats VARCHAR[] not null,
    before_evidence EVIDENCE,  -- the weakest of those compared, else of all; null: nobody there
    after_evidence EVIDENCE,
    before_sources VARCHAR[] not null,  -- of the same institutions
    after_sources VARCHAR[] not null,
    primary key (
        wave_before,
        wave,
        indicator,
        institution_type,
        boundary_set,
        municipality_code,
        planning_region
    )
);
