"""Where the table of a sheet is: its headings, what they mean, and which rows are none of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from etl.problems import Problem
from etl.replies.headings import OWNERS, Headings, Meaning
from etl.replies.plain_text import fold, lost_letter, mended, plain
from etl.replies.sheet import Sheet
from etl.replies.vocabulary import begins_with, shown

_SEARCHED = 30  # rows from the top among which the headings are looked for


@dataclass(frozen=True, slots=True)
class Table:
    """The table of a sheet: the row of its headings, and the columns that are read.

    `fields` finds the first column of a field by its name and, where it has one, its question.
    """

    sheet: Sheet
    header: int
    columns: dict[int, Meaning]
    fields: dict[tuple[str, str], int]

    @property
    def is_long(self) -> bool:
        """Whether a row is one answer: the columns question and answer are there."""
        return ("question", "") in self.fields or ("answer", "") in self.fields

    @property
    def has_answers(self) -> bool:
        """Whether there is a column of institutions beside one of answers."""
        meant = self.columns.values()
        answers = any(m.kind in {"question", "option"} or m.name == "answer" for m in meant)
        return answers and any(m.name in OWNERS for m in meant)

    def column(self, name: str, question: str = "") -> int | None:
        """The column of a field of the row, or of one question's answer."""
        return self.fields.get((name, question))

    def text(self, row: int, name: str, question: str = "") -> str:
        """What a row says in a field, on one line; "" where it has no such column."""
        column = self.column(name, question)
        return "" if column is None else plain(self.sheet.cell(row, column).text)

    def rows(self) -> Iterator[int]:
        """The rows below the headings that are not empty."""
        return (row for row in self.sheet.rows if row > self.header)


def find_table(sheet: Sheet, headings: Headings) -> Table | None:
    """The table of a sheet, from the row near its top that has the most known headings.

    None where no row has two known headings, or one that names institutions beside another text.
    """
    best, known_of_best = 0, 0
    for row in list(sheet.rows)[:_SEARCHED]:
        meanings = [headings.meaning(cell.text) for cell in sheet.rows[row] if cell.text.strip()]
        known = [m for m in meanings if m is not None and m.kind != "ignore"]
        enough = len(known) > 1 or (any(m.name in OWNERS for m in known) and len(meanings) > 1)
        if enough and len(known) > known_of_best:
            best, known_of_best = row, len(known)
    if not best:
        return None
    sheet.headings = [cell.text for cell in sheet.rows[best]]
    columns = {
        column: meaning
        for column, text in enumerate(sheet.headings)
        if (meaning := headings.meaning(text)) is not None and meaning.kind != "ignore"
    }
    columns |= _likely(sheet, headings, columns)
    fields: dict[tuple[str, str], int] = {}
    for column, meaning in columns.items():
        if meaning.kind == "field":
            fields.setdefault((meaning.name, meaning.question), column)
    return Table(sheet, best, columns, fields)


def _likely(sheet: Sheet, headings: Headings, columns: Mapping[int, Meaning]) -> dict[int, Meaning]:
    """What misspelt headings most likely mean, so that the cells below are looked at as well.

    Each is a problem of its own, so nothing of such a file is ever taken.
    """
    likely: dict[int, Meaning] = {}
    for column, text in enumerate(sheet.headings):
        if column in columns or not plain(text) or headings.meaning(text) is not None:
            continue
        meaning = headings.meaning(headings.alike(text))
        taken = {*columns.values(), *likely.values()}
        if meaning is not None and meaning.kind != "ignore" and meaning not in taken:
            likely[column] = meaning
    return likely


def table_problems(table: Table, headings: Headings) -> Iterator[Problem]:
    """What is wrong with the headings of a table and with what stands around it."""
    sheet = table.sheet
    first = next(iter(sheet.rows))
    if first < table.header:
        yield sheet.fault(first, None, "title_above_headings", headings=table.header)
    yield from _heading_problems(table, headings)
    if not set(table.columns) & {c for c, m in table.columns.items() if m.name in OWNERS}:
        yield sheet.fault(table.header, None, "institution_heading_missing")
    if table.is_long:
        for name in ("question", "answer"):
            if table.column(name) is None:
                yield sheet.fault(table.header, None, "heading_missing", heading=shown(name))
    elif not any(meaning.kind in {"question", "option"} for meaning in table.columns.values()):
        yield sheet.fault(table.header, None, "answers_heading_missing")
    if not sheet.cut and not any(True for _ in table.rows()):
        yield sheet.fault(table.header, None, "no_rows")
    for merged in sheet.merged:
        if merged.bottom >= table.header and merged.top in sheet.rows:
            yield sheet.fault(merged.top, merged.left, "cells_merged", range=str(merged))


def _heading_problems(table: Table, headings: Headings) -> Iterator[Problem]:
    sheet, first = table.sheet, dict[Meaning, int]()
    width = max(len(sheet.rows[row]) for row in sheet.rows)
    filled = {
        column
        for row in table.rows()
        for column, cell in enumerate(sheet.rows[row])
        if cell.text.strip() or cell.kind != "text"
    }
    for column in range(width):
        heading = sheet.cell(table.header, column).text
        meaning = headings.meaning(heading)
        if meaning is not None and meaning.kind != "ignore":
            if (earlier := first.setdefault(meaning, column)) != column:
                other = sheet.column_name(earlier)
                yield sheet.fault(table.header, column, "heading_twice", other=other)
        elif column in filled and not plain(heading):
            yield sheet.fault(table.header, column, "heading_empty")
        elif plain(heading) and meaning is None:  # told over empty cells too: a question is gone
            if alike := headings.alike(heading):
                yield sheet.fault(table.header, column, "heading_misspelt", alike=alike)
            else:
                nearest = headings.nearest(heading)
                yield sheet.fault(table.header, column, "heading_unknown", nearest=nearest)


def row_problem(table: Table, row: int) -> Problem | None:
    """Why a row is none of the table's: a total, the headings once more, the template's example."""
    cells = table.sheet.rows[row]
    texts = [cell.text for cell in cells]
    column = next(c for c, cell in enumerate(cells) if cell.text.strip() or cell.kind != "text")
    same = sum(
        fold(text) == fold(heading) != ""
        for text, heading in zip(texts, table.sheet.headings, strict=False)
    )
    if same > 1:
        return table.sheet.fault(row, None, "headings_again")
    for key, fault in (("totals", "total_row"), ("example", "example_row")):
        if begins_with(texts[column], key):
            return table.sheet.fault(row, column, fault)
    return None


def letter_problems(sheet: Sheet) -> Iterator[Problem]:
    """Letters that an encoding has spoilt: the first cell of a sheet stands for them all."""
    for fault, spoilt in (("letters_garbled", mended), ("letters_lost", lost_letter)):
        places = (
            (row, column)
            for row, cells in sheet.rows.items()
            for column, cell in enumerate(cells)
            if spoilt(cell.text)
        )
        if (place := next(places, None)) is not None:
            yield sheet.fault(*place, fault, meant=mended(sheet.cell(*place).text))
