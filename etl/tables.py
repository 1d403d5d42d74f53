"""Tables: what was read, matched and estimated, as rows of the database in order of dependence."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from etl.estimate import printed_decimals
from etl.labels import label_rows
from etl.places import Rows
from etl.problems import InputRefused
from etl.stratum import Strata
from etl.survey_format import (
    AnswerRow,
    DifferenceRow,
    Located,
    PublishedTotalRow,
    StatementRow,
    Survey,
    WaveFacts,
)

PLACES = ("boundary_set", "municipality", "outline", "crosswalk")


@dataclass(frozen=True, slots=True)
class PreparedSurvey:
    """One wave without problems: what its files say, where its institutions stand, its totals."""

    survey: Survey
    institutions: Rows
    strata: Strata

    @property
    def wave(self) -> str:
        """The wave's code. Raises InputRefused where wave.toml could not be read."""
        return self.facts.wave

    @property
    def facts(self) -> WaveFacts:
        """What wave.toml says. Raises InputRefused where it could not be read."""
        if self.survey.facts is None:  # its problem was reported when the file was read
            raise InputRefused(self.survey.problems)
        return self.survey.facts


def database_tables(
    surveys: Sequence[PreparedSurvey], places: dict[str, Rows], indicators: Rows
) -> dict[str, Rows]:
    """Rows by table, so ordered that each table stands after those it refers to."""
    tables = {name: places[name] for name in PLACES}
    for prepared in surveys:
        for name, rows in _survey_tables(prepared).items():
            tables[name] = [*tables.get(name, []), *rows]
    return tables | {
        "indicator": indicators,
        "stratum": [{"wave": one.wave} | row for one in surveys for row in one.strata.records],
        "contradicted_total": [
            {"wave": one.wave} | row for one in surveys for row in one.strata.contradicted
        ],
        "label": label_rows([source for one in surveys for source in _sources(one.survey)]),
    }


def _survey_tables(prepared: PreparedSurvey) -> dict[str, Rows]:
    survey = prepared.survey
    wave = {"wave": prepared.wave}

    def rows(located: list[Any]) -> Rows:
        return [wave | {"position": n} | row.row.model_dump() for n, row in enumerate(located, 1)]

    return {
        "wave": [prepared.facts.model_dump()],
        "institution": [wave | row for row in prepared.institutions],
        "question": rows(survey.questions),
        "answer_option": rows(survey.answer_options),
        "answer": [wave | _answer(located) for located in survey.answers],
        "conflict": [
            wave | {"conflict_id": n} | asdict(conflict)
            for n, conflict in enumerate(survey.conflicts, 1)
        ],
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
    }


def _answer(located: Located[AnswerRow]) -> dict[str, Any]:
    row = located.row
    more = {"caveats": list(row.caveat), "loaded": located.loaded}
    return row.model_dump(exclude={"caveat"}) | more


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
    replies = [conflict.reply_source for conflict in survey.conflicts]
    kept = [conflict.survey_source for conflict in survey.conflicts if conflict.survey_source]
    return [*(located.row.source for located in cited), *replies, *kept]
