"""A CSV file too large for memory: what DuckDB may read by itself, and the rest by Python.

DuckDB reads fast and does not say on which line a record began. Where every record stands on a
line of its own the record's number says it; whether that is so is counted. Any other file, and one
that DuckDB refuses, is read as a small one is, and written down again with its lines.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from etl.problems import Problem
from etl.progress import Rows
from etl.strict_csv import strict_reader
from etl.survey_file import Row, UnreadableFile, records

PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Layout:
    """How many lines a file has, and how they end: \\n, \\r\\n, or "" where not all end alike."""

    lines: int
    ending: str


def layout(path: Path) -> Layout:
    """Count the lines of a file; the last one need not be ended."""
    feeds = returns = pairs = 0
    has_nul = False
    last = b""
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            feeds += piece.count(b"\n")
            if b"\r" in piece or last == b"\r":
                returns += piece.count(b"\r")
                pairs += piece.count(b"\r\n") + (last == b"\r" and piece[:1] == b"\n")
            has_nul = has_nul or b"\0" in piece
            last = piece[-1:]
    lines = feeds + (last not in (b"\n", b""))
    if has_nul or returns != pairs or pairs not in (0, feeds):
        return Layout(lines, "")
    return Layout(lines, "\\r\\n" if pairs else "\\n")


def header_of(path: Path) -> list[str]:
    """The cells of a header that is one line of UTF-8; none where it must be read with care."""
    with path.open("rb") as file:
        first = file.readline(PIECE)
    try:
        (cells,) = strict_reader([first.decode("utf-8-sig")])
    except (ValueError, csv.Error):
        return []
    return cells


def write_numbered(
    path: Path, target: Path, columns: Sequence[str], most: int, rows: Rows
) -> list[Problem]:
    """Write the rows of `path` to `target`, each with its line before it; no header.

    `columns` are those that the file must have, and the order in which cells are written. Returns
    the problems of form, `most` of them and one more at the most; a file that cannot be read at
    all has one problem and no rows.
    """
    problems: list[Problem] = []
    try:
        with target.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL)
            for found in records(path, columns):
                if isinstance(found, Row):
                    writer.writerow([found.line, *(found.cells[name] for name in columns)])
                    rows.at(found.line)
                elif len(problems) <= most:
                    problems.append(found)
    except UnreadableFile as unreadable:
        target.write_bytes(b"")
        return [unreadable.problem]
    return problems
