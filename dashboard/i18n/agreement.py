"""How words agree with what the institutions of a place say: cases, verbs, clauses, names."""

from dashboard.i18n.institution_names import listed
from dashboard.i18n.nouns import Case, gender
from dashboard.i18n.phrases import Clause
from dashboard.i18n.reading import MATERIALS, TRAINING, Group, Reading
from dashboard.i18n.translate import Words


def holder_case(indicator: str) -> Case:
    """The case of those of whom the indicator is true: things are had by a dative."""
    return "dat" if indicator in (TRAINING, MATERIALS) else "nom"


def seat_case(indicator: str) -> Case:
    """The case of those in whom it is sought: nothing is had *in* an institution."""
    return "loc" if indicator in (TRAINING, MATERIALS) else "nom"


def verb(indicator: str, kind: str, n: int, lang: str) -> str:
    """The indicator's verb or participle, agreeing with n of a kind."""
    return Words(lang)(f"verb.{indicator}.{gender(kind)}", n=n)


def clause_of(reading: Reading, *, alone: bool = True) -> Clause:
    """Who "that answered" means: the survey, or this question where somebody passed it over.

    Empty where the filter holds one institution: there is no other to tell it from. A sentence that
    is not `alone` follows one on cases, so there the question on training has its name.
    """
    if len(reading.institutions) == 1:
        return ""
    if not reading.question_silent:
        return "survey"
    return "training" if reading.indicator == TRAINING and not alone else "question"


def who(group: Group, reading: Reading, lang: str, case: Case | None = None) -> str:
    """A group's names, told apart within their place; by default in the indicator's own case."""
    return listed(
        group, reading.institutions, reading.place, lang, case or holder_case(reading.indicator)
    )
