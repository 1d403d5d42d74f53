"""The noun phrases that sentences are put together from, one shape for both languages.

`latvian.py` and `english.py` fill it. A *clause* says who is counted: everybody, those that
answered the survey, or those that answered this question. "training" is this question by its name,
for a text in which "this" would point at another.
"""

from typing import Literal, Protocol

from dashboard.i18n.english import English
from dashboard.i18n.latvian import Latvian
from dashboard.i18n.nouns import Case

Clause = Literal["", "survey", "question", "training"]


class Phrases(Protocol):
    """What a language must be able to say; the case matters in Latvian only."""

    def a_of_b(self, a: str, b: int, kind: str, *, known: bool = False) -> str:
        """A count out of a base: "1 no 2 iestādēm", or of the *known* institutions only."""

    def none_of(self, b: int, kind: str, clause: Clause, case: Case, /) -> str:
        """None of b, two or more."""

    def no_one(self, kind: str, clause: Clause, case: Case, /) -> str:
        """No institution at all, no number said."""

    def no_one_twice(self, kind: str, case: Case, /) -> str:
        """No responding institution, in a sentence that is negated already."""

    def the_one(self, kind: str, clause: Clause, case: Case, /) -> str:
        """The single institution that there is."""

    def all_of(self, b: int, kind: str, clause: Clause, case: Case, /) -> str:
        """The one, both, or all b. Ends a sentence: no comma closes its clause."""

    def half(self, kind: str, clause: Clause, case: Case, *, more: bool, known: bool) -> str:
        """More than half of the institutions, or no more than that; `known`: of those known."""

    def at_least_one(self, kind: str) -> str:
        """At least one institution, as a subject."""

    def which(self, kind: str, case: Case, /) -> str:
        """Which institutions, in an indirect question."""


_PHRASES: dict[str, Phrases] = {"lv": Latvian(), "en": English()}


def phrases(lang: str) -> Phrases:
    """The noun phrases of a language."""
    return _PHRASES[lang]
