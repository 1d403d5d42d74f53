"""The map's answer in one line, and what stands beside it. Number first, cause never."""

from collections.abc import Collection, Sequence
from math import isclose

from dashboard.i18n.agreement import seat_case, verb
from dashboard.i18n.area_sentences import speaks_of_all
from dashboard.i18n.nouns import ALL
from dashboard.i18n.phrases import Clause, phrases
from dashboard.i18n.reading import CASES
from dashboard.i18n.translate import Words
from dashboard.records import KNOWN, AreaValue

# From this share of the places that answered on, totals alone are known "nearly everywhere".
MOSTLY_UNKNOWN = 0.9
_UNKNOWN = ("estimated", "not_published")


def headline(
    indicator: str,
    values: Sequence[AreaValue],
    n_total: int,
    lang: str,
    item_silent: Collection[str] = (),
) -> str:
    """The headline over the map, without a full stop.

    `values`: one for each municipality of the filter, all of one institution type. `item_silent`:
    the codes from `item_silent_codes`; it widens "kas atbildēja" where one of them is counted.
    While a single value is estimated or not published nothing is counted: the headline says so.
    """
    if any(v.evidence in _UNKNOWN for v in values):
        return _unknown(values, n_total, lang)
    counted = headline_codes(indicator, values)
    kind = values[0].institution_type if values else ALL
    if not counted:
        return _nowhere(indicator, kind, n_total, lang)
    clause: Clause = "question" if counted.intersection(item_silent) else "survey"
    say = phrases(lang)
    subject = (
        say.at_least_one(kind)
        if indicator == CASES
        else say.no_one(kind, clause, seat_case(indicator))
    )
    return Words(lang)(
        f"headline.{indicator}",
        n=len(counted),
        total=n_total,
        subject=subject,
        verb=verb(indicator, kind, 1, lang),
    )


def headline_codes(indicator: str, values: Sequence[AreaValue]) -> frozenset[str]:
    """Codes of the municipalities that the headline counts.

    Cases: at least one institution reports one. All else: none of those that answered says yes;
    a place whose courts are not all named, or of some of whose institutions nothing is known, stays
    out of that count.
    """
    known = [v for v in values if v.evidence in KNOWN and v.numerator is not None]
    if indicator == CASES:
        return frozenset(v.code for v in known if v.numerator)
    return frozenset(v.code for v in known if not v.numerator and speaks_of_all(v))


def _unknown(values: Sequence[AreaValue], n_total: int, lang: str) -> str:
    unknown = [v.evidence for v in values if v.evidence in _UNKNOWN]
    answered = sum(v.evidence != "no_answer" for v in values)
    if len(unknown) == n_total:
        reach = "everywhere"
    else:
        reach = "nearly" if len(unknown) >= MOSTLY_UNKNOWN * answered else "partly"
    shown = "hidden" if set(unknown) == {"not_published"} else "estimated"
    return Words(lang)(f"headline.{shown}_{reach}")


def _nowhere(indicator: str, kind: str, n_total: int, lang: str) -> str:
    subject = phrases(lang).no_one_twice(kind, seat_case(indicator))
    if indicator == CASES:
        subject = subject.removesuffix(",")  # the subject ends the Latvian sentence
    return Words(lang)(f"headline.none.{indicator}", n=n_total, subject=subject)


def remainder(values: Sequence[AreaValue], lang: str) -> str:
    """ "Par 5 pašvaldībām atbildes nav." Empty where every municipality has an answer."""
    n = sum(v.evidence == "no_answer" for v in values)
    return Words(lang)("headline.remainder", n=n) if n else ""


def legend_word(class_number: int, values: Sequence[AreaValue], lang: str) -> str:
    """The word under a legend column: neviena, puse, visas, or their cautious forms.

    `values`: the municipalities of that class. Empty for the classes that have no word.
    """
    exact = {0: 0.0, 3: 0.5, 5: 1.0}.get(class_number)
    if exact is None:
        return Words(lang)("legend.word.up_to_fifth") if class_number == 1 else ""
    # A mean of estimates is a sum of floats: 0.5000000000000001 is one half.
    met = all(v.value is not None and isclose(v.value, exact, abs_tol=1e-9) for v in values)
    return Words(lang)(f"legend.word.{class_number}_{'exactly' if met else 'about'}")
