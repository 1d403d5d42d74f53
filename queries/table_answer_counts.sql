-- How many answers do the filters leave, and how many would another choice leave?
-- Parameters: waves, institution_types, planning_regions, municipalities, evidences, questions,
--   boundary_sets (lists of texts, as in export_answers).
-- Columns: facet, value, found; the answers that are left. The facets wave, institution_type,
--   planning_region, evidence and question leave out their own filter; shown_wave and
--   shown_boundary_set do not. What has no answers is not there.
-- Order: facet, value.

with
moved as (  -- where the municipalities of a wave count, of those that are asked for
    select
        w.wave,
        m.boundary_set,
        m.planning_region,
        m.code,
        m.code as own_code
    from wave as w
    inner join municipality as m using (boundary_set)
    where
        len($boundary_sets) = 0 or list_contains($boundary_sets, m.boundary_set)
    union all
    select
        w.wave,
        m.boundary_set,
        m.planning_region,
        m.code,
        c.from_code as own_code
    from wave as w
    inner join crosswalk as c on w.boundary_set = c.from_set and c.seat
    inner join municipality as m on c.to_set = m.boundary_set and c.to_code = m.code
    where list_contains($boundary_sets, m.boundary_set)
),

counted as (  -- as coarse as the filters allow: the build has counted both
    select
        n.wave,
        n.boundary_set,
        n.institution_type::VARCHAR as institution_type,
        n.planning_region,
        n.question,
        n.evidence::VARCHAR as evidence,
        n.answers
    from region_answer_count as n
    inner join wave as w using (wave)
    where
        len($municipalities) = 0
        and (
            list_contains($boundary_sets, n.boundary_set)
            or (len($boundary_sets) = 0 and n.boundary_set = w.boundary_set)
        )
    union all
    select
        n.wave,
        m.boundary_set,
        n.institution_type::VARCHAR as institution_type,
        m.planning_region,
        n.question,
        n.evidence::VARCHAR as evidence,
        n.answers
    from municipality_answer_count as n
    inner join moved as m on n.wave = m.wave and n.municipality_code = m.own_code
    where len($municipalities) > 0 and list_contains($municipalities, m.code)
),

cell as (
    select
        *,
        len($waves) = 0 or list_contains($waves, wave) as of_wave,
        len($institution_types) = 0
        or list_contains($institution_types, institution_type) as of_type,
        len($planning_regions) = 0
        or list_contains($planning_regions, planning_region) as of_region,
        len($evidences) = 0 or list_contains($evidences, evidence) as of_evidence,
        len($questions) = 0 or list_contains($questions, question) as of_question
    from counted
)

select
    facet,
    value,
    sum(answers)::BIGINT as found
from (
    select
        'wave' as facet,
        wave as value,
        answers
    from cell
    where of_type and of_region and of_evidence and of_question
    union all
    select
        'institution_type',
        institution_type,
        answers
    from cell
    where of_wave and of_region and of_evidence and of_question
    union all
    select
        'planning_region',
        planning_region,
        answers
    from cell
    where of_wave and of_type and of_evidence and of_question and planning_region is not null
    union all
    select
        'evidence',
        evidence,
        answers
    from cell
    where of_wave and of_type and of_region and of_question
    union all
    select
        'question',
        question,
        answers
    from cell
    where of_wave and of_type and of_region and of_evidence
    union all
    select
        'shown_wave',
        wave,
        answers
    from cell
    where of_wave and of_type and of_region and of_evidence and of_question
    union all
    select
        'shown_boundary_set',
        boundary_set,
        answers
    from cell
    where of_wave and of_type and of_region and of_evidence and of_question
) as one
group by facet, value
order by facet, value;
