-- Can every caveat, source and kind of evidence be said in both languages?
-- Offender: a code has no words.
-- Do: add it to etl/labels.toml.
-- Offender (lv): kodam nav vārdu.
-- Do (lv): pievienojiet tos failam etl/labels.toml.

with used as (
    select
        'caveat' as kind,
        unnest(caveats) as code
    from indicator_value
    union
    select
        'source' as kind,
        unnest(sources) as code
    from indicator_value
    union
    select
        'evidence' as kind,
        unnest(enum_range(null::EVIDENCE)) as code
    union
    select
        'institution_type' as kind,
        unnest(enum_range(null::INSTITUTION_TYPE)) as code
    union
    select
        'statement_theme' as kind,
        unnest(enum_range(null::STATEMENT_THEME)) as code
    union
    select
        'source' as kind,
        source as code
    from statement
)

select
    u.kind,
    u.code
from used as u
left join label as l on u.kind = l.kind and u.code = l.code
where l.code is null;
