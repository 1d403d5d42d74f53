"""The doorway to the generated sentences: pages and figures import them from here."""

from dashboard.i18n.answers import answer_words, estimate_words, national_words
from dashboard.i18n.area_sentences import announcement, bounds, tooltip_line
from dashboard.i18n.asides import asides
from dashboard.i18n.comparison import Side, comparison_lead, difference, relation
from dashboard.i18n.differences import differs, differs_note
from dashboard.i18n.headlines import (
    headline,
    headline_codes,
    legend_word,
    remainder,
)
from dashboard.i18n.institution_names import institution_name, joined, names_apart
from dashboard.i18n.nouns import noun
from dashboard.i18n.place_names import (
    in_alphabet,
    place_list,
    place_name,
    region_heart,
    region_list,
    region_name,
    region_stem,
    sentence_case,
)
from dashboard.i18n.place_sentences import main_sentence, place_sentence
from dashboard.i18n.priority_sentences import (
    no_priority_sentence,
    partly_sentence,
    priority_sentence,
)
from dashboard.i18n.profile_lead import profile_lead
from dashboard.i18n.reading import Reading, read
from dashboard.i18n.region_sentences import region_headline

__all__ = [
    "Reading",
    "Side",
    "announcement",
    "answer_words",
    "asides",
    "bounds",
    "comparison_lead",
    "difference",
    "differs",
    "differs_note",
    "estimate_words",
    "headline",
    "headline_codes",
    "in_alphabet",
    "institution_name",
    "joined",
    "legend_word",
    "main_sentence",
    "names_apart",
    "national_words",
    "no_priority_sentence",
    "noun",
    "partly_sentence",
    "place_list",
    "place_name",
    "place_sentence",
    "priority_sentence",
    "profile_lead",
    "read",
    "region_headline",
    "region_heart",
    "region_list",
    "region_name",
    "region_stem",
    "relation",
    "remainder",
    "sentence_case",
    "tooltip_line",
]
