"""The sheet that makes a workbook a wave of its own: keys and values, as in wave.toml."""

import re

from pydantic import ValidationError

from etl.cell_problems import cell_problems
from etl.faults import Facts, InBoth, Several
from etl.problems import Problem
from etl.replies.cells import is_empty, text_fault
from etl.replies.plain_text import fold, plain
from etl.replies.sheet import Sheet
from etl.replies.vocabulary import folded, form_words, wave_keys
from etl.survey_format import WaveFacts
from geodata.boundaries import boundary_sets

_KEYS = tuple(WaveFacts.model_fields)
_DAY_FIRST = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})\.?")


def is_wave_sheet(sheet: Sheet) -> bool:
    """Whether the name says that a sheet holds the facts of a wave."""
    return fold(sheet.name) in folded("wave", "sheets")


def wave_of(sheet: Sheet) -> tuple[WaveFacts | None, list[Problem]]:
    """The facts in the first two columns of a sheet, and every problem of them."""
    cells: dict[str, str] = {}
    places: dict[str, int] = {}
    problems: list[Problem] = []
    for row in sheet.rows:
        key = fold(sheet.cell(row, 0).text)
        if key in folded("wave", "headings"):
            continue
        name = wave_keys().get(key)
        if name is None:
            known = InBoth(Several(map(_named, _KEYS)), Several(_KEYS))
            problems.append(sheet.fault(row, 0, "wave_key_unknown", known=known))
        elif name in places:
            problems.append(sheet.fault(row, 0, "row_twice", first=places[name]))
        else:
            problems += text_fault(sheet, row, 1)
            places[name] = row
            if not is_empty(sheet.cell(row, 1)):
                cells[name] = _iso(plain(sheet.cell(row, 1).text))
    try:
        facts = WaveFacts.model_validate(cells)
    except ValidationError as error:
        found = cell_problems(sheet.file, None, cells, error)
        return None, [*problems, *(_placed(problem, sheet, places) for problem in found)]
    problems += _boundaries(facts, sheet, places)
    return (None if problems else facts), problems


def _boundaries(facts: WaveFacts, sheet: Sheet, places: dict[str, int]) -> list[Problem]:
    """A boundary set that there is not, told where it is written."""
    known = [one.boundary_set for one in boundary_sets()]
    if facts.boundary_set in known:
        return []
    told: Facts = {"known": Several(known)}
    wrong = (None, "boundary_set", facts.boundary_set, "boundary_set_unknown", told)
    return [_placed(Problem(sheet.file, *wrong), sheet, places)]


def _placed(problem: Problem, sheet: Sheet, places: dict[str, int]) -> Problem:
    """A problem of a fact at its row; of one that is not there, in the sheet.

    It is called as the sheet calls it, with its code: whoever wrote "Aptauja no" knows no
    `fieldwork_from`.
    """
    row = places.get(problem.column)
    fault = problem.fault if row or problem.fault != "cell_empty" else "wave_key_missing"
    name = problem.column
    if row:
        written = plain(sheet.cell(row, 0).text)
        name = name if fold(written) == fold(name) else f"{written} ({name})"
    elif any(fold(sheet.cell(one, 0).text) != fold(key) for key, one in places.items()):
        name = _named(name)
    return Problem(problem.file, row, name, problem.value, fault, problem.facts, sheet.name)


def _named(key: str) -> str:
    """A fact as the Latvian form calls it, with its code."""
    return f"{form_words('lv')['wave_keys'][key]} ({key})"


def _iso(text: str) -> str:
    """A date as people write it, day first, in the form that wave.toml has."""
    found = _DAY_FIRST.fullmatch(text)
    return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else text
