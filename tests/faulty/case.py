"""A faulty file and what must be told of it."""

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import xlsxwriter

# Sheet, row, letter of the column, fault; None and "" where the fault has no such place.
Told = tuple[str, int | None, str, str]
Rows = Sequence[Sequence[Any]]
Change = Callable[[Any, dict[str, Any]], None]

HEADER = ("Iestāde", "client_materials", "training", "case_experience", "Avots")
GOOD = ("Aglonas novada bāriņtiesa", "ir", "nav", "nenorāda", "vēstule 1")
OTHER = ("Alūksnes novada bāriņtiesa", "nav", "nav atbildes", "aizdomas", "vēstule 2")
SHEET = "Atbildes"
# Of every workbook and its parts, so that writing them anew changes nothing.
NO_TIME = datetime(1980, 1, 1)  # noqa: DTZ001 - the format has no zone


@dataclass(frozen=True, slots=True)
class Case:
    """A file by its name, its bytes, and every fault that must be told of it."""

    name: str
    data: bytes
    told: list[Told]


def text(*lines: str) -> bytes:
    """Lines as a spreadsheet saves them."""
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8-sig")


def table(*rows: Sequence[str], header: Sequence[str] = HEADER) -> bytes:
    """Rows below a header, with semicolons."""
    return text(*(";".join(map(_quoted, row)) for row in (header, *rows)))


def _quoted(cell: str) -> str:
    return f'"{cell}"' if any(sign in cell for sign in ";\r\n") else cell


def csv_case(name: str, data: bytes, *told: tuple[int | None, str, str]) -> Case:
    """A CSV file has no sheet."""
    return Case(name, data, [("", *one) for one in told])


def changed(**cells: str) -> tuple[str, ...]:
    """The good row with other cells: institution, materials, training, cases, source."""
    names = ("institution", "materials", "training", "cases", "source")
    assert set(cells) <= set(names)
    return tuple(cells.get(name, cell) for name, cell in zip(names, GOOD, strict=True))


def book(sheets: dict[str, Rows], change: Change | None = None) -> bytes:
    """A workbook of text cells; `change` then does to it (workbook, sheets) what it likes.

    The same cells give the same bytes, whenever it is made.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsx"
        with xlsxwriter.Workbook(str(path)) as workbook:
            workbook.set_properties({"created": NO_TIME})
            made = {}
            for name, rows in sheets.items():
                sheet = made[name] = workbook.add_worksheet(name)
                for row, cells in enumerate(rows):
                    for column, cell in enumerate(cells):
                        sheet.write(row, column, cell)
            if change:
                change(workbook, made)
        return path.read_bytes()


def book_case(
    name: str, rows: Rows, *told: tuple[int | None, str, str], change: Change | None = None
) -> Case:
    """A workbook of one sheet, SHEET."""
    return Case(name, book({SHEET: rows}, change), [(SHEET, *one) for one in told])


def package(parts: dict[str, bytes]) -> bytes:
    """A ZIP file of these parts, always the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def repacked(data: bytes, change: dict[str, bytes | None]) -> bytes:
    """A workbook with parts replaced, or with None left out."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    for name, content in change.items():
        if content is None:
            del parts[name]
        else:
            parts[name] = content
    return package(parts)
