"""Strata: the printed totals of one institution type for one indicator, as counts of institutions.

Reads the survey's `estimates.csv`: which figures of `published_totals.csv` an indicator rests on.
"""

from collections import Counter, defaultdict
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
from etl.survey_format import EstimateRow, Located, PublishedTotalRow, Survey
from etl.tally import answers_of_responding, responding


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
    for (indicator, _), rows in groups.items():
        _add(found, survey, rows, questions[indicator])
    return found


def _add(
    found: Strata,
    survey: Survey,
    rows: list[Located[EstimateRow]],
    asked: tuple[str, tuple[str, ...]],
) -> None:
    institution_type = rows[0].row.institution_type
    question, yes = asked
    base = responding(survey, institution_type)
    # no_answer is known too: who gave none is not estimated either.
    answers = answers_of_responding(survey, institution_type, question)
    own = answers_of_responding(survey, institution_type, question, loaded=False)
    record: dict[str, object] = {
        "indicator": rows[0].row.indicator,
        "institution_type": institution_type,
        "base": base,
        "sources": sorted({_total(survey, row.row).source for row in rows}),
    }
    try:
        printed = _interval(survey, rows, base)
        _allowed(printed, own, yes, base)
    except UnusableFigure as error:
        found.problems.append(rows[0].problem("category", error.fault, **error.facts))
        return
    try:
        interval = _allowed(_with_overridden(printed, survey, asked, rows), answers, yes, base)
    except UnusableFigure as error:
        found.contradicted.append(record | error.facts)
        return
    known, named_yes = answers.total(), sum(answers[answer] for answer in yes)
    if known < base:
        counts = {
            "lower_count": interval.lower,
            "upper_count": interval.upper,
            "named": known,
            "named_yes": named_yes,
            "share": synthetic_share(interval, base, known, named_yes),
            "caveats": sorted({code for row in rows for code in row.row.caveat}),
        }
        found.records.append(record | counts)


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


def _with_overridden(
    printed: CountInterval,
    survey: Survey,
    asked: tuple[str, tuple[str, ...]],
    rows: list[Located[EstimateRow]],
) -> CountInterval:
    """What a figure counts once replies stand against answers that it may have counted.

    Whether the printer counted the survey's answer or what the reply now says, nobody knows.
    """
    question, yes = asked
    of_type = {
        i.row.institution_id
        for i in survey.institutions
        if i.row.institution_type == rows[0].row.institution_type
    }
    was, is_now = set(), set()
    for one in survey.conflicts:
        stands = one.stands == "reply" and one.question == question
        if stands and one.survey_answer is not None and one.institution_id in of_type:
            was |= {one.institution_id} if one.survey_answer in yes else set()
            is_now |= {one.institution_id} if one.reply_answer in yes else set()
    return CountInterval(printed.lower - len(was - is_now), printed.upper + len(is_now - was))


def _allowed(
    printed: CountInterval, answers: Counter[str], yes: tuple[str, ...], base: int
) -> CountInterval:
    """What both the figure and the known answers allow; raises UnusableFigure if nothing is."""
    least = sum(answers[answer] for answer in yes)
    most = base - answers.total() + least
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
