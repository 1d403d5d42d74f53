-- Which survey rounds does the database hold?
-- Parameters: none.
-- Columns: wave, revision, title_lv, title_en, fieldwork_from, fieldwork_to, boundary_set,
--   citation_lv, citation_en, terms_lv, terms_en. Order: newest first.

select
    wave,
    revision,
    title_lv,
    title_en,
    fieldwork_from,
    fieldwork_to,
    boundary_set,
    citation_lv,
    citation_en,
    terms_lv,
    terms_en
from wave
order by wave desc;
