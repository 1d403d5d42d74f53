-- How is what we know known?
-- Fills evidence_count; a kind of evidence that a wave does not have has no row.

insert into evidence_count
with known as (
    select
        wave,
        evidence,
        count(*) as answers,
        0 as contributions
    from answer
    group by wave, evidence
    union all
    select
        wave,
        evidence,
        0 as answers,
        count(*) as contributions
    from institution_indicator
    group by wave, evidence
)

select
    wave,
    evidence,
    sum(answers) as answers,
    sum(contributions) as contributions
from known
group by wave, evidence
order by wave, evidence;
