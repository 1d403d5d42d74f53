-- Is it said once, and rightly, whose a statement is?
-- Offender: a statement has an institution and a place, or another type than its institution.
-- Do: correct the row in statements.csv.
-- Offender (lv): izteikumam ir gan iestāde, gan vieta, vai cits veids nekā tā iestādei.
-- Do (lv): izlabojiet rindu failā statements.csv.

select
    s.wave,
    s.statement_id,
    s.institution_id,
    s.municipality_code,
    s.institution_type
from statement as s
left join institution as i on s.wave = i.wave and s.institution_id = i.institution_id
where
    (s.institution_id is not null and s.municipality_code is not null)
    or (s.institution_id is not null and s.institution_type is distinct from i.institution_type);
