-- Are the counts that pages show those of the answers?
-- Offender: what is counted for a survey is not what its answers say.
-- Do: this is an error of the program; report it with this line.
-- Offender (lv): aptaujai saskaitītais nav tas, ko saka tās atbildes.
-- Do (lv): tā ir programmas kļūda; ziņojiet par to ar šo rindu.

with
counted as (
    select
        wave,
        boundary_set,
        indicator as counted,
        sum(institutions) filter (where state = 'yes') as yes,
        sum(institutions) as rows_of
    from contribution_count
    group by all
    union all
    select
        wave,
        '' as boundary_set,
        'other_answer_count' as counted,
        null as yes,
        sum(answers) as rows_of
    from other_answer_count
    group by all
    union all
    select
        wave,
        '' as boundary_set,
        'evidence_count' as counted,
        null as yes,
        sum(answers) as rows_of
    from evidence_count
    group by all
),

said as (
    select
        ii.wave,
        s.boundary_set,
        ii.indicator as counted,
        count(*) filter (
            where ii.share = 1 and ii.evidence in ('named', 'reported', 'derived')
        ) as yes,
        count(*) as rows_of
    from institution_indicator as ii
    inner join wave_boundary_set as s using (wave)
    group by all
    union all
    select
        a.wave,
        '' as boundary_set,
        'other_answer_count' as counted,
        null as yes,
        count(*) as rows_of
    from answer as a
    where
        a.question not in (
            select d.question from indicator as d
        )
    group by all
    union all
    select
        wave,
        '' as boundary_set,
        'evidence_count' as counted,
        null as yes,
        count(*) as rows_of
    from answer
    group by all
)

select
    wave,
    boundary_set,
    counted,
    c.rows_of as counted_rows,
    s.rows_of as rows_said,
    c.yes as counted_yes,
    s.yes as yes_said
from counted as c
full join said as s using (wave, boundary_set, counted)
where
    c.rows_of is distinct from s.rows_of
    or coalesce(c.yes, 0) is distinct from coalesce(s.yes, 0)
order by wave, boundary_set, counted;
