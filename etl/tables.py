"""Tables: what was read, matched and estimated, as rows of the database in order of dependence."""

from typing import Any

from etl.estimate import printed_decimals
from etl.labels import label_rows
from etl.places import Rows
from etl.problems import InputRefused
from etl.survey_format import (
    AnswerRow,
    DifferenceRow,
    Located,
    PublishedTotalRow,
    StatementRow,
    Survey,
)

PLACES = ("boundary_set", "municipality", "outline", "crosswalk")


def survey_tables(
    survey: Survey, places: dict[str, Rows], institutions: Rows, indicators: Rows, strata: Rows
) -> dict[str, Rows]:
    """Rows by table, so ordered that each table stands after those it refers to."""
    if survey.facts is None:  # its problem was reported when the file was read
        raise InputRefused(survey.problems)
    wave = {"wave": survey.facts.wave}

    def rows(located: list[Any]) -> Rows:
        return [wave | {"position": n} | row.row.model_dump() for n, row in enumerate(located, 1)]

    return {name: places[name] for name in PLACES} | {
        "wave": [survey.facts.model_dump()],
        "institution": [wave | row for row in institutions],
        "question": rows(survey.questions),
        "answer_option": rows(survey.answer_options),
        "answer": [wave | _answer(located.row) for located in survey.answers],
        "published_total": [
            wave | {"total_id": n} | _total(located.row)
            for n, located in enumerate(survey.published_totals, 1)
        ],
        "contradiction": rows(survey.contradictions),
        "difference": [wave | _difference(located.row) for located in survey.differences],
        "statement": [
            wave | {"statement_id": n} | _statement(located.row)
            for n, located in enumerate(survey.statements, 1)
        ],
        "indicator": indicators,
        "stratum": [wave | row for row in strata],
        "label": label_rows(_sources(survey)),
    }


def _answer(row: AnswerRow) -> dict[str, Any]:
    return row.model_dump(exclude={"caveat"}) | {"caveats": list(row.caveat)}


def _total(row: PublishedTotalRow) -> dict[str, Any]:
    printed = {"value": float(row.value), "decimals": printed_decimals(row.value)}
    labels = {name: getattr(row, name) or None for name in ("label_lv", "label_en")}
    return row.model_dump() | labels | printed


def _statement(row: StatementRow) -> dict[str, Any]:
    owner = {name: getattr(row, name) or None for name in ("institution_id", "municipality_code")}
    return row.model_dump() | owner


def _difference(row: DifferenceRow) -> dict[str, Any]:
    return row.model_dump() | {"value": float(row.value)}


def _sources(survey: Survey) -> list[str]:
    cited: list[Located[Any]] = [
        *survey.institutions,
        *survey.answers,
        *survey.published_totals,
        *survey.contradictions,
        *survey.statements,
    ]
    return [located.row.source for located in cited]
