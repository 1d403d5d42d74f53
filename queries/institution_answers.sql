-- What does every institution contribute to every indicator, and how is it known?
-- Parameters: wave (text).
-- Columns: those of records.InstitutionAnswer; for estimates base, lower and upper are those of
--   the printed total (shares of all institutions of the type), and answer is ''.
-- Order: institution_id, indicator.

select
    ii.institution_id,
    ii.indicator,
    coalesce(ii.answer, '') as answer,
    ii.evidence,
    ii.share,
    case
        when ii.evidence = 'estimated' then s.lower_count / s.base else ii.lower
    end as lower,
    case
        when ii.evidence = 'estimated' then s.upper_count / s.base else ii.upper
    end as upper,
    case when ii.evidence = 'estimated' then s.base end as base,
    coalesce(ii.source, '') as source,
    coalesce(ii.quote, '') as quote,
    ii.caveats
from institution_indicator as ii
inner join institution as i using (wave, institution_id)
left join stratum as s
    on
        ii.wave = s.wave
        and ii.indicator = s.indicator
        and i.institution_type = s.institution_type
where ii.wave = $wave
order by ii.institution_id, ii.indicator;
