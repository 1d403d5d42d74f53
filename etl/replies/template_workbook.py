"""A form of the template as a workbook: lists to choose from, text cells, lists and guide."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlsxwriter

_ROWS = 1000  # rows that offer the lists
_LONGEST_MESSAGE = 255  # characters that a workbook allows beside a cell


@dataclass(frozen=True, slots=True)
class List:
    """The answers that a column offers; `multiple` where a cell may hold several."""

    labels: Sequence[str]
    multiple: bool


@dataclass(frozen=True, slots=True)
class Form:
    """One form: headings and rows, the answers by column, the guide, and the list of answers."""

    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    answers: Mapping[int, List]
    steps: Sequence[str]
    lists: Sequence[Sequence[str]]
    words: Mapping[str, Any]
    more: Sequence[tuple[str, Sequence[Sequence[str]]]] = ()  # further sheets: name, rows


def write_workbook(form: Form, path: Path) -> None:
    """Write a form; every cell is text, so that the spreadsheet makes no dates of what is typed."""
    with xlsxwriter.Workbook(str(path), {"strings_to_numbers": False}) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet(form.words["answers"])
        sheet.set_column(0, len(form.headings) - 1, 24, text)
        sheet.freeze_panes(1, 3)
        _write(sheet, [form.headings], 0, bold)
        _write(sheet, form.rows, 1, text)
        for name, rows in form.more:
            further = book.add_worksheet(name)
            further.set_column(0, max(map(len, rows)) - 1, 32, text)
            _write(further, rows[:1], 0, bold)
            _write(further, rows[1:], 1, text)
        lists = book.add_worksheet(form.words["lists"])
        lists.set_column(0, 3, 40, text)
        _write(lists, [form.words["list_headings"]], 0, bold)
        _write(lists, form.lists, 1, text)
        guide = book.add_worksheet(form.words["guide"])
        guide.set_column(0, 0, 100, text)
        _write(guide, [[step] for step in form.steps], 0, text)
        first = 1
        for column, answers in form.answers.items():
            _offer(sheet, column, answers, (first, form.words))
            first += len(answers.labels)


def _offer(sheet: Any, column: int, answers: List, source: tuple[int, Mapping[str, Any]]) -> None:
    """Offer the answers, which stand from row `source[0]` of the sheet of lists."""
    first, words = source
    last = first + len(answers.labels)
    if answers.multiple:
        message = words["several"].format(labels="; ".join(answers.labels))
        offer = {"validate": "any", "input_message": _cut(message)}
    else:
        offer = {
            "validate": "list",
            "source": f"='{words['lists']}'!$B${first + 1}:$B${last}",
            "input_message": _cut(words["pick"]),
            "error_message": words["wrong"],
        }
    sheet.data_validation(1, column, _ROWS, column, offer)


def _cut(message: str) -> str:
    longest = _LONGEST_MESSAGE
    return message if len(message) <= longest else f"{message[: longest - 1]}…"


def _write(sheet: Any, rows: Sequence[Sequence[str]], first: int, style: Any) -> None:
    for row, cells in enumerate(rows, first):
        for column, cell in enumerate(cells):
            if cell:
                sheet.write_string(row, column, cell, style)
