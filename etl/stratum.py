"""Strata: the printed totals of one institution type for one indicator, as counts of institutions.

Reads the survey's `estimates.csv`: which figures of `published_totals.csv` an indicator rests on.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from etl.estimate import (
    CountInterval,
    UnusableFigure,
    counts_of_percentage,
    either,
    synthetic_share,
)
from etl.places import Rows
from etl.problems import Problem
from etl.survey_format import AnswerRow, EstimateRow, Located, PublishedTotalRow, Survey


@dataclass(slots=True)
class Strata:
    """Rows without their wave of the tables `stratum` and `contradicted_total`, and problems."""

    records: Rows = field(default_factory=list)
    contradicted: Rows = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def strata(survey: Survey, questions: Mapping[str, tuple[str, tuple[str, ...]]]) -> Strata:
    """What the printed totals of `survey` say of those whose answers are not known.

    `questions` maps an indicator to its question and to the answers that count. A total that the
    survey's own answers contradict is a problem; one that only loaded replies contradict estimates
    nothing any more, and is told as contradicted. Where every answer is known nothing is estimated.
    """
    groups: dict[tuple[str, str], list[Located[EstimateRow]]] = defaultdict(list)
    for located in survey.estimates:
        groups[located.row.indicator, located.row.institution_type].append(located)
    found = Strata()
    for (indicator, institution_type), rows in groups.items():
        _add(found, survey, rows, questions[indicator], _base(survey, institution_type))
    return found


def _add(
    found: Strata,
    survey: Survey,
    rows: list[Located[EstimateRow]],
    asked: tuple[str, tuple[str, ...]],
    base: set[str],
) -> None:
    question, yes = asked
    answers = [a for a in _answers(survey, question) if a.row.institution_id in base]
    record: dict[str, object] = {
        "indicator": rows[0].row.indicator,
        "institution_type": rows[0].row.institution_type,
        "base": len(base),
        "sources": sorted({_total(survey, row.row).source for row in rows}),
    }
    try:
        printed = _interval(survey, rows, len(base))
        _allowed(printed, [a for a in answers if not a.loaded], yes, len(base))
    except UnusableFigure as error:
        found.problems.append(rows[0].problem("category", error.fault, **error.facts))
        return
    try:
        interval = _allowed(printed, answers, yes, len(base))
    except UnusableFigure as error:
        found.contradicted.append(record | error.facts)
        return
    if len(answers) < len(base):
        named_yes = sum(a.row.answer in yes for a in answers)
        found.records.append(
            record
            | {
                "lower_count": interval.lower,
                "upper_count": interval.upper,
                "named": len(answers),
                "named_yes": named_yes,
                "share": synthetic_share(interval, len(base), len(answers), named_yes),
                "caveats": sorted({code for row in rows for code in row.row.caveat}),
            }
        )


def _base(survey: Survey, institution_type: str) -> set[str]:
    """Who the figures speak of: those that responded, before any reply came later."""
    types = {i.row.institution_id: i.row.institution_type for i in survey.institutions}
    late = {
        conflict.institution_id
        for conflict in survey.conflicts
        if conflict.question == "response" and conflict.stands == "reply"
    }
    return {
        answer.row.institution_id
        for answer in survey.answers
        if answer.row.answer == "responded"
        and types.get(answer.row.institution_id) == institution_type
    } - late


def _answers(survey: Survey, question: str) -> list[Located[AnswerRow]]:
    """Answers that are known, no_answer among them: who gave none is not estimated either."""
    return [answer for answer in survey.answers if answer.row.question == question]


def _total(survey: Survey, row: EstimateRow) -> PublishedTotalRow:
    """The first figure printed for this estimate; the body stands before the summary."""
    wanted = (row.institution_type, row.question, row.category, row.unit)
    return next(
        total.row
        for total in survey.published_totals
        if (total.row.institution_type, total.row.question, total.row.category, total.row.unit)
        == wanted
    )


def _interval(survey: Survey, rows: list[Located[EstimateRow]], base: int) -> CountInterval:
    by_role: dict[str, list[CountInterval]] = defaultdict(list)
    for located in rows:
        total = _total(survey, located.row)
        if total.unit == "count":
            counts = CountInterval(int(total.value), int(total.value))
        else:
            counts = counts_of_percentage(total.value, base)
        by_role[located.row.role].append(counts)
    if "either" in by_role:
        return either(by_role["either"], base)
    if "total" in by_role:
        return by_role["total"][0]
    return CountInterval(by_role["lower"][0].lower, by_role["upper"][0].upper)


def _allowed(
    printed: CountInterval, answers: list[Located[AnswerRow]], yes: tuple[str, ...], base: int
) -> CountInterval:
    """What both the figure and the known answers allow; raises UnusableFigure if nothing is."""
    least = sum(answer.row.answer in yes for answer in answers)
    most = base - len(answers) + least
    both = CountInterval(max(printed.lower, least), min(printed.upper, most))
    if both.lower > both.upper:
        raise UnusableFigure(
            "count_against_named",
            lower=printed.lower,
            upper=printed.upper,
            least=least,
            most=most,
        )
    return both
