"""A CSV file too large to be held in memory: what DuckDB may read by itself, and the rest by Python.

DuckDB reads fast and does not say on which line a record began. Where every record stands on a
line of its own the record's number says it; whether that is so is counted. Any other file, and one
that DuckDB refuses, is read as a small one is and written down again with its lines.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

PIECE = 1 << 20
LINE_FEED, CARRIAGE_RETURN, NUL = b"\n", b"\r", b"\0"


@dataclass(frozen=True, slots=True)
class Layout:
    """How many lines a file has, and how they end: \\n, \\r\\n, or "" where not all end alike."""

    lines: int
    ending: str


def layout(path: Path) -> Layout:
    """Count the lines of a file; the last one need not be ended."""
    feeds = returns = pairs = nuls = 0
    last = b""
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            feeds += piece.count(LINE_FEED)
            returns += piece.count(CARRIAGE_RETURN)
            pairs += piece.count(b"\r\n") + (last == CARRIAGE_RETURN and piece[:1] == LINE_FEED)
            nuls += piece.count(NUL)
            last = piece[-1:]
    lines = feeds + (last not in (LINE_FEED, b""))
    if nuls or returns not in (0, pairs) or pairs not in (0, feeds):
        return Layout(lines, "")
    return Layout(lines, "\\r\\n" if pairs else "\\n")


def header_of(path: Path) -> list[str] | None:
    """The cells of a header that is one line of UTF-8; None where it must be read with care."""
    with path.open("rb") as file:
        first = file.readline(PIECE)
    try:
        (cells,) = csv.reader([first.decode("utf-8-sig")], strict=True)
    except (UnicodeDecodeError, ValueError, csv.Error):
        return None
    return cells
