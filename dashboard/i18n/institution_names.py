"""What an institution is called, in every case: "Skultes un Vidrižu pagastu bāriņtiesai".

The only institution of its type in a place is just "bāriņtiesa"; where there are several, or where
it comes from an older municipality, its town, parish or old municipality stands before it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dashboard.i18n.locales import decimal
from dashboard.i18n.nouns import Case, noun
from dashboard.i18n.translate import Words
from dashboard.records import Institution, Municipality

NAMED_AT_MOST = 3

# The kind of a sub-unit, nominative to genitive. The stem before it is in the genitive already.
_KINDS = {
    "pagasts": "pagasta",
    "pagasti": "pagastu",
    "pilsēta": "pilsētas",
    "pilsētas": "pilsētu",
    "novads": "novada",
    "novadi": "novadu",
}

# A branch is known by its town, in the nominative; its name wants the genitive.
_TOWNS = {
    "Jelgava": "Jelgavas",
    "Jūrmala": "Jūrmalas",
    "Liepāja": "Liepājas",
    "Rēzekne": "Rēzeknes",
    "Rīga": "Rīgas",
    "Valmiera": "Valmieras",
}


def sub_unit_genitive(sub_unit: str) -> str:
    """ "Naujenes pagasts" → "Naujenes pagasta"; a stem without a kind is a genitive already."""
    stem, space, kind = sub_unit.rpartition(" ")
    return stem + space + _KINDS[kind] if kind in _KINDS else _TOWNS.get(sub_unit, sub_unit)


def institution_name(
    institution: Institution, lang: str, case: Case = "nom", *, qualified: bool = False
) -> str:
    """The name, without an article, as it stands inside a sentence.

    `qualified`: with its old municipality where it has no sub-unit. A sub-unit is always said.
    """
    word = noun(institution.institution_type, 1, lang, case)
    where = _whose(institution, lang, qualified=qualified)
    if not where:
        return word
    if lang == "lv" and institution.institution_type == "employment_agency":
        agency, branch = word.split(" ", 1)
        return f"{agency} {where} {branch}"
    return f"{where} {word}"


def _whose(institution: Institution, lang: str, *, qualified: bool) -> str:
    if institution.sub_unit:
        return sub_unit_genitive(institution.sub_unit) if lang == "lv" else institution.sub_unit
    if not (qualified and institution.own_name_nom):
        return ""
    if lang == "en":
        return institution.own_name_nom
    if institution.own_name_nom.endswith(" novads"):
        return institution.own_name_gen
    # A city beside the novads that bears its name: "Jēkabpils pilsētas", "Jēkabpils novada".
    return f"{institution.own_name_gen} pilsētas"


def _needs_qualifier(
    institution: Institution, types: Mapping[str, int], place: Municipality
) -> bool:
    """Whether the bare type would not tell the institution from the others of its place."""
    several = types[institution.institution_type] > 1
    return several or institution.own_name_nom not in ("", place.name_nom)


def names_apart(
    institutions: Iterable[Institution],
    peers: Iterable[Institution],
    place: Municipality,
    lang: str,
    case: Case = "nom",
) -> list[str]:
    """The names of institutions as they are told one from another among all of their place."""
    types = Counter(p.institution_type for p in peers)
    return [
        institution_name(i, lang, case, qualified=_needs_qualifier(i, types, place))
        for i in institutions
    ]


def joined(names: Sequence[str], lang: str) -> str:
    """ "A", "A un B", "A, B un C", and from four on "A, B, C un vēl 1"."""
    w = Words(lang)
    if len(names) <= 1:
        return "".join(names)
    if len(names) > NAMED_AT_MOST:
        rest = decimal(len(names) - NAMED_AT_MOST, lang)
        return w("list.more", names=", ".join(names[:NAMED_AT_MOST]), k=rest)
    return w("list.last", names=", ".join(names[:-1]), last=names[-1])


def listed(
    institutions: Sequence[Institution],
    peers: Sequence[Institution],
    place: Municipality,
    lang: str,
    case: Case = "nom",
) -> str:
    """Institutions as they are told one from another in their place, in one case, as a list."""
    article = "the " if lang == "en" else ""
    # Whoever is not named is counted: no name is made for them.
    said = names_apart(institutions[:NAMED_AT_MOST], peers, place, lang, case)
    unsaid = [""] * (len(institutions) - len(said))
    return joined([article + name for name in said] + unsaid, lang)
