"""XLSX: the rows with typed cells, then a sheet on the method and one on the columns.

Text is always written as text: a cell that begins like a formula stays a text, whatever opens it.
"""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from dashboard.exports.about import about
from dashboard.exports.citation import data_version, facts
from dashboard.exports.extract import Extract, Row
from dashboard.i18n.translate import Words
from dashboard.waves import words_of

MOST_ROWS = 1_048_575  # beside the header
LONGEST_TEXT = 32_767
WIDTHS = {"integer": 12, "number": 12, "string": 22}
# A workbook must say when it was made. Its zip entries have this time too: none that depends on
# the clock, so that the same data give the same bytes on any machine.
NO_TIME = datetime(1980, 1, 1)  # noqa: DTZ001 - the format has no zone


def fits(extract: Extract) -> bool:
    """Whether a sheet can hold the rows and a cell each of their texts."""
    count = 0
    for batch in extract.batches():
        count += len(batch)
        if count > MOST_ROWS or any(_too_long(value) for row in batch for value in row):
            return False
    return True


def _too_long(value: object) -> bool:
    return isinstance(value, str) and len(value) > LONGEST_TEXT


def write_workbook(extract: Extract, path: Path) -> None:
    """Write the rows and the two sheets; row by row, so that memory stays constant."""
    w = words_of(extract.edition, extract.lang, extract.waves)
    options = {"constant_memory": True, "tmpdir": str(path.parent)}
    with Workbook(str(path), options) as book:
        said = facts(extract, "xlsx")
        book.set_properties(
            {
                "title": f"{w('site.name')}: {w(f'export.{extract.table}')}",
                "comments": said["citation"],
                "keywords": data_version(extract.edition),
                "created": NO_TIME,
            }
        )
        head = book.add_format({"bold": True, "bottom": 1})
        _data(book.add_worksheet(w(f"export.{extract.table}")), extract, head)
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        lines = about(extract.edition, w, said["citation"], said["link"])
        _texts(book.add_worksheet(w("export.sheet.method")), lines, [32, 110], wrapped)
        columns = book.add_worksheet(w("export.sheet.columns"))
        _texts(columns, _column_lines(extract, w), [22, 80, 40], wrapped)


def _data(sheet: Worksheet, extract: Extract, head: Format) -> None:
    sheet.freeze_panes(1, 0)
    for number, column in enumerate(extract.columns):
        sheet.set_column(number, number, WIDTHS[column.type])
        sheet.write_string(0, number, column.name, head)
    row_number = 0
    for batch in extract.batches():
        for row in batch:
            row_number += 1
            _write_row(sheet, row_number, row)


def _write_row(sheet: Worksheet, row_number: int, row: Row) -> None:
    for number, value in enumerate(row):
        if isinstance(value, int | float):
            sheet.write_number(row_number, number, value)
        elif value is not None:
            sheet.write_string(row_number, number, str(value))


def _column_lines(extract: Extract, w: Words) -> Iterable[tuple[str, ...]]:
    yield tuple(w(f"export.sheet.{one}") for one in ("column", "meaning", "empty"))
    for column in extract.columns:
        empty = column.empty.get(extract.lang) or w("export.sheet.never")
        yield column.name, column.meaning[extract.lang].replace("`", ""), empty.replace("`", "")


def _texts(sheet: Worksheet, lines: Iterable[Any], widths: list[int], wrapped: Format) -> None:
    for number, width in enumerate(widths):
        sheet.set_column(number, number, width)
    for row_number, line in enumerate(lines):
        for number, text in enumerate(line):
            sheet.write_string(row_number, number, text, wrapped)
