"""One cell with an answer: is it what a person typed, and which codes is it?"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from etl.faults import Fact, InBoth, in_words
from etl.problems import Problem
from etl.replies.answer_words import NO_ANSWER, AnswerWords, is_no, is_yes
from etl.replies.plain_text import plain
from etl.replies.sheet import Cell, Sheet

# What a spreadsheet makes of a cell, and what is told of it where words were to stand.
_NOT_TYPED = {"formula": "cell_formula", "error": "cell_error"}
_NOT_WORDS = {
    "formula": "answer_formula", "error": "answer_error",
    "date": "cell_date", "boolean": "cell_boolean", "number": "cell_number",
}  # fmt: skip
_NEVER_COMPUTED = {"cell_formula": "cell_formula_empty", "answer_formula": "answer_formula_empty"}
_BETWEEN = re.compile(r"[;\n\r]+|_x000D_")


@dataclass(slots=True)
class Found:
    """The codes that a cell gives, and what is wrong with it."""

    codes: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def is_empty(cell: Cell) -> bool:
    """Whether nothing stands in a cell; a formula or an error is something."""
    return cell.kind not in _NOT_TYPED and not plain(cell.text)


def text_fault(sheet: Sheet, row: int, column: int) -> Iterator[Problem]:
    """A formula or an error where a name, an identifier or a source is to stand."""
    if fault := _NOT_TYPED.get(sheet.cell(row, column).kind):
        yield _not_typed(sheet, row, column, fault)


def _not_typed(
    sheet: Sheet, row: int, column: int, fault: str, facts: Mapping[str, Fact] | None = None
) -> Problem:
    """A cell that nobody typed, with its formula; what the file keeps of it is the value."""
    cell, told = sheet.cell(row, column), dict(facts or {})
    if cell.kind == "formula":
        fault = fault if plain(cell.text) else _NEVER_COMPUTED[fault]
        told["formula"] = cell.formula
        if cell.like:
            told["formula"] = in_words("like_cell", formula=cell.formula, cell=cell.like)
    else:
        key = "error_of" if cell.formula and not cell.like else "error"
        told["error"] = in_words(key, formula=cell.formula)
    return sheet.fault(row, column, fault, **told)


def answers_of(
    sheet: Sheet, row: int, column: int, words: AnswerWords, leave: str = "leave_empty"
) -> Found:
    """The answers in a cell: one, or for a question that allows several what `;` divides.

    `leave` is what to do where the answer is not known, among the words of the catalogue.
    """
    cell, found = sheet.cell(row, column), Found()
    unknown: dict[str, InBoth] = {"leave": in_words(leave), "allowed": words.allowed()}
    if fault := _NOT_WORDS.get(cell.kind):
        found.problems.append(_not_typed(sheet, row, column, fault, unknown))
        return found
    if code := words.code(cell.text):
        found.codes.append(code)
        return found
    parts = _parts(cell.text, words)
    codes = [words.code(part) for part in parts]
    if len(parts) > 1 and not words.question.multiple:
        facts = unknown | {"question": words.name()}
        found.problems.append(sheet.fault(row, column, "several_answers", **facts))
        return found
    for part, code in zip(parts, codes, strict=True):
        if code:
            found.codes.append(code)
            continue
        fault, told = words.fault(part)
        problem = sheet.fault(row, column, fault, **unknown | told)
        found.problems.append(problem if len(parts) == 1 else _of_part(problem, part))
    found.codes = list(dict.fromkeys(found.codes))
    if NO_ANSWER in found.codes and len(found.codes) > 1:
        found.problems.append(sheet.fault(row, column, "no_answer_beside_answer"))
    return found


def _parts(text: str, words: AnswerWords) -> list[str]:
    """The answers in a text; commas divide too where nothing is left that is no answer."""
    parts = [part for part in _BETWEEN.split(text) if plain(part)]
    if words.question.multiple and len(parts) == 1 and not words.code(text):
        between_commas = text.split(",")
        if all(words.code(part) for part in between_commas):
            return between_commas
    return parts


def mark_of(sheet: Sheet, row: int, column: int, code: str) -> Found:
    """The answer of a column that is marked where the answer was given."""
    cell, found = sheet.cell(row, column), Found()
    if cell.kind in _NOT_TYPED:
        found.problems += text_fault(sheet, row, column)
    elif cell.kind == "boolean":
        found.codes += [code] * (cell.text == "TRUE")
    elif is_yes(cell.text):
        found.codes.append(code)
    elif not is_no(cell.text):
        found.problems.append(sheet.fault(row, column, "mark_unknown"))
    return found


def _of_part(problem: Problem, part: str) -> Problem:
    return Problem(
        problem.file,
        problem.row,
        problem.column,
        plain(part),
        problem.fault,
        problem.facts,
        problem.sheet,
    )
