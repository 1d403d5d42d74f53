"""The doorway to the generated sentences: pages and figures import them from here."""

from dashboard.i18n.answers import answer_words, estimate_words, national_words
from dashboard.i18n.area_sentences import announcement, bounds, tooltip_line
from dashboard.i18n.differences import differs, differs_note
from dashboard.i18n.headlines import (
    headline,
    headline_codes,
    legend_word,
    priority_sentence,
    remainder,
)
from dashboard.i18n.institution_names import institution_name, joined, needs_qualifier
from dashboard.i18n.nouns import counted, noun, out_of
from dashboard.i18n.place_names import (
    place_list,
    place_name,
    region_name,
    region_stem,
    sentence_case,
)
from dashboard.i18n.place_sentences import place_sentence
from dashboard.i18n.profile_lead import profile_lead
from dashboard.i18n.reading import INDICATORS, Reading, item_silent_codes, read

__all__ = [
    "INDICATORS",
    "Reading",
    "announcement",
    "answer_words",
    "bounds",
    "counted",
    "differs",
    "differs_note",
    "estimate_words",
    "headline",
    "headline_codes",
    "institution_name",
    "item_silent_codes",
    "joined",
    "legend_word",
    "national_words",
    "needs_qualifier",
    "noun",
    "out_of",
    "place_list",
    "place_name",
    "place_sentence",
    "priority_sentence",
    "profile_lead",
    "read",
    "region_name",
    "region_stem",
    "remainder",
    "sentence_case",
    "tooltip_line",
]
