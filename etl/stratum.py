"""Strata: the printed totals of one institution type for one indicator, as counts of institutions.

Reads the survey's `estimates.csv`: which figures of `published_totals.csv` an indicator rests on.
"""

from collections import defaultdict

from etl.estimate import (
    CountInterval,
    UnusableFigure,
    counts_of_percentage,
    either,
    synthetic_share,
)
from etl.problems import Problem
from etl.survey_format import EstimateRow, Located, PublishedTotalRow, Survey
from etl.tally import answers_of_responding, responding


def strata(
    survey: Survey, questions: dict[str, tuple[str, tuple[str, ...]]]
) -> tuple[list[dict[str, object]], list[Problem]]:
    """Rows of the table `stratum` without their wave, and the figures that no count fits.

    `questions` maps an indicator to its question and to the answers that count.
    """
    groups: dict[tuple[str, str], list[Located[EstimateRow]]] = defaultdict(list)
    for located in survey.estimates:
        groups[located.row.indicator, located.row.institution_type].append(located)
    records, problems = [], []
    for (indicator, institution_type), rows in groups.items():
        base = responding(survey, institution_type)
        question, yes = questions[indicator]
        # no_answer is known too: who gave none is not estimated either.
        answers = answers_of_responding(survey, institution_type, question)
        known, named_yes = answers.total(), sum(answers[answer] for answer in yes)
        try:
            interval = _narrowed(_interval(survey, rows, base), named_yes, base - known + named_yes)
        except UnusableFigure as error:
            problems.append(rows[0].problem("category", error.fault, **error.facts))
            continue
        records.append(
            {
                "indicator": indicator,
                "institution_type": institution_type,
                "base": base,
                "lower_count": interval.lower,
                "upper_count": interval.upper,
                "named": known,
                "named_yes": named_yes,
                "share": synthetic_share(interval, base, known, named_yes),
                "sources": sorted({_total(survey, row.row).source for row in rows}),
                "caveats": sorted({code for row in rows for code in row.row.caveat}),
            }
        )
    return records, problems


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


def _narrowed(printed: CountInterval, least: int, most: int) -> CountInterval:
    """What both the figure and the named answers allow."""
    both = CountInterval(max(printed.lower, least), min(printed.upper, most))
    if both.lower > both.upper:
        facts = {"lower": printed.lower, "upper": printed.upper, "least": least, "most": most}
        raise UnusableFigure("count_against_named", **facts)
    return both
