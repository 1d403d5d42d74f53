"""Compare Latvian place names as people write them: without marks, abbreviated, in a case form."""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_KIND_OF_WORD = {
    **dict.fromkeys(("novads", "novada", "novadam", "novadu", "nov"), "novads"),
    **dict.fromkeys(("pilseta", "pilsetas", "pilsetai", "pilsetu", "pils"), "pilseta"),
    **dict.fromkeys(
        ("valstspilseta", "valstspilsetas", "valstspilsetai", "valstspilsetu", "valstspils"),
        "pilseta",
    ),
    **dict.fromkeys(("pagasts", "pagasta", "pagastam", "pagastu", "pag"), "pagasts"),
}

# Words that may stand before "pilsēta" and say nothing that the boundary set does not say.
_STATUS_WORDS = {"republikas", "valsts", "rep"}


@dataclass(frozen=True)
class PlaceKey:
    """A folded place name taken apart: "Ādažu nov." is stem "adazu", kind "novads".

    `kind` is novads, pilseta, pagasts or "" (no type word was written).
    """

    stem: str
    kind: str


def fold(text: str) -> str:
    """Return `text` without diacritics, in lower case, with single spaces and no punctuation."""
    decomposed = unicodedata.normalize("NFD", text)
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(re.findall(r"\w+", bare.casefold()))


def place_key(text: str) -> PlaceKey:
    """Take a name apart into its stem and its kind; the type word may stand in any case form."""
    words = fold(text).split()
    kinds = [_KIND_OF_WORD[word] for word in words if word in _KIND_OF_WORD]
    stem = [word for word in words if word not in _KIND_OF_WORD]
    if kinds == ["pilseta"]:
        stem = [word for word in stem if word not in _STATUS_WORDS]
    return PlaceKey(" ".join(stem), kinds[0] if kinds else "")


def known_places(case_forms: Mapping[str, Sequence[str]]) -> dict[PlaceKey, str]:
    """Return the code of every way in which the municipalities of one set may be written.

    `case_forms` maps a code to its name's case forms, the nominative first. A novads is known by
    its stem with the type word only. A city is known with the type word and without; where a
    novads has the same stem ("Jelgavas"), the stem alone could be either and is left out.
    Raises ValueError if two municipalities can be written alike.
    """
    novadi = {place_key(forms[0]).stem for forms in case_forms.values() if _is_novads(forms)}
    known: dict[PlaceKey, str] = {}
    for code, forms in case_forms.items():
        for key in _ways_to_write(forms, novadi):
            if known.setdefault(key, code) != code:
                raise ValueError(f"{code} and {known[key]} are both written “{key.stem}”.")
    return known


def _is_novads(forms: Sequence[str]) -> bool:
    return place_key(forms[0]).kind == "novads"


def _ways_to_write(forms: Sequence[str], novadi: set[str]) -> set[PlaceKey]:
    if _is_novads(forms):
        return {place_key(form) for form in forms}
    stems = [fold(form) for form in forms]
    bare = {stems[0]} | (set(stems) - novadi)
    return {PlaceKey(stem, "pilseta") for stem in stems} | {PlaceKey(stem, "") for stem in bare}


def find(text: str, known: Mapping[PlaceKey, str]) -> str | None:
    """Return the code whose name is written as `text`, or None. Never a guess."""
    return known.get(place_key(text))


def suggest(text: str, names: Iterable[str], limit: int = 3) -> list[str]:
    """Return up to `limit` of `names` that look like `text`, the likest first: hints, no match."""
    by_fold = {fold(name): name for name in names}
    return [by_fold[f] for f in difflib.get_close_matches(fold(text), by_fold, limit, 0.7)]
