"""A new wave's own questions: a sheet or a CSV file with a row for each answer option.

The same that questions.csv and answer_options.csv say of a survey folder, in one table. A question
stands once; in the rows below of its further answers its cells may be empty or repeat it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic import ValidationError

from etl.cell_problems import cell_problems
from etl.faults import Facts, Several
from etl.problems import Problem
from etl.replies.cells import is_empty, text_fault
from etl.replies.plain_text import fold, plain
from etl.replies.sheet import Sheet
from etl.replies.vocabulary import folded, question_columns, question_kinds
from etl.survey_format import AnswerOptionRow, Located, QuestionRow

# The first six must be there; what the others leave out follows from the code.
COLUMNS = (
    *("question", "wording_lv", "wording_en", "answer", "label_lv", "label_en"),
    *("kind", "theme", "indicator"),
)
REQUIRED = COLUMNS[:6]
OF_QUESTION = ("wording_lv", "wording_en", "kind", "theme", "indicator")
Feeds = Mapping[str, tuple[str, tuple[str, ...]]]  # indicator → its question, answers that count


@dataclass(slots=True)
class OwnQuestions:
    """The questions and answer options of a new wave, as far as their rows could be read."""

    questions: list[Located[QuestionRow]] = field(default_factory=list)
    answer_options: list[Located[AnswerOptionRow]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass(slots=True)
class _Block:
    """A question as it was first told, and its answers: code → row."""

    row: int
    cells: dict[str, str]
    answers: dict[str, int] = field(default_factory=dict)


def is_questions_sheet(sheet: Sheet) -> bool:
    """Whether the name says that a sheet holds the questions of a wave."""
    return fold(sheet.name) in folded("questions", "sheets")


def questions_of(sheet: Sheet, feeds: Feeds, themes: Mapping[str, str]) -> OwnQuestions:
    """The questions of a sheet with every problem of it.

    `feeds` says what each indicator reads; `themes` are those of the earlier wave's questions, by
    code: a question that is asked again keeps its theme where none is told.
    """
    found = OwnQuestions()
    if not sheet.rows:
        found.problems.append(sheet.fault(None, None, "questions_empty"))
        return found
    header, *rows = sheet.rows
    columns = _columns(sheet, header, found.problems)
    if columns is None:
        return found
    sheet.headings = [cell.text for cell in sheet.rows[header]]
    blocks: dict[str, _Block] = {}
    code = ""
    for row in rows:
        code = _take_row(_Row(sheet, row, columns), code, blocks, found)
    for code, block in blocks.items():
        _take_question(_Row(sheet, block.row, columns), (code, block), found, (feeds, themes))
    if not blocks and not found.problems:
        found.problems.append(sheet.fault(None, None, "questions_empty"))
    return found


def _columns(sheet: Sheet, header: int, problems: list[Problem]) -> dict[str, int] | None:
    """Column name → its place; None where a column that must be there is not."""
    columns: dict[str, int] = {}
    for at, cell in enumerate(sheet.rows[header]):
        if is_empty(cell):
            continue
        name = question_columns().get(fold(cell.text))
        if name is None:
            allowed = Several(COLUMNS)
            problems.append(sheet.fault(header, at, "questions_column_unknown", allowed=allowed))
        elif name in columns:
            problems.append(sheet.fault(header, at, "column_twice"))
        else:
            columns[name] = at
    missing = [name for name in REQUIRED if name not in columns]
    for name in missing:
        place = (sheet.file, header, name)
        facts: Facts = {"allowed": Several(COLUMNS)}
        problems.append(Problem(*place, "", "column_missing", facts, sheet.name))
    return None if missing else columns


@dataclass(frozen=True, slots=True)
class _Row:
    """One row below the header, its cells by the names of their columns."""

    sheet: Sheet
    row: int
    columns: Mapping[str, int]

    def text(self, name: str) -> str:
        at = self.columns.get(name)
        return "" if at is None else plain(self.sheet.cell(self.row, at).text)

    def fault(self, name: str, fault: str, facts: Facts | None = None) -> Problem:
        at = self.columns.get(name)
        return self.sheet.fault(self.row, at, fault, **(facts or {}))

    def not_typed(self) -> list[Problem]:
        return [
            problem
            for at in self.columns.values()
            for problem in text_fault(self.sheet, self.row, at)
        ]

    def placed(self, cells: dict[str, str], error: ValidationError) -> list[Problem]:
        """What pydantic found in these cells, each at the cell of its column."""
        found = cell_problems(self.sheet.file, self.row, cells, error)
        return [
            self.fault(one.column, one.fault, one.facts) for one in found if one.column in cells
        ]


def _take_row(row: _Row, above: str, blocks: dict[str, _Block], found: OwnQuestions) -> str:
    """Read a row, whose question is that above where it names none; returns the question."""
    found.problems += row.not_typed()
    code = row.text("question") or above
    if not code:
        found.problems.append(row.fault("question", "question_missing"))
        return ""
    block = blocks.setdefault(code, _Block(row.row, {}))
    for name in OF_QUESTION:
        told, before = row.text(name), block.cells.get(name, "")
        if told and before and told != before:
            facts: Facts = {"first": block.row, "other": before}
            found.problems.append(row.fault(name, "question_told_otherwise", facts))
        block.cells.setdefault(name, told)
        block.cells[name] = block.cells[name] or told
    answer = row.text("answer")
    if answer in block.answers:
        found.problems.append(row.fault("answer", "row_twice", {"first": block.answers[answer]}))
        return code
    block.answers[answer] = row.row
    cells = {name: row.text(name) for name in ("answer", "label_lv", "label_en")}
    try:
        option = AnswerOptionRow.model_validate(cells | {"question": code})
    except ValidationError as error:
        found.problems += row.placed(cells, error)
        return code
    found.answer_options.append(Located(row.sheet.file, row.row, option))
    return code


def _take_question(
    row: _Row,
    told: tuple[str, _Block],
    found: OwnQuestions,
    known: tuple[Feeds, Mapping[str, str]],
) -> None:
    (code, block), (feeds, themes) = told, known
    kinds = question_kinds()
    kind = kinds.get(fold(block.cells["kind"]), "" if block.cells["kind"] else "one")
    if not kind:
        allowed: Facts = {"allowed": Several(sorted(set(kinds)))}
        found.problems.append(row.fault("kind", "question_kind_unknown", allowed))
    cells = {
        "question": code,
        "theme": block.cells["theme"] or themes.get(code, code),
        "wording_lv": block.cells["wording_lv"],
        "wording_en": block.cells["wording_en"],
        "multiple": "true" if kind == "several" else "false",
    }
    try:
        question = QuestionRow.model_validate(cells)
    except ValidationError as error:
        own = {name: cells[name] for name in ("question", "wording_lv", "wording_en")}
        own |= {"theme": block.cells["theme"]} if block.cells["theme"] else {}
        found.problems += row.placed(own, error)
    else:
        found.questions.append(Located(row.sheet.file, row.row, question))
    found.problems += _feeds_wrongly(row, (code, block), feeds)


def _feeds_wrongly(row: _Row, told: tuple[str, _Block], feeds: Feeds) -> list[Problem]:
    """Where a question is said to feed an indicator that reads another, or no answer of it counts.

    An indicator reads the question of one code, in every survey: the cell says so, and is held to
    it; the codes decide.
    """
    code, block = told
    indicator = block.cells["indicator"]
    if indicator and indicator not in feeds:
        return [row.fault("indicator", "indicator_unknown", {"known": Several(sorted(feeds))})]
    if indicator and feeds[indicator][0] != code:
        facts: Facts = {"indicator": indicator, "right": feeds[indicator][0]}
        return [row.fault("indicator", "question_feeds_another", facts)]
    return [
        row.fault("question", "no_answer_counts", {"indicator": name, "allowed": Several(answers)})
        for name, (question, answers) in feeds.items()
        if question == code and not set(answers) & set(block.answers)
    ]
