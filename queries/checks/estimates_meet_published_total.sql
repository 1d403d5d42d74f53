-- Do the shares of all institutions, named and estimated, sum to the printed total?
-- Offender: the estimates do not sum to the middle of what the published total allows.
-- Do: more institutions are named than the total counts; correct the coding or the figure.
-- Offender (lv): aplēšu summa nav vidus tam, ko publicētais kopskaits pieļauj.
-- Do (lv): nosaukto iestāžu ir vairāk, nekā kopskaits ietver; izlabojiet kodējumu vai skaitli.

select
    s.wave,
    s.indicator,
    s.institution_type,
    s.lower_count,
    s.upper_count,
    sum(ii.share) as total
from stratum as s
inner join institution as i on s.wave = i.wave and s.institution_type = i.institution_type
inner join institution_indicator as ii
    on s.wave = ii.wave and i.institution_id = ii.institution_id and s.indicator = ii.indicator
where
    not exists (  -- a total does not speak of who responded late
        select 1 from conflict as late
        where
            i.wave = late.wave
            and i.institution_id = late.institution_id
            and late.question = 'response'
            and late.stands = 'reply'
    )
group by all
having
    s.lower_count > s.upper_count
    or abs(sum(ii.share) - (s.lower_count + s.upper_count) / 2) > 1e-6;
