"""A CSV file as a sheet: its encoding and its separator are found out, and said."""

import csv
import io
from collections.abc import Iterable

from etl.problems import Problem
from etl.replies.sheet import MOST_COLUMNS, MOST_ROWS, Cell, Sheet
from etl.strict_csv import csv_problem, strict_reader

UTF_8, WINDOWS_1257 = "UTF-8", "Windows-1257"
_SEPARATORS = (";", ",", "\t")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def decoded(file: str, data: bytes) -> tuple[str, str, list[Problem]]:
    """The text of a CSV file, the encoding that it is in, and why it cannot be read."""
    if data.startswith(_UTF_16):
        return "", "", [Problem(file, None, "", "", "text_is_utf16")]
    try:
        return data.decode("utf-8-sig"), UTF_8, []
    except UnicodeDecodeError as error:
        not_utf_8 = error.start
    try:
        return data.decode("cp1257"), WINDOWS_1257, []
    except UnicodeDecodeError:
        line = data.count(b"\n", 0, not_utf_8) + 1
        return "", "", [Problem(file, line, "", "", "text_encoding_unknown")]


def csv_sheet(file: str, text: str) -> tuple[Sheet, list[Problem]]:
    """The rows of a CSV text, numbered as a spreadsheet numbers them.

    Cells that only lengthen a row are left out where they are empty; a row may be short, because
    spreadsheets leave out empty cells at its end.
    """
    text, separator = _separator(text)
    sheet = Sheet(file, "", {})
    reader = strict_reader(io.StringIO(text, newline=""), separator)
    problems = list(_fill(sheet, reader))
    sheet.cut = bool(problems)
    return sheet, problems


def _fill(sheet: Sheet, reader: Iterable[list[str]]) -> Iterable[Problem]:
    row = 0
    try:
        for row, record in enumerate(reader, start=1):
            while record and not record[-1].strip():
                record.pop()
            if not record:
                continue
            if len(record) > MOST_COLUMNS:
                facts = {"found": len(record), "most": MOST_COLUMNS}
                yield Problem(sheet.file, row, "", "", "too_many_columns", facts)
                return
            if len(sheet.rows) == MOST_ROWS:
                yield Problem(sheet.file, row, "", "", "too_many_rows", {"most": MOST_ROWS})
                return
            sheet.rows[row] = [Cell(cell) for cell in record]
    except csv.Error as error:
        yield csv_problem(sheet.file, row + 1, error)


def _separator(text: str) -> tuple[str, str]:
    """The text without a line `sep=;`, and the separator: that line's, or the first line's own."""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == len("sep=;"):
        # The line stays, empty, so that the rows below it keep their numbers.
        return f"\n{rest}", first.strip()[-1]
    lines = (line for line in text.splitlines() if line.strip(" \t;,"))
    # Between quotation marks a separator separates nothing.
    bare = "".join(next(lines, "").split('"')[::2])
    return text, max(_SEPARATORS, key=bare.count)
