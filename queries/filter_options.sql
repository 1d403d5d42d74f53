-- Which values may the parameters of an export take?
-- Parameters: none.
-- Columns: parameter, value; printed_question for the questions of published totals, some of which
--   nobody was asked; municipality:<boundary set> for the codes of a set, municipality:own
--   for those of the waves themselves. Order: parameter, value.

select
    'wave' as parameter,
    wave as value
from wave
union
select
    'institution_type',
    unnest(enum_range(null::INSTITUTION_TYPE))::VARCHAR
union
select
    'evidence',
    unnest(enum_range(null::EVIDENCE))::VARCHAR
union
select
    'planning_region',
    planning_region
from municipality
union
select
    'boundary_set',
    boundary_set
from boundary_set
union
select
    'municipality:' || boundary_set,
    code
from municipality
union
select
    'municipality:own',
    m.code
from municipality as m
inner join wave as w on m.boundary_set = w.boundary_set
union
select
    'indicator',
    indicator
from indicator
union
select
    'question',
    question
from question
union
select
    'printed_question',
    question
from published_total
union
select
    'area',
    unnest(['municipality', 'region', 'country'])
union
select
    'theme',
    unnest(enum_range(null::STATEMENT_THEME))::VARCHAR
order by parameter, value;
