"""A workbook as sheets: values by calamine, from a copy that was measured before."""

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum
from python_calamine import SheetVisibleEnum as Visible

from etl.problems import Problem
from etl.replies.package import Extent, Package, PackageRefused
from etl.replies.sheet import MOST_COLUMNS, MOST_ROWS, Cell, Merged, Sheet

Value = int | float | str | bool | time | date | datetime | timedelta


def workbook_sheets(file: str, data: bytes) -> tuple[list[Sheet], list[Problem]]:
    """The sheets of an XLSX file that can be read, and every problem of form."""
    try:
        package = Package(data)
        book = CalamineWorkbook.from_filelike(io.BytesIO(package.copy))
    except PackageRefused as refusal:
        return [], [Problem(file, None, "", "", refusal.fault, refusal.facts)]
    except CalamineError as error:
        reason = str(error).splitlines()[0]
        return [], [Problem(file, None, "", "", "workbook_damaged", {"reason": reason})]
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    for about in book.sheets_metadata:
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        extent = package.extent(about.name)
        if fault := _too_large(file, about.name, extent):
            problems.append(fault)
            continue
        sheet = Sheet(file, about.name, {}, hidden=about.visible != Visible.Visible)
        try:
            _fill(sheet, book.get_sheet_by_name(about.name), extent)
        except CalamineError as error:
            facts = {"reason": str(error).splitlines()[0]}
            problems.append(Problem(file, None, "", "", "workbook_damaged", facts, about.name))
            continue
        sheets.append(sheet)
    return sheets, problems


def _too_large(file: str, sheet: str, extent: Extent) -> Problem | None:
    """A sheet is one block to the reader: a stray cell far out would fill the memory."""
    if extent.columns > MOST_COLUMNS:
        facts = {"found": extent.columns, "most": MOST_COLUMNS}
        return Problem(file, extent.widest, "", "", "too_many_columns", facts, sheet)
    if extent.rows > MOST_ROWS:
        return Problem(file, extent.rows, "", "", "too_many_rows", {"most": MOST_ROWS}, sheet)
    return None


def _fill(sheet: Sheet, source: CalamineSheet, extent: Extent) -> None:
    for row, values in enumerate(source.to_python(skip_empty_area=False), start=1):
        cells = [*_cells(values)]
        for column, cell in extent.odd.get(row, {}).items():
            cells.extend([Cell("")] * (column + 1 - len(cells)))
            cells[column] = cell if cell.text else cell._replace(text=cells[column].text)
        if any(cell.text.strip() or cell.kind != "text" for cell in cells):
            sheet.rows[row] = cells
    sheet.merged = [
        Merged(top + 1, left, bottom + 1, right)
        for (top, left), (bottom, right) in source.merged_cell_ranges or []
    ]


def _cells(values: list[Value]) -> Iterator[Cell]:
    for value in values:
        if isinstance(value, str):
            yield Cell(value)
        elif isinstance(value, bool):
            yield Cell("TRUE" if value else "FALSE", "boolean")
        elif isinstance(value, datetime):
            yield Cell(value.isoformat(" ", "minutes"), "date")
        elif isinstance(value, date | time):
            yield Cell(value.isoformat(), "date")
        elif isinstance(value, timedelta):
            yield Cell(str(value), "date")
        else:
            # A workbook has no whole numbers: 12 comes as 12.0.
            yield Cell(str(int(value)) if value == int(value) else str(value), "number")
