"""An institution's name taken apart: its type, and the places it names, each with its kind.

"Limbažu nov. Katvaru un Umurgas pagastu bāriņtiesa" is an orphans' court of two places: the novads
of Limbažu, the parishes of Katvaru and Umurgas. Words that every such name may carry ("pašvaldības
iestāde", "domes") say nothing and go.
"""

import re
import unicodedata
from dataclasses import dataclass

ORPHANS_COURT, SOCIAL_SERVICE, AGENCY = "orphans_court", "social_service", "employment_agency"

# Types as patterns over folded words, each with a space behind it.
_TYPES = {
    ORPHANS_COURT: r"barinties(?:as?|ai|u|am)|bt|orphans courts?|orphan s courts?",
    SOCIAL_SERVICE: r"(?:social(?:ais|a|ajam|o|aja)|soc) dienest(?:s|a|am|u)|sd|social services?",
    AGENCY: r"nodarbinatibas valsts agentur(?:a|as|ai|u)|nva|(?:state )?employment agency",
}
_TYPE = re.compile(
    r"\b(?:" + "|".join(f"(?P<{kind}>{form})" for kind, form in _TYPES.items()) + r")(?= |$)"
)
# "pašvaldības aģentūra" is how a service is run; "republikas pilsēta" is a city like any other.
_EMPTY_WORDS = re.compile(
    r"\b(?:pasvaldib(?:a|as|ai|u)|dom(?:e|es|ei|i)|iestad(?:e|es|ei|i)|agentur(?:a|as|ai|u)|p i|p a"
    r"|filial(?:e|es|ei|i)|fil|branch|of|the|un|(?:republikas|valsts|rep)(?= pils))(?= |$)"
)
_KINDS = {
    **dict.fromkeys(("novads", "novada", "novadam", "novadu", "nov"), "novads"),
    **dict.fromkeys(("pagasts", "pagasta", "pagastam", "pagastu", "pag"), "pagasts"),
    **dict.fromkeys(("pagasti", "pagastiem", "pagastus", "pagastos"), "pagasts"),
    **dict.fromkeys(("rajons", "rajona", "rajonam", "rajonu", "raj"), "rajons"),
    **{
        prefix + form: "pilseta"
        for prefix in ("", "valsts")
        for form in ("pilseta", "pilsetas", "pilsetai", "pilsetu", "pils")
    },
}
_SEPARATOR = "|"


@dataclass(frozen=True, slots=True)
class PlacePart:
    """Places of one kind: the words as written, in small letters, and the kind, "" for none."""

    words: frozenset[str]
    kind: str


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart. `types` holds every type that it names: one in a good name."""

    types: frozenset[str]
    places: frozenset[PlacePart]


def fold(text: str) -> str:
    """`text` without diacritics and punctuation, in small letters, with single spaces."""
    return without_marks(_spaced(text))


def _spaced(text: str) -> str:
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFC", text.casefold())))


def without_marks(text: str) -> str:
    """`text` without the marks on its letters, each letter in its place: "Ķeguma" → "Keguma"."""
    return "".join(unicodedata.normalize("NFD", char)[0] for char in text)


def name_parts(text: str) -> NameParts:
    """Take a name apart. Words keep their marks, because "Priekuļi" is not "Priekuli"."""
    marked = _spaced(text)
    # Folding keeps every letter's place, so that a match there is a match in the marked text.
    folded = without_marks(marked)
    types = frozenset(str(found.lastgroup) for found in _TYPE.finditer(folded))
    for pattern, put in ((_TYPE, _SEPARATOR), (_EMPTY_WORDS, " ")):
        marked, folded = _blanked(marked, folded, pattern, put)
    return NameParts(types, frozenset(_places(marked.split())))


def _blanked(marked: str, folded: str, pattern: re.Pattern[str], put: str) -> tuple[str, str]:
    for found in pattern.finditer(folded):
        blank = put.ljust(found.end() - found.start())
        marked = marked[: found.start()] + blank + marked[found.end() :]
    return marked, without_marks(marked)


def _places(words: list[str]) -> list[PlacePart]:
    """Words up to a kind belong to it; what stands without one up to the type is of no kind.

    A kind without words is a part too: the court of "Ogres novada pagasti" is not the novads'.
    """
    parts: list[PlacePart] = []
    gathered: list[str] = []
    for word in [*words, _SEPARATOR]:
        kind = _KINDS.get(without_marks(word), "")
        if kind or (word == _SEPARATOR and gathered):
            parts.append(PlacePart(frozenset(gathered), kind))
            gathered = []
        elif word != _SEPARATOR:
            gathered.append(word)
    return parts
