"""A sheet: rows of cells with their places, whichever kind of file they came from."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from etl.faults import Fact
from etl.problems import Problem
from etl.replies.plain_text import plain

MOST_ROWS = 100_000
MOST_COLUMNS = 256
_HEADING_SHOWN = 40  # characters of a heading that a place names beside its letter

Kind = Literal["text", "number", "date", "boolean", "formula", "error"]


class Cell(NamedTuple):
    """What a cell holds, as text, and what kind of thing the file says that it is.

    `formula` is how a formula is written ("=A9"), `like` the cell that it was copied from, if the
    file tells it of that cell alone.
    """

    text: str
    kind: Kind = "text"
    formula: str = ""
    like: str = ""


class Merged(NamedTuple):
    """Cells merged into one: rows as a person counts them, columns from 0, ends included."""

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        return f"{letters(self.left)}{self.top}:{letters(self.right)}{self.bottom}"


@dataclass(slots=True)
class Sheet:
    """One sheet, or a whole CSV file, whose `name` is empty.

    `rows` maps the number of a row, as a spreadsheet counts, to its cells; empty rows are not in
    it; `cut` says that reading ended before the last. `headings` are the texts of the header row,
    once it is found, to name columns by.
    """

    file: str
    name: str
    rows: dict[int, list[Cell]]
    hidden: bool = False
    merged: list[Merged] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    cut: bool = False

    def cell(self, row: int, column: int) -> Cell:
        """The cell of a row that is not empty; a cell behind its end is empty."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else Cell("")

    def column_name(self, column: int) -> str:
        """A column as a person finds it: "C (Vai klientiem pieejami bukleti…)"."""
        heading = plain(self.headings[column]) if column < len(self.headings) else ""
        if len(heading) > _HEADING_SHOWN:
            heading = f"{heading[:_HEADING_SHOWN].rstrip()}…"
        return f"{letters(column)} ({heading})" if heading else letters(column)

    def fault(self, row: int | None, column: int | None, fault: str, **facts: Fact) -> Problem:
        """A problem of one cell; without a column of the row, without a row of the sheet."""
        value = "" if row is None or column is None else self.cell(row, column).text
        where = "" if column is None else self.column_name(column)
        return Problem(self.file, row, where, value, fault, facts, self.name)


def letters(column: int) -> str:
    """The letters of a column: 0 is A, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def column_of(name: str) -> int:
    """The column of letters: A is 0, AA is 26."""
    column = 0
    for letter in name:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1
