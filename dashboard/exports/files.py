"""An exported file by its name: what format it is, and its bytes.

The address and the command line both take their bytes from here. CSV is streamed; the others are
written to a temporary file first, because their beginning or end says what is in them.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from dashboard.database import Edition
from dashboard.exports import workbook
from dashboard.exports.changes import CHANGES
from dashboard.exports.citation import data_version
from dashboard.exports.extract import LIST, TABLES, Arguments, Extract, read_extract
from dashboard.exports.filters import FilterRefused
from dashboard.exports.geojson import write_geojson
from dashboard.exports.package import FILE as PACKAGE
from dashboard.exports.package import read_package_filter, write_package
from dashboard.exports.parquet import write_geoparquet, write_parquet
from dashboard.i18n.translate import Words

PIECE = 1 << 16
ALL = (*TABLES, LIST, CHANGES)
AREAS = ("indicators", CHANGES)  # tables whose rows have an outline


@dataclass(frozen=True, slots=True)
class Format:
    """A format other than CSV: its media type, the tables that can have it, who writes it."""

    mimetype: str
    tables: tuple[str, ...]
    write: Callable[[Extract, Path], None]


FORMATS = {
    "xlsx": Format(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ALL,
        workbook.write_workbook,
    ),
    "parquet": Format("application/vnd.apache.parquet", ALL, write_parquet),
    "geojson": Format("application/geo+json", AREAS, write_geojson),
    # GeoParquet asks for file names that end in .parquet, so that any reader takes them.
    "geo.parquet": Format("application/vnd.apache.parquet", AREAS, write_geoparquet),
}
FILES = (
    *(f"{table}.csv" for table in ALL),
    *(f"{table}.{suffix}" for suffix, form in FORMATS.items() for table in form.tables),
    PACKAGE,
)


def _nothing_is_open() -> None:
    """A stream holds no file."""


@dataclass(frozen=True, slots=True)
class ExportFile:
    """A file to be sent: its name, its media type, its bytes in pieces, its size where known."""

    name: str
    mimetype: str
    pieces: Iterator[bytes]
    size: int | None = None
    close: Callable[[], None] = _nothing_is_open  # for whoever does not take all the pieces


def export_file(edition: Edition, file: str, arguments: Arguments) -> ExportFile:
    """The file of FILES with this name, for what `arguments` ask.

    Raises:
        FilterRefused: a parameter or value that is not understood, or rows that do not fit.
    """
    table, _, suffix = file.partition(".")
    if file == PACKAGE:
        wanted = read_package_filter(edition, arguments)
        return _through_a_file(
            edition, file, "application/zip", lambda path: write_package(edition, wanted, path)
        )
    extract = read_extract(edition, table, arguments, dialects=suffix == "csv")
    if suffix == "csv":
        return ExportFile(name_of(edition, file), "text/csv", extract.csv(extract.dialect))
    if suffix == "xlsx" and not workbook.fits(extract):
        raise FilterRefused(_does_not_fit(extract))
    form = FORMATS[suffix]
    return _through_a_file(edition, file, form.mimetype, lambda path: form.write(extract, path))


def name_of(edition: Edition, file: str) -> str:
    """The name under which a file is saved: it carries the data version away."""
    return f"ricibas-karte-{data_version(edition)}-{file}"


def formats_of(table: str) -> list[str]:
    """The endings under which a table can be had."""
    return ["csv", *(suffix for suffix, form in FORMATS.items() if table in form.tables)]


def _does_not_fit(extract: Extract) -> str:
    w = Words(extract.lang)
    others = ", ".join(one for one in formats_of(extract.table) if one != "xlsx")
    limits = {"rows": workbook.MOST_ROWS, "letters": workbook.LONGEST_TEXT}
    return w("refused.workbook", formats=others, **limits)


def _through_a_file(
    edition: Edition, file: str, mimetype: str, write: Callable[[Path], None]
) -> ExportFile:
    with TemporaryDirectory(prefix="ricibas-karte-") as folder:
        path = Path(folder) / "file"
        write(path)
        opened = path.open("rb")  # its bytes stay until it is closed, though the folder goes
    size = os.fstat(opened.fileno()).st_size
    return ExportFile(name_of(edition, file), mimetype, _pieces(opened), size, opened.close)


def _pieces(opened: BinaryIO) -> Iterator[bytes]:
    with opened:
        while piece := opened.read(PIECE):
            yield piece
