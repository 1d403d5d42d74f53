-- Where has a wave no institutions, because nothing leads there from its own boundary set?
-- Takes such values out of indicator_value: "not published" would be a wrong reason. After the sums
-- and not within them, where another plan would move the last digit of a mean.

delete from indicator_value as v
where
    not exists (
        select 1 from wave_boundary_set as s
        where s.wave = v.wave and s.boundary_set = v.boundary_set
    );
