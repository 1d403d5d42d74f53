"""The nouns that sentences count and decline: institution, orphans' court, social service, branch.

Latvian forms are written out, never cut or glued from stems: one row a number, one column a case.
"""

from dataclasses import dataclass
from typing import Literal

from dashboard.i18n.locales import is_singular

Case = Literal["nom", "gen", "dat", "acc", "loc"]
Gender = Literal["f", "m"]

ALL = "all"  # the kind of a mixed company: just "institutions"


@dataclass(frozen=True, slots=True)
class Forms:
    """A Latvian word in five cases of one number."""

    nom: str
    gen: str
    dat: str
    acc: str
    loc: str

    def in_case(self, case: Case) -> str:
        """The form of that case."""
        return str(getattr(self, case))


@dataclass(frozen=True, slots=True)
class Noun:
    """A Latvian noun (with its adjective) in both numbers."""

    gender: Gender
    one: Forms
    many: Forms


LATVIAN = {
    ALL: Noun(
        "f",
        Forms("iestāde", "iestādes", "iestādei", "iestādi", "iestādē"),
        Forms("iestādes", "iestāžu", "iestādēm", "iestādes", "iestādēs"),
    ),
    "orphans_court": Noun(
        "f",
        Forms("bāriņtiesa", "bāriņtiesas", "bāriņtiesai", "bāriņtiesu", "bāriņtiesā"),
        Forms("bāriņtiesas", "bāriņtiesu", "bāriņtiesām", "bāriņtiesas", "bāriņtiesās"),
    ),
    "social_service": Noun(
        "m",
        Forms(
            "sociālais dienests",
            "sociālā dienesta",
            "sociālajam dienestam",
            "sociālo dienestu",
            "sociālajā dienestā",
        ),
        Forms(
            "sociālie dienesti",
            "sociālo dienestu",
            "sociālajiem dienestiem",
            "sociālos dienestus",
            "sociālajos dienestos",
        ),
    ),
    "employment_agency": Noun(
        "f",
        Forms("NVA filiāle", "NVA filiāles", "NVA filiālei", "NVA filiāli", "NVA filiālē"),
        Forms("NVA filiāles", "NVA filiāļu", "NVA filiālēm", "NVA filiāles", "NVA filiālēs"),
    ),
}

ENGLISH = {
    ALL: ("institution", "institutions"),
    "orphans_court": ("orphans' court", "orphans' courts"),
    "social_service": ("social service", "social services"),
    "employment_agency": ("employment agency branch", "employment agency branches"),
}


def noun(kind: str, n: int, lang: str, case: Case = "nom") -> str:
    """The noun of a kind as it stands with n of them; English knows no case."""
    singular = is_singular(n, lang)
    if lang == "en":
        return ENGLISH[kind][0 if singular else 1]
    entry = LATVIAN[kind]
    return (entry.one if singular else entry.many).in_case(case)


def gender(kind: str) -> Gender:
    """The grammatical gender of a kind in Latvian."""
    return LATVIAN[kind].gender


def out_of(n: int, kind: str, lang: str) -> str:
    """What stands after "no": the genitive for 1, 21, 101, the dative plural for the rest."""
    return noun(kind, n, lang, "gen" if is_singular(n, lang) else "dat")
