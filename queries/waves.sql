-- Which survey rounds does the database hold?
-- Parameters: none.
-- Columns: wave, revision, title_lv, title_en, fieldwork_from, fieldwork_to, boundary_set,
--   citation_lv, citation_en, terms_lv, terms_en,
--   source_url (null: not known). Order: newest first.

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
    terms_en,
    source_url
from wave
order by wave desc;
