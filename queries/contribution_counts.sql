-- How many institutions of each municipality of a boundary set say what to each indicator?
-- Parameters: wave, boundary_set (texts).
-- Columns: the fields of records.ContributionCount; code '' for institutions without a place.
-- Order: indicator, code, institution_type, responded, state, answer.

select
    indicator,
    institution_type,
    municipality_code as code,
    responded,
    state,
    answer,
    institutions
from contribution_count
where wave = $wave and boundary_set = $boundary_set
order by indicator, code, institution_type, responded, state, answer;
