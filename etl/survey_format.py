"""The survey format as data: which files a survey has, their columns, and what a cell may hold.

`docs/survey-format.md` is this module in words. Cells are checked one by one here; what needs
several rows to be judged stands in `validate.py`.
"""

import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PositiveInt,
    ValidationError,
)

from etl.cell_problems import cell_problems
from etl.conflict import Conflict
from etl.faults import Fact
from etl.problems import Problem
from etl.survey_file import read_table

InstitutionType = Literal["orphans_court", "social_service", "employment_agency"]
StatementTheme = Literal[
    "experience",
    "suspicion",
    "good_practice",
    "cooperation",
    "action",
    "training",
    "information",
    "causes",
    "risk_groups",
    "recommendations_institutions",
    "recommendations_ombudsman",
    "context",
]
Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Text = Annotated[str, Field(min_length=1)]
CodeList = Annotated[
    tuple[Code, ...], BeforeValidator(lambda cell: tuple(cell.split(";")) if cell else ())
]
EmptyIsNone = BeforeValidator(lambda cell: cell or None)


class SurveyRow(BaseModel):
    """A row of a survey file; subclasses name the columns."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class InstitutionRow(SurveyRow):
    """An institution that was asked."""

    institution_id: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]+$")]
    institution_type: InstitutionType
    name_lv: Text
    name_en: str = ""
    municipality_code: str
    sub_unit: str
    source: Text
    quote: str
    caveat: CodeList


class QuestionRow(SurveyRow):
    """A question of the survey."""

    question: Code
    theme: Code
    wording_lv: Text
    wording_en: Text
    multiple: Annotated[bool, BeforeValidator(lambda c: {"true": True, "false": False}.get(c, c))]


class AnswerOptionRow(SurveyRow):
    """An answer that a question allows."""

    question: Code
    answer: Code
    label_lv: Text
    label_en: Text


class AnswerRow(SurveyRow):
    """One answer of an institution."""

    institution_id: Text
    question: Code
    answer: Code
    evidence: Literal["named", "reported", "derived", "no_answer"]
    source: Text
    quote: str
    caveat: CodeList


class PublishedTotalRow(SurveyRow):
    """A figure that the source prints."""

    institution_type: Annotated[InstitutionType | None, EmptyIsNone]
    question: Code
    category: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*$")]
    value: Annotated[str, Field(pattern=r"^\d+(\.\d+)?$")]
    unit: Literal["count", "percent", "about_percent", "euro"]
    denominator: Annotated[PositiveInt | None, EmptyIsNone]
    source: Text
    quote: Text
    label_lv: str = ""
    label_en: str = ""


class EstimateRow(SurveyRow):
    """Which published totals an indicator is estimated from, where institutions are not named."""

    indicator: Code
    institution_type: InstitutionType
    role: Literal["total", "lower", "upper", "either"]
    question: Code
    category: Code
    unit: Literal["percent", "about_percent", "count"]
    caveat: CodeList


class DifferenceRow(SurveyRow):
    """Why a published total differs from the coded answers."""

    institution_type: Annotated[InstitutionType | None, EmptyIsNone]
    question: Code
    category: Text
    value: Text
    unit: Text
    source: Text
    explanation_lv: Text
    explanation_en: Text


class ContradictionRow(SurveyRow):
    """Where the source contradicts itself, and how that was coded; read on the page of methods."""

    source: Text
    text_lv: Text
    text_en: Text


class StatementRow(SurveyRow):
    """What the source tells in words of an institution, of a place, of a type, or of nobody."""

    theme: StatementTheme
    institution_id: str
    municipality_code: str
    institution_type: Annotated[InstitutionType | None, EmptyIsNone]
    text_lv: Text
    text_en: Text
    source: Text
    quote: str


class WaveFacts(SurveyRow):
    """wave.toml: what the survey is, when, within which boundaries, how it is cited."""

    wave: Annotated[str, Field(pattern=r"^\d{4}[a-z]?$")]
    revision: Text
    title_lv: Text
    title_en: Text
    fieldwork_from: date
    fieldwork_to: date
    boundary_set: Text
    citation_lv: Text
    citation_en: Text
    terms_lv: Text
    terms_en: Text
    source_url: Annotated[str | None, Field(pattern=r"^https://\S+$")] = None


R = TypeVar("R", bound=SurveyRow)


@dataclass(frozen=True, slots=True)
class Located(Generic[R]):
    """A checked row and where it stands; `loaded` if it comes from a file of replies."""

    file: str
    line: int
    row: R
    loaded: bool = False

    def problem(self, column: str, fault: str, **facts: Fact) -> Problem:
        """A problem of this row in `column`."""
        value = getattr(self.row, column, "")
        shown = ";".join(value) if isinstance(value, tuple) else str(value)
        return Problem(self.file, self.line, column, shown, fault, facts)


@dataclass(slots=True)
class Survey:
    """A whole survey: its facts and its tables, as far as their cells could be read."""

    folder: Path
    facts: WaveFacts | None
    institutions: list[Located[InstitutionRow]]
    questions: list[Located[QuestionRow]]
    answer_options: list[Located[AnswerOptionRow]]
    answers: list[Located[AnswerRow]]
    published_totals: list[Located[PublishedTotalRow]]
    estimates: list[Located[EstimateRow]]
    differences: list[Located[DifferenceRow]]
    contradictions: list[Located[ContradictionRow]]
    statements: list[Located[StatementRow]]
    problems: list[Problem] = field(default_factory=list)
    # What loaded replies contradict.
    conflicts: list[Conflict] = field(default_factory=list)
    # By file, the cells of rows that could not be read, as far as they are known.
    unread: dict[str, list[dict[str, str]]] = field(default_factory=dict)

    def may_hold(self, file: str, **cells: object) -> bool:
        """Whether a row of `file` that could not be read may be the one with these cells."""
        return any(
            all(row.get(column, value) == (value or "") for column, value in cells.items())
            for row in self.unread.get(file, ())
        )


def read_survey(folder: Path) -> Survey:
    """Read the survey files of `folder`; every bad cell becomes a problem, no row is repaired."""
    problems: list[Problem] = []
    unread: dict[str, list[dict[str, str]]] = {}
    facts = read_facts(folder / "wave.toml", problems)

    def table(name: str, model: type[R]) -> list[Located[R]]:
        located, unread[name] = _read_rows(folder / name, model, problems)
        return located

    return Survey(
        folder,
        facts,
        table("institutions.csv", InstitutionRow),
        table("questions.csv", QuestionRow),
        table("answer_options.csv", AnswerOptionRow),
        table("answers.csv", AnswerRow),
        table("published_totals.csv", PublishedTotalRow),
        table("estimates.csv", EstimateRow),
        table("differences.csv", DifferenceRow),
        table("contradictions.csv", ContradictionRow),
        # The one file that may be left out: not every survey is told in words.
        table("statements.csv", StatementRow) if (folder / "statements.csv").exists() else [],
        problems,
        unread=unread,
    )


def _read_rows(
    path: Path, model: type[R], problems: list[Problem]
) -> tuple[list[Located[R]], list[dict[str, str]]]:
    """The rows that fit `model`, and the cells of those that do not, {} where none is known."""
    required = [name for name, info in model.model_fields.items() if info.is_required()]
    optional = [name for name in model.model_fields if name not in required]
    rows, form_problems = read_table(path, required, optional)
    problems.extend(form_problems)
    unread: list[dict[str, str]] = [{} for _ in form_problems]
    located = []
    for row in rows:
        try:
            located.append(Located(path.name, row.line, model.model_validate(row.cells)))
        except ValidationError as error:
            problems.extend(cell_problems(path.name, row.line, row.cells, error))
            unread.append(row.cells)
    return located, unread


def read_facts(path: Path, problems: list[Problem]) -> WaveFacts | None:
    """What a wave.toml says; its faults are added to `problems`."""
    facts: dict[str, Any] = {}
    try:
        facts = tomllib.loads(path.read_text("utf-8"))
        return WaveFacts.model_validate(facts)
    except FileNotFoundError:
        problems.append(Problem(path.name, None, "", "", "file_missing"))
    except UnicodeDecodeError:
        problems.append(Problem(path.name, None, "", "", "toml_not_utf8"))
    except tomllib.TOMLDecodeError as error:
        reason = {"reason": str(error)}
        problems.append(Problem(path.name, None, "", "", "toml_invalid", reason))
    except ValidationError as error:
        cells = {name: str(value) for name, value in facts.items()}
        problems.extend(cell_problems(path.name, None, cells, error))
    return None
