"""What the planning regions say to one indicator, in one sentence: number first, cause never.

It counts regions and names none, so it ranks none either.
"""

from collections.abc import Sequence

from dashboard.i18n.agreement import holder_case, verb
from dashboard.i18n.area_sentences import speaks_of_all
from dashboard.i18n.nouns import ALL
from dashboard.i18n.phrases import Clause, phrases
from dashboard.i18n.reading import CASES
from dashboard.i18n.translate import Words
from dashboard.records import AreaValue

_UNKNOWN = ("estimated", "not_published")


def region_headline(
    indicator: str, values: Sequence[AreaValue], lang: str, *, item_silent: bool = False
) -> str:
    """The answer of all regions together, without a full stop.

    `values`: one a region, all of one institution type. Cases: in how many at least one institution
    reports one. All else: in how many it is true of more than half of those that answered; of the
    *known* ones, where the study may not name all. `item_silent`: somebody passed the question
    over. While a single value is estimated or not published nothing is counted.
    """
    unknown = {one.evidence for one in values if one.evidence in _UNKNOWN}
    if unknown:
        return _unknown(values, unknown, lang)
    counted = [one for one in values if _counts(one)]
    kind = values[0].institution_type if values else ALL
    if indicator == CASES:
        return _cases(len(counted), len(values), kind, lang)
    answered = [one for one in values if one.numerator is not None]
    nowhere = not counted and len(answered) == len(values)
    clause: Clause = "question" if item_silent else "survey"
    subject = phrases(lang).half(
        kind,
        clause,
        holder_case(indicator),
        more=not nowhere,
        known=not all(speaks_of_all(one) for one in counted or answered),
    )
    n = len(values) if nowhere else len(counted)
    return _said(indicator, (n, len(values)), subject, verb(indicator, kind, 2, lang), lang)


def _counts(value: AreaValue) -> bool:
    """Whether a region is one of those that the sentence counts."""
    if not value.numerator:
        return False
    return value.indicator == CASES or 2 * value.numerator > (value.denominator or 0)


def _unknown(values: Sequence[AreaValue], found: set[str], lang: str) -> str:
    everywhere = all(one.evidence in _UNKNOWN for one in values)
    shown = "hidden" if found == {"not_published"} else "estimated"
    return Words(lang)(f"compare.regions.{shown}_{'everywhere' if everywhere else 'partly'}")


def _cases(n: int, total: int, kind: str, lang: str) -> str:
    say = phrases(lang)
    if not n:
        # The subject ends the Latvian sentence, so no comma closes its clause.
        subject = say.no_one_twice(kind, "nom").removesuffix(",")
        return Words(lang)("compare.regions.none.identified_cases", total=total, subject=subject)
    return _said(CASES, (n, total), say.at_least_one(kind), verb(CASES, kind, 1, lang), lang)


def _said(indicator: str, counts: tuple[int, int], subject: str, told: str, lang: str) -> str:
    n, total = counts
    key = f"compare.regions.{'every' if n == total else 'some'}.{indicator}"
    return Words(lang)(key, n=n, total=total, subject=subject, verb=told)
