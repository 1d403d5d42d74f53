"""Read: a CSV file becomes rows that remember their line. No meaning is given here."""

import csv
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from etl.faults import Several
from etl.problems import Problem
from etl.strict_csv import csv_problem, strict_reader


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one record by column name, and the line of the file where it begins."""

    line: int
    cells: dict[str, str]


def read_table(
    path: Path, required: Iterable[str], optional: Iterable[str] = ()
) -> tuple[list[Row], list[Problem]]:
    """Read a UTF-8 CSV file whose header holds `required` and perhaps `optional` columns.

    Returns the rows and every problem of form: file missing, not UTF-8, header wrong, a record
    with too few or too many cells. Rows of the right form are returned beside the problems.
    """
    rows: list[Row] = []
    problems: list[Problem] = []
    try:
        for found in records(path, list(required), list(optional)):
            if isinstance(found, Row):
                rows.append(found)
            else:
                problems.append(found)
    except UnreadableFile as unreadable:
        return [], [unreadable.problem]
    return rows, problems


class UnreadableFile(Exception):  # noqa: N818 - says what it is
    """A file of which no row counts, whatever came before."""

    def __init__(self, problem: Problem):
        super().__init__(str(problem))
        self.problem = problem


def records(
    path: Path, required: Sequence[str], optional: Sequence[str] = ()
) -> Iterator[Row | Problem]:
    """The rows of a CSV file and its problems of form, as `read_table` gives them, one by one.

    Raises:
        UnreadableFile: the file is missing, or some of it is not UTF-8.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from _records(path.name, file, required, optional)
            deque(file, maxlen=0)  # whether the rest, if any, is text
    except FileNotFoundError:
        raise UnreadableFile(Problem(path.name, None, "", "", "file_missing")) from None
    except UnicodeDecodeError:
        problem = Problem(path.name, _line_that_is_no_text(path), "", "", "csv_not_utf8")
        raise UnreadableFile(problem) from None


def _line_that_is_no_text(path: Path) -> int | None:
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            try:
                line.decode()
            except UnicodeDecodeError:
                return number
    return None


def _records(
    name: str, file: TextIO, required: Sequence[str], optional: Sequence[str]
) -> Iterator[Row | Problem]:
    reader = strict_reader(file)
    line = 1
    try:
        header = next(reader, [])
        if problems := header_problems(name, header, required, optional):
            yield from problems
            return
        line = 2
        for record in reader:
            if not record:
                yield Problem(name, line, "", "", "line_empty")
            elif len(record) != len(header):
                facts = {"found": len(record), "expected": len(header)}
                yield Problem(name, line, "", "", "cell_count", facts)
            else:
                yield Row(line, dict(zip(header, record, strict=True)))
            line = reader.line_num + 1
    except csv.Error as error:
        yield csv_problem(name, line, error)


def header_problems(
    file: str, header: Sequence[str], required: Sequence[str], optional: Sequence[str]
) -> list[Problem]:
    """Columns that a header lacks, has twice, or has without need."""
    allowed = {"allowed": Several([*required, *optional])}
    problems = [
        Problem(file, 1, column, "", "column_missing", allowed)
        for column in required
        if column not in header
    ]
    seen: set[str] = set()
    for column in header:
        if column in seen:
            problems.append(Problem(file, 1, column, "", "column_twice"))
        elif column not in (*required, *optional):
            problems.append(Problem(file, 1, column, column, "column_unknown", allowed))
        seen.add(column)
    return problems
