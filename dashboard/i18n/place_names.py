"""Places inside sentences: "Jelgavas novadā" in Latvian, "in Jelgavas novads" in English.

English keeps a municipality's Latvian name unchanged; Latvian takes the case from the record.
"""

from collections.abc import Iterable, Sequence

from dashboard.i18n.nouns import Case, Forms
from dashboard.i18n.translate import Words
from dashboard.records import Municipality

_ALPHABET = "abcčdefgģhiyjkķlļmnņopqrsštuvwxzž"
_SHORT = {"ā": "a", "ē": "e", "ī": "i", "ū": "u"}

_REGION = Forms("reģions", "reģiona", "reģionam", "reģionu", "reģionā")

# Records hold the stem, which is a genitive; English names a region by the nominative.
_REGION_NAMES = {
    "Kurzemes": "Kurzeme",
    "Latgales": "Latgale",
    "Rīgas": "Rīga",
    "Vidzemes": "Vidzeme",
    "Zemgales": "Zemgale",
}


def region_name(stem: str, lang: str, case: Case = "nom") -> str:
    """ "Zemgales plānošanas reģions" in any case, or "Zemgale planning region"."""
    if lang == "en":
        return f"{region_stem(stem, lang)} planning region"
    return f"{stem} plānošanas {_REGION.in_case(case)}"


def region_heart(stem: str) -> str:
    """A region's own name, in both languages: "Zemgale"."""
    return _REGION_NAMES.get(stem, stem)


def region_list(stems: Sequence[str], lang: str) -> str:
    """The stems of several regions before one word for region: "Latgales un Vidzemes"."""
    names = [region_stem(stem, lang) for stem in stems]
    if len(names) <= 1:
        return "".join(names)
    return Words(lang)("list.last", names=", ".join(names[:-1]), last=names[-1])


def region_stem(stem: str, lang: str) -> str:
    """What stands before the word for region: "Latgales" in Latvian, "Latgale" in English."""
    return _REGION_NAMES.get(stem, stem) if lang == "en" else stem


def place_name(place: Municipality, lang: str, case: Case = "nom") -> str:
    """A municipality's name in a case; English keeps the nominative."""
    return str(getattr(place, f"name_{case}")) if lang == "lv" else place.name_nom


def place_list(places: Sequence[Municipality], lang: str, case: Case = "nom") -> str:
    """All of them in one case, none left out: "Ozolnieku novadu un Jelgavu"."""
    names = [place_name(p, lang, case) for p in places]
    if len(names) <= 1:
        return "".join(names)
    return Words(lang)("list.last", names=", ".join(names[:-1]), last=names[-1])


def locative(place: Municipality, lang: str) -> str:
    """The form of a place's name that the language's word for "in" takes."""
    return place_name(place, lang, "loc")


def opening(place: Municipality | None, lang: str) -> str:
    """How a sentence begins: "Jelgavas novadā", "In Jelgavas novads,"; nothing without a place."""
    return Words(lang)("phrase.opening", place=locative(place, lang)) if place else ""


def within(place: Municipality | None, lang: str) -> str:
    """The same in mid-sentence: "Jelgavas novadā", "in Jelgavas novads"."""
    return Words(lang)("phrase.within", place=locative(place, lang)) if place else ""


def sentence_case(text: str) -> str:
    """The text with a capital first letter, single spaces and no outer ones."""
    text = " ".join(part for part in text.split(" ") if part)
    return text[:1].upper() + text[1:]


def in_alphabet(places: Iterable[Municipality]) -> list[Municipality]:
    """Municipalities in the order of the Latvian alphabet."""
    return sorted(places, key=lambda place: (_letters(place.name_nom), place.name_nom))


def _letters(name: str) -> list[int]:
    # A long vowel stands with its short one; č, ģ, ķ, ļ, ņ, š, ž are letters of their own.
    return [_ALPHABET.find(_SHORT.get(one, one)) for one in name.casefold()]
