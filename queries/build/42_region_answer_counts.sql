-- How many answers of each evidence has each question in each region, in every boundary set?
-- Fills region_answer_count from municipality_answer_count.

insert into region_answer_count
with
counted as (
    select
        n.wave,
        b.boundary_set,
        n.institution_type,
        case
            when b.boundary_set = w.boundary_set then n.municipality_code else c.to_code
        end as code,
        n.question,
        n.evidence,
        n.answers
    from municipality_answer_count as n
    inner join wave as w on n.wave = w.wave
    inner join wave_boundary_set as b on n.wave = b.wave
    left join crosswalk as c
        on
            w.boundary_set = c.from_set
            and b.boundary_set = c.to_set
            and n.municipality_code = c.from_code
            and c.seat
)

select
    n.wave,
    n.boundary_set,
    n.institution_type,
    m.planning_region,
    n.question,
    n.evidence,
    sum(n.answers) as answers
from counted as n
left join municipality as m using (boundary_set, code)
group by n.wave, n.boundary_set, n.institution_type, m.planning_region, n.question, n.evidence
order by n.wave, n.boundary_set, n.institution_type, m.planning_region, n.question, n.evidence;
