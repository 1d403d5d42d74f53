-- Is the employment agency kept out of the municipalities? Its branches are not placed.
-- Offender: a municipality or a region has a value of the employment agency.
-- Do: leave municipality_code of the agency's branches empty.
-- Offender (lv): pašvaldībai vai reģionam ir Nodarbinātības valsts aģentūras vērtība.
-- Do (lv): aģentūras filiālēm atstājiet municipality_code tukšu.

select
    wave,
    indicator,
    boundary_set,
    municipality_code,
    planning_region
from indicator_value
where institution_type = 'employment_agency' and (municipality_code <> '' or planning_region <> '')
union all
select
    wave,
    institution_id,
    '',
    municipality_code,
    ''
from institution
where institution_type = 'employment_agency' and municipality_code is not null;
