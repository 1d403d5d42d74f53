-- Does each of the counts that pages read instead of the answers count every answer once?
-- Offender: a wave has another number of answers than these counts say.
-- Do: this is an error of the program; report it with this line.
-- Offender (lv): aptaujas atbilžu ir cits skaits, nekā izriet no šīs uzskaites.
-- Do (lv): tā ir programmas kļūda; ziņojiet par to, pievienojot šo rindu.

with counted as (
    select
        w.wave,
        'institution_answer_count' as counts,
        (
            select sum(c.answers) from institution_answer_count as c
            where c.wave = w.wave
        ) as answers
    from wave as w
    union all
    select
        w.wave,
        'option_answer_count' as counts,
        (
            select sum(c.answers) from option_answer_count as c
            where c.wave = w.wave
        ) as answers
    from wave as w
    union all
    select
        w.wave,
        'municipality_answer_count' as counts,
        (
            select sum(c.answers) from municipality_answer_count as c
            where c.wave = w.wave
        ) as answers
    from wave as w
    union all
    select
        w.wave,
        'region_answer_count, ' || w.boundary_set as counts,
        (
            select sum(c.answers)
            from region_answer_count as c
            where c.wave = w.wave and c.boundary_set = w.boundary_set
        ) as answers
    from wave_boundary_set as w
),

answered as (
    select
        wave,
        count(*) as answers
    from answer
    group by wave
)

select
    c.wave,
    c.counts,
    coalesce(c.answers, 0) as counted,
    coalesce(a.answers, 0) as answers
from counted as c
left join answered as a using (wave)
where coalesce(c.answers, 0) <> coalesce(a.answers, 0)
order by c.wave, c.counts;
