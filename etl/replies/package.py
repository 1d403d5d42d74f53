"""The package that an XLSX file is: measured before it is opened, and its odd cells found.

A reader of workbooks allocates what a file claims. Here every part is unpacked with a limit, and
the cells are walked through once: how far they reach, and which hold formulas or errors, of which
the reader tells nothing.
"""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass, field
from posixpath import join, normpath
from xml.etree.ElementTree import Element, ParseError, fromstring, iterparse

from etl.faults import Facts
from etl.replies.sheet import MOST_COLUMNS, MOST_ROWS, Cell, column_of

MOST_UNPACKED = 200_000_000  # bytes: forty times a filled form for every institution of Latvia
_WORKBOOK = "xl/workbook.xml"
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
# What else comes as a ZIP file, by a part that only it has.
_FOREIGN = {
    "word/document.xml": "DOCX",
    "ppt/presentation.xml": "PPTX",
    "xl/workbook.bin": "XLSB",
    "content.xml": "ODS/ODT",
}


class PackageRefused(Exception):  # noqa: N818 - named for what happened
    """The file cannot be opened as a workbook: a fault and its facts."""

    def __init__(self, fault: str, facts: Facts):
        self.fault, self.facts = fault, facts
        super().__init__(fault)


@dataclass(slots=True)
class Extent:
    """How far the cells of a sheet reach, and the odd ones by row and column.

    `rows` and `columns` are the last that hold something; `widest` is the row of the last column.
    `shared` has the formulas that several cells have, each as written and the cell that tells it.
    """

    rows: int = 0
    columns: int = 0
    widest: int = 0
    odd: dict[int, dict[int, Cell]] = field(default_factory=dict)
    shared: dict[str, tuple[str, str]] = field(default_factory=dict)


class Package:
    """An XLSX file, unpacked within limits. `copy` is the same file, made of what was measured."""

    def __init__(self, data: bytes):
        self._parts = _unpacked(data)
        if _WORKBOOK not in self._parts:
            foreign = (kind for part, kind in _FOREIGN.items() if part in self._parts)
            raise PackageRefused("file_foreign", {"kind": next(foreign, "ZIP")})
        try:
            self._members = self._sheet_members()
        except (ParseError, KeyError) as error:
            raise PackageRefused("workbook_damaged", {"reason": str(error)}) from error
        self.copy = _packed(self._parts)

    def extent(self, sheet: str) -> Extent:
        """How far the cells of a sheet reach; of one that is not there nothing."""
        part = self._parts.get(self._members.get(sheet, ""))
        return _extent(part) if part is not None else Extent()

    def _sheet_members(self) -> dict[str, str]:
        """The name of each sheet and the part that holds it."""
        relations = {
            relation.attrib["Id"]: normpath(join("xl", relation.attrib["Target"])).lstrip("/")
            for relation in fromstring(self._parts["xl/_rels/workbook.xml.rels"])  # noqa: S314
        }
        return {
            sheet.attrib["name"]: relations[_attribute(sheet, "id")]
            for sheet in fromstring(self._parts[_WORKBOOK]).iter()  # noqa: S314 - see _unpacked
            if _local(sheet) == "sheet"
        }


def _unpacked(data: bytes) -> dict[str, bytes]:
    """Every part of the package. Entities cannot blow up: expat itself limits them."""
    parts: dict[str, bytes] = {}
    left = MOST_UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for info in package.infolist():
                if info.flag_bits & 1:
                    raise PackageRefused("file_encrypted", {})
                with package.open(info) as part:
                    # What the directory claims may be a lie: one byte more than allowed is read.
                    content = part.read(left + 1)
                left -= len(content)
                if left < 0:
                    facts = {"most": MOST_UNPACKED // 1_000_000}
                    raise PackageRefused("unpacks_too_large", facts)
                parts[info.filename] = content
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError) as error:
        raise PackageRefused("workbook_damaged", {"reason": str(error)}) from error
    return parts


def _packed(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return target.getvalue()


def _extent(part: bytes) -> Extent:
    extent = Extent()
    row, column, table = 0, 0, None
    try:
        for event, element in iterparse(io.BytesIO(part), ("start", "end")):  # noqa: S314
            name = _local(element)
            if event == "start":
                if name == "row":
                    row, column = int(element.get("r", row + 1)), -1
                elif name == "sheetData":
                    table = element
                continue
            if name == "c":
                place = _REFERENCE.fullmatch(element.get("r", ""))
                column = column_of(place[1]) if place else column + 1
                row = int(place[2]) if place else row
                _note(extent, row, column, element)
                if extent.rows > MOST_ROWS or extent.columns > MOST_COLUMNS:
                    return extent  # refused already; a million rows need not be walked through
            elif name == "row" and table is not None:
                table.clear()
    except (ParseError, ValueError):
        return extent  # the reader says what is wrong with it
    return extent


def _note(extent: Extent, row: int, column: int, cell: Element) -> None:
    inside = {_local(child): child for child in cell}
    if not inside:
        return
    extent.rows = max(extent.rows, row)
    if column >= extent.columns:
        extent.columns, extent.widest = column + 1, row
    formula, like = _formula(extent, inside.get("f"), cell.get("r", ""))
    if cell.get("t") == "e":
        value = inside["v"].text or "" if "v" in inside else ""
        extent.odd.setdefault(row, {})[column] = Cell(value, "error", formula, like)
    elif "f" in inside:
        extent.odd.setdefault(row, {})[column] = Cell("", "formula", formula, like)


def _formula(extent: Extent, told: Element | None, here: str) -> tuple[str, str]:
    """A formula as it is written, and the cell it is told of where that is another; "" for none."""
    if told is None:
        return "", ""
    text, group = f"={told.text}" if told.text else "", told.get("si", "")
    if text and group:
        extent.shared[group] = text, here
    return (text, "") if text else extent.shared.get(group, ("", ""))


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _attribute(element: Element, local: str) -> str:
    return next(v for k, v in element.attrib.items() if k.rpartition("}")[2] == local)
