"""Read: a CSV file becomes rows that remember their line. No meaning is given here."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from etl.faults import Several
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
        return [], [Problem(path.name, None, "", "", "file_missing")]
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        return [], [Problem(path.name, line, "", "", "csv_not_utf8")]
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
    allowed = {"allowed": Several(required + optional)}
    problems = [
        Problem(file, 1, column, "", "column_missing", allowed)
        for column in required
        if column not in header
    ]
    seen: set[str] = set()
    for column in header:
        if column in seen:
            problems.append(Problem(file, 1, column, "", "column_twice"))
        elif column not in required + optional:
            problems.append(Problem(file, 1, column, column, "column_unknown", allowed))
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
                problems.append(Problem(file, line, "", "", "line_empty"))
            elif len(record) != len(header):
                facts = {"found": len(record), "expected": len(header)}
                problems.append(Problem(file, line, "", "", "cell_count", facts))
            else:
                rows.append(Row(line, dict(zip(header, record, strict=True))))
            line = reader.line_num + 1  # type: ignore[attr-defined]
    except csv.Error as error:
        problems.append(_unreadable(file, line, error))
    return rows, problems


def _unreadable(file: str, line: int, error: csv.Error) -> Problem:
    return Problem(file, line, "", "", "csv_unreadable", {"reason": str(error)})
