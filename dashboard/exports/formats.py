"""CSV in two dialects, written piece by piece so that memory stays constant.

analysis: UTF-8, comma, decimal point, LF. excel: UTF-8 with BOM, semicolon, decimal comma, CRLF,
which is what a spreadsheet in Latvian opens right with a double click. Empty is no value.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

# A cell that begins so would be taken for a formula by a spreadsheet; an apostrophe makes it text.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def csv_pieces(
    columns: list[str], batches: Iterable[list[tuple[Any, ...]]], dialect: str
) -> Iterator[bytes]:
    """The bytes of a CSV file: a header, then each batch of rows."""
    excel = dialect == "excel"
    buffer = io.StringIO()
    writer = csv.writer(
        buffer, delimiter=";" if excel else ",", lineterminator="\r\n" if excel else "\n"
    )
    writer.writerow(columns)
    start = "\ufeff" if excel else ""
    yield (start + _taken(buffer)).encode()
    for batch in batches:
        writer.writerows([_cell(value, excel=excel) for value in row] for row in batch)
        yield _taken(buffer).encode()


def _taken(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text


def _cell(value: Any, *, excel: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        text = repr(value)
        return text.replace(".", ",") if excel else text
    text = str(value)
    if excel and text.startswith(FORMULA_STARTS):
        return f"'{text}"
    return text
