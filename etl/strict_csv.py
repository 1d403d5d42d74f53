"""CSV as Python's reader takes it, by one bound on every machine, and its refusals as faults."""

import csv
from collections.abc import Iterable, Iterator
from typing import Protocol

from etl.problems import Problem

LONGEST_CELL = 131_072  # characters; a quotation mark left open must not swallow a whole file
_FAULTS = (
    ("field larger than field limit", "csv_cell_too_long"),
    ("unexpected end of data", "csv_quote_left_open"),
    ("expected after", "csv_text_after_quote"),
)


class Records(Iterator[list[str]], Protocol):
    """What Python's reader gives: records, and the number of the last line read."""

    @property
    def line_num(self) -> int:
        """How many lines have been read."""


def strict_reader(lines: Iterable[str], separator: str = ",") -> Records:
    """Read records with Python's reader, which refuses what is not CSV by raising `csv.Error`."""
    # The bound belongs to the process, and another library may have lifted it.
    csv.field_size_limit(LONGEST_CELL)
    return csv.reader(lines, delimiter=separator, strict=True)


def csv_problem(file: str, row: int, error: csv.Error) -> Problem:
    """The fault that a refusal of `strict_reader` is; `row` is where the record begins."""
    for words, fault in _FAULTS:
        if words in str(error):
            facts = {"most": LONGEST_CELL} if fault == "csv_cell_too_long" else {}
            return Problem(file, row, "", "", fault, facts)
    return Problem(file, row, "", "", "csv_unreadable", {"reason": str(error)})
