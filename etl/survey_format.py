"""The survey format as data: which files a survey has, their columns, and what a cell may hold.

`docs/survey-format.md` is this module in words. Cells are checked one by one here; what needs
several rows to be judged stands in `validate.py`.
"""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated, Generic, Literal, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PositiveInt,
)

from etl.conflict import Conflict
from etl.faults import Fact
from etl.problems import Problem
from etl.staging import StagedAnswers

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
# What a cell must look like, with examples to show to a person.
_CODE, _CODES = r"^[a-z][a-z0-9_]*$", r"^[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*$"
_IDENTIFIER, _FIGURE = r"^[A-Za-z0-9_-]+$", r"^\d+(\.\d+)?$"
_WAVE, _ADDRESS = r"^\d{4}[a-z]?$", r"^https://\S+$"
EXAMPLES = {
    _CODE: ("client_materials",),
    _CODES: ("planned", "planned+trained"),
    _IDENTIFIER: ("oc-LV-007",),
    _FIGURE: ("46", "12.5"),
    _WAVE: ("2026", "2026b"),
    _ADDRESS: ("https://www.tiesibsargs.lv/",),
}
Code = Annotated[str, Field(pattern=_CODE)]
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

    institution_id: Annotated[str, Field(pattern=_IDENTIFIER)]
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
    category: Annotated[str, Field(pattern=_CODES)]
    value: Annotated[str, Field(pattern=_FIGURE)]
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

    wave: Annotated[str, Field(pattern=_WAVE)]
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
    source_url: Annotated[str | None, Field(pattern=_ADDRESS)] = None


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
    """A whole survey: its facts and its tables, as far as their cells could be read.

    Where `staged` holds the answers, `answers` are only those that a rule may be broken by.
    """

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
    staged: StagedAnswers | None = None  # the answers, where they are too many for memory

    @property
    def answer_count(self) -> int:
        """How many answers there are."""
        return self.staged.rows if self.staged else len(self.answers)

    def may_hold(self, file: str, **cells: object) -> bool:
        """Whether a row of `file` that could not be read may be the one with these cells."""
        return any(
            all(row.get(column, value) == (value or "") for column, value in cells.items())
            for row in self.unread.get(file, ())
        )
