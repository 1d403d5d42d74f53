"""The rows of a table, long or wide, as replies; a row that answers nothing gives none."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from etl.faults import Several
from etl.labels import source_is_known
from etl.problems import Problem
from etl.replies.answer_words import AnswerWords, is_no, is_unclear, is_yes
from etl.replies.cells import Found, answers_of, is_empty, mark_of, text_fault
from etl.replies.headings import OWNERS, PER_ANSWER, Headings
from etl.replies.plain_text import fold, plain
from etl.replies.reply import Reply
from etl.replies.table import Table, row_problem
from etl.replies.vocabulary import types
from etl.validate import LONGEST_QUOTE

_ROWS_SHOWN = 20  # numbers of rows that a sentence shows


@dataclass(slots=True)
class Read:
    """The replies of a table, the rows that answer nothing, every problem, and what is only told.

    `unanswered` are the owners of rows that answer nothing, `sourced` those of these rows that have
    a source.
    """

    replies: list[Reply] = field(default_factory=list)
    silent: int = 0
    unanswered: list[Reply] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    sourced: list[int] = field(default_factory=list)

    def notices(self, table: Table) -> list[Problem]:
        """What is told and refuses nothing."""
        if not self.sourced:
            return []
        shown = [str(row) for row in self.sourced[:_ROWS_SHOWN]]
        rows = Several([*shown, *["…"] * (len(self.sourced) > _ROWS_SHOWN)])
        return [table.sheet.fault(None, table.column("source"), "source_alone", rows=rows)]


@dataclass(frozen=True, slots=True)
class Asked:
    """What can be answered: the headings that are known and the words under each question."""

    headings: Headings
    words: Mapping[str, AnswerWords]


def read_rows(table: Table, asked: Asked) -> Read:
    """Read every row below the headings of a table."""
    read = Read()
    columns: dict[str, dict[str, str]] = {}
    first = next(table.rows(), None)
    for row in table.rows():
        if problem := row_problem(table, row):
            read.problems.append(problem)
            continue
        answers = _long(table, row, asked) if table.is_long else _wide(table, row, asked)
        found = list(answers)
        read.problems += _without_answer(table, row, {question for question, *_ in found}, asked)
        if not found:
            read.silent += 1
            read.unanswered += _unanswered(table, row)
            read.sourced += [row] * bool(table.text(row, "source"))
            continue
        told: list[Problem] = []
        owner = _owner(table, row, told)
        read.problems += told
        if row == first and "institution_missing" in {problem.fault for problem in told}:
            continue  # most likely a second line of headings, whose cells are no answers
        for question, column, cell in found:
            read.problems += cell.problems
            said = _said(table, row, question, read.problems)
            read.replies += [
                Reply(
                    table.sheet.file, table.sheet.name, row, table.sheet.column_name(column),
                    **owner, question=question, answer=code, **said,
                    written=plain(table.sheet.cell(row, column).text),
                    columns=_columns(table, question, columns),
                    wide=not table.is_long,
                )
                for code in cell.codes
                if not told and not cell.problems  # that is a problem already, told once
            ]  # fmt: skip
    return read


def _unanswered(table: Table, row: int) -> list[Reply]:
    """Whose row it is that answers nothing, if its cells say so without a fault."""
    told: list[Problem] = []
    owner = _owner(table, row, told)
    if told:
        return []
    said = dict.fromkeys(PER_ANSWER, "") | owner
    return [
        Reply(
            table.sheet.file, table.sheet.name, row, "",
            **said, question="", answer="", columns={}, wide=not table.is_long,
        )
    ]  # fmt: skip


def _columns(table: Table, question: str, known: dict[str, dict[str, str]]) -> dict[str, str]:
    """How the columns are called that say the rest of a reply; `known` keeps them by question."""
    if question not in known:
        places = {name: table.column(name) for name in OWNERS}
        for name in PER_ANSWER:
            own = table.column(name, question)
            places[name] = table.column(name) if own is None else own
        known[question] = {
            name: table.sheet.column_name(column)
            for name, column in places.items()
            if column is not None
        }
    return known[question]


def _without_answer(table: Table, row: int, answered: set[str], asked: Asked) -> Iterator[Problem]:
    """A source, a quotation or a reason beside an answer that is not there.

    A letter that answers nothing is no fault: the source of a whole row is only told.
    """
    for (name, question), column in table.fields.items():
        if name not in PER_ANSWER or is_empty(table.sheet.cell(row, column)):
            continue
        if question and question not in answered:
            told = {"question": asked.words[question].name()}
            yield table.sheet.fault(row, column, "said_without_answer", **told)
        elif not question and not answered and name != "source":
            yield table.sheet.fault(row, column, "said_without_answers")


Answered = Iterator[tuple[str, int, Found]]


def _wide(table: Table, row: int, asked: Asked) -> Answered:
    """Question, column and answers of each cell of a row that is not empty."""
    marked: dict[str, int] = {}
    for column, meaning in table.columns.items():
        if meaning.kind not in {"question", "option"} or is_empty(table.sheet.cell(row, column)):
            continue
        words = asked.words[meaning.question]
        if meaning.kind == "question":
            yield meaning.question, column, answers_of(table.sheet, row, column, words)
            continue
        found = mark_of(table.sheet, row, column, meaning.answer)
        if found.codes and not words.question.multiple:
            first = marked.setdefault(meaning.question, column)
            if first != column:
                other = table.sheet.column_name(first)
                found = Found([], [table.sheet.fault(row, column, "second_mark", other=other)])
        yield meaning.question, column, found


def _long(table: Table, row: int, asked: Asked) -> Answered:
    """The one question of a row, the column of its answer, and the answers."""
    sheet, question, answer = table.sheet, table.column("question"), table.column("answer")
    if question is None or answer is None:
        return
    empty = [is_empty(sheet.cell(row, column)) for column in (question, answer)]
    if all(empty):
        return
    if any(empty):
        column, fault = (question, "question_missing") if empty[0] else (answer, "answer_missing")
        yield "", answer, Found([], [sheet.fault(row, column, fault)])
        return
    text = sheet.cell(row, question).text
    meaning = asked.headings.meaning(text)
    if meaning is None or meaning.kind != "question":
        alike = asked.headings.alike(text)
        nearest = asked.headings.nearest_questions(text)
        fault = "reply_question_misspelt" if alike else "reply_question_unknown"
        told = sheet.fault(row, question, fault, alike=alike, nearest=nearest)
        yield "", answer, Found([], [told])
        return
    code = meaning.question
    yield code, answer, answers_of(sheet, row, answer, asked.words[code], "delete_row")


def _owner(table: Table, row: int, problems: list[Problem]) -> dict[str, str]:
    """Whose answers a row holds, as far as it says; nothing is looked up here."""
    sheet = table.sheet
    said = {name: table.text(row, name) for name in OWNERS}
    columns = {name: table.column(name) for name in OWNERS}
    for column in columns.values():
        if column is not None:
            problems.extend(text_fault(sheet, row, column))
    odd = [c for c in (columns["institution_id"], columns["institution"]) if c is not None]
    problems += [
        sheet.fault(row, column, "cell_date_for_name")
        for column in odd
        if sheet.cell(row, column).kind == "date"
    ]
    kind = said["institution_type"]
    # A sheet "Bāriņtiesas" need not say so in each row.
    said["institution_type"] = types().get(fold(kind or sheet.name), "")
    if kind and not said["institution_type"]:
        problems.append(sheet.fault(row, columns["institution_type"], "institution_type_unknown"))
    named = (
        said["institution_id"]
        or said["institution"]
        or (said["place"] and said["institution_type"])
    )
    if not named and all(c is None or is_empty(sheet.cell(row, c)) for c in odd):
        problems.append(sheet.fault(row, None, "institution_missing"))
    return said | {"kind": kind}


def _said(table: Table, row: int, question: str, problems: list[Problem]) -> dict[str, str]:
    """Source, quotation and reason to override: the answer's own, else those of the row."""
    said = {}
    for name in PER_ANSWER:
        own, rows = table.column(name, question), table.column(name)
        column = own if own is not None and not is_empty(table.sheet.cell(row, own)) else rows
        said[name] = ""
        if column is None:
            continue
        problems.extend(text_fault(table.sheet, row, column))
        said[name] = " ".join(table.sheet.cell(row, column).text.split())
        if name == "quote" and len(said[name].split()) > LONGEST_QUOTE:
            problems.append(table.sheet.fault(row, column, "quote_too_long", most=LONGEST_QUOTE))
        if name == "source" and not source_is_known(said[name]):
            problems.append(table.sheet.fault(row, column, "source_unreadable"))
        if name == "overrides" and said[name] and not _is_reason(said[name]):
            problems.append(table.sheet.fault(row, column, "overrides_without_reason"))
    return said


def _is_reason(text: str) -> bool:
    """Whether a text can say why: a mark, "jā", "nē", a dash or a dot cannot."""
    return bool(fold(text)) and not (is_yes(text) or is_no(text) or is_unclear(text))
