-- How many institutions of each municipality say what to each indicator?
-- Fills contribution_count for every boundary set that a wave can be shown in.
-- An institution moves whole to the unit of its seat; '' holds those without a place.

insert into contribution_count
with
responded as (
    select
        wave,
        institution_id
    from answer
    where question = 'response' and answer = 'responded'
),

asked as (
    select
        i.wave,
        i.institution_id,
        i.institution_type,
        s.boundary_set,
        coalesce(
            case when w.boundary_set = s.boundary_set then i.municipality_code else c.to_code end,
            ''
        ) as municipality_code,
        r.institution_id is not null as responded
    from institution as i
    inner join wave as w using (wave)
    inner join wave_boundary_set as s using (wave)
    left join responded as r on i.wave = r.wave and i.institution_id = r.institution_id
    left join crosswalk as c
        on
            w.boundary_set = c.from_set
            and s.boundary_set = c.to_set
            and i.municipality_code = c.from_code
            and c.seat
)

select
    a.wave,
    ii.indicator,
    a.institution_type,
    a.boundary_set,
    a.municipality_code,
    a.responded,
    case
        when ii.evidence not in ('named', 'reported', 'derived') then ii.evidence::VARCHAR
        when ii.share = 1 then 'yes'
        else 'no'
    end as state,
    coalesce(ii.answer, '') as answer,
    count(*) as institutions
from asked as a
inner join institution_indicator as ii
    on a.wave = ii.wave and a.institution_id = ii.institution_id
group by all
order by all;
