"""Read: a CSV file becomes rows that remember their line. No meaning is given here."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from etl.problems import Problem


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
    required, optional = list(required), list(optional)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return [], [Problem(path.name, None, "", "", "is missing", "Add the file.")]
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        rule = "is not UTF-8 text"
        return [], [Problem(path.name, line, "", "", rule, "Save the file as CSV UTF-8.")]
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(reader, [])
    except csv.Error as error:
        return [], [_unreadable(path.name, 1, error)]
    if problems := _header_problems(path.name, header, required, optional):
        return [], problems
    return _records(path.name, reader, header)


def _header_problems(
    file: str, header: list[str], required: list[str], optional: list[str]
) -> list[Problem]:
    allowed = ", ".join(required + optional)
    problems = [
        Problem(file, 1, column, "", "is missing", f"Add the column; the columns are {allowed}.")
        for column in required
        if column not in header
    ]
    seen: set[str] = set()
    for column in header:
        if column in seen:
            problems.append(Problem(file, 1, column, "", "stands twice", "Remove one of them."))
        elif column not in required + optional:
            rule = "is not a column of this file"
            problems.append(Problem(file, 1, column, column, rule, f"The columns are {allowed}."))
        seen.add(column)
    return problems


def _records(
    file: str, reader: Iterable[list[str]], header: list[str]
) -> tuple[list[Row], list[Problem]]:
    rows: list[Row] = []
    problems: list[Problem] = []
    line = 2
    try:
        for record in reader:
            if not record:
                rule, remedy = "is an empty line", "Remove the line."
                problems.append(Problem(file, line, "", "", rule, remedy))
            elif len(record) != len(header):
                rule = f"has {len(record)} cells where the header has {len(header)}"
                problems.append(Problem(file, line, "", "", rule, "Check commas and quotes."))
            else:
                rows.append(Row(line, dict(zip(header, record, strict=True))))
            line = reader.line_num + 1  # type: ignore[attr-defined]
    except csv.Error as error:
        problems.append(_unreadable(file, line, error))
    return rows, problems


def _unreadable(file: str, line: int, error: csv.Error) -> Problem:
    rule = f"cannot be read as CSV ({error})"
    return Problem(file, line, "", "", rule, "Check the quotes in this line.")
