"""Open a file that people give, CSV or XLSX, as sheets: whichever it is, and in any encoding."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from etl.problems import Problem
from etl.replies.csv_sheet import csv_sheet, decoded
from etl.replies.kinds import foreign_kind, is_package
from etl.replies.sheet import Sheet
from etl.replies.workbook import workbook_sheets
from etl.system_errors import reason

MOST_BYTES = 50_000_000  # of a file as it lies there
XLSX = "XLSX"


@dataclass(slots=True)
class Opened:
    """The sheets of a file, every problem of its form, and how it was read.

    `encoding` is "UTF-8", "Windows-1257" or "XLSX"; `sha256` and `encoding` are "" where the file
    was not read at all.
    """

    sheets: list[Sheet] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    encoding: str = ""
    sha256: str = ""


def open_file(path: Path) -> Opened:
    """Open a file; whatever keeps it from being read is a problem."""
    opened = Opened()
    data = _bytes(path, opened.problems)
    if data is None:
        return opened
    opened.sha256 = hashlib.sha256(data).hexdigest()
    if is_package(data):
        opened.encoding = XLSX
        opened.sheets, opened.problems = workbook_sheets(path.name, data)
        return opened
    if problem := foreign_kind(path.name, data):
        opened.problems.append(problem)
        return opened
    text, opened.encoding, problems = decoded(path.name, data)
    opened.problems += problems
    if not problems:
        sheet, opened.problems = csv_sheet(path.name, text)
        opened.sheets.append(sheet)
    return opened


def _bytes(path: Path, problems: list[Problem]) -> bytes | None:
    """The file as it is, unless it is missing, empty, too large or cannot be read."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            facts = {"found": size // 1_000_000, "most": MOST_BYTES // 1_000_000}
            problems.append(Problem(path.name, None, "", "", "file_too_large", facts))
            return None
        data = path.read_bytes()
    except FileNotFoundError:
        problems.append(Problem(path.name, None, "", "", "file_missing"))
        return None
    except OSError as error:
        told = {"reason": reason(error)}
        problems.append(Problem(path.name, None, "", "", "file_unreadable", told))
        return None
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        problems.append(Problem(path.name, None, "", "", "file_empty"))
        return None
    return data
