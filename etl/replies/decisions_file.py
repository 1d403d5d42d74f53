"""The file of decisions: how it is read, and the row that a report proposes for it."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated

from etl.faults import LANGUAGES, Fact, InBoth, Several, in_words
from etl.labels import code_labels
from etl.problems import Problem
from etl.replies.cells import text_fault
from etl.replies.open_file import open_file
from etl.replies.plain_text import fold, plain
from etl.replies.sheet import Sheet
from etl.replies.table import letter_problems
from etl.replies.vocabulary import decision_texts, decision_words, folded, is_ignored_sheet, types
from etl.survey_format import EmptyIsNone, InstitutionType, Located, SurveyRow, Text

_SEPARATORS = {"lv": ";", "en": ","}  # as the spreadsheets of either language write CSV
# A spreadsheet writes a date back in its own way, and a workbook with its hour.
_DATES = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?: 00:00)?"),
    re.compile(r"(?P<d>\d{1,2})\.\s*(?P<m>\d{1,2})\.\s*(?P<y>\d{4})\.?"),
    re.compile(r"(?P<y>\d{4})\.\s*(?P<m>\d{1,2})\.\s*(?P<d>\d{1,2})\.?"),
)


class DecisionRow(SurveyRow):
    """A decision: `written` is `institution_id`, says `decided_by`, because `reason`."""

    written: Text
    institution_type: Annotated[InstitutionType | None, EmptyIsNone]
    institution_id: Text
    decided_by: Text
    date: date
    reason: Text

    @property
    def source(self) -> str:
        """How an answer that came by this decision cites it."""
        return f"decision of {self.date.isoformat()} by {self.decided_by}"


FIELDS = tuple(DecisionRow.model_fields)


@dataclass(frozen=True, slots=True)
class Decided(Located[DecisionRow]):
    """A decision and where it stands; `cells` as written and `columns` as called, by field."""

    sheet: str = ""
    cells: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)

    def problem(self, column: str, fault: str, **facts: Fact) -> Problem:
        """A problem of this decision in the cell of a field."""
        value, name = self.cells.get(column, ""), self.columns.get(column, column)
        return Problem(self.file, self.line, name, value, fault, facts, self.sheet)


def read_decisions(path: Path) -> tuple[list[Decided], list[Problem]]:
    """Read a decisions file, CSV or XLSX as replies are; a row with a fault decides nothing."""
    opened = open_file(path)
    decided: list[Decided] = []
    problems = opened.problems
    for sheet in opened.sheets:
        if not sheet.rows or is_ignored_sheet(sheet.name):
            continue
        header = next(iter(sheet.rows))
        sheet.headings = [cell.text for cell in sheet.rows[header]]
        problems += letter_problems(sheet)
        places, found = _columns(sheet, header)
        problems += found
        if found:
            continue
        for row in (row for row in sheet.rows if row > header):
            one, found = _decided(sheet, row, places)
            problems += found
            if one is not None:
                decided.append(one)
    return decided, problems


def _columns(sheet: Sheet, header: int) -> tuple[dict[str, int], list[Problem]]:
    """Field → column, where the headings are those of a decisions file, each once."""
    places: dict[str, int] = {}
    known, ignored = decision_words("decisions"), folded("ignored", "headings")
    for column, text in enumerate(sheet.headings):
        name = known.get(fold(text), "")
        if name in places:
            return {}, [sheet.fault(header, column, "column_twice")]
        if name:
            places[name] = column
        elif plain(text) and fold(text) not in ignored:
            places = {}
            break
    if set(places) == set(FIELDS):
        return places, []
    told = " | ".join(plain(text) for text in sheet.headings)
    facts = {"header": _header()}
    return {}, [Problem(sheet.file, header, "", told, "decision_header", facts, sheet.name)]


def _decided(
    sheet: Sheet, row: int, places: Mapping[str, int]
) -> tuple[Decided | None, list[Problem]]:
    written = {name: plain(sheet.cell(row, column).text) for name, column in places.items()}
    cells = dict(written)
    problems = [fault for column in places.values() for fault in text_fault(sheet, row, column)]
    problems += [
        sheet.fault(row, column, "heading_empty")
        for column in range(len(sheet.headings), len(sheet.rows[row]))
        if plain(sheet.cell(row, column).text)
    ]
    for name, fault, facts in _faults(cells):
        problems.append(sheet.fault(row, places[name], fault, **facts))
    if problems:
        return None, problems
    columns = {name: sheet.column_name(column) for name, column in places.items()}
    place = (sheet.file, row, DecisionRow.model_validate(cells))
    return Decided(*place, sheet=sheet.name, cells=written, columns=columns), []


def _faults(cells: dict[str, str]) -> Iterator[tuple[str, str, dict[str, Fact]]]:
    """What is wrong with the cells of a decision; type and day are made codes in passing."""
    placeholders = decision_words("placeholders")
    for name, text in cells.items():
        if not text and name != "institution_type":
            yield name, "cell_empty", {}
        elif placeholders.get(fold(text)) == name:
            yield name, "decision_placeholder", {"missing": in_words(f"missing_{name}")}
            cells[name] = ""
    if kind := cells["institution_type"]:
        cells["institution_type"] = types().get(fold(kind), "")
        if not cells["institution_type"]:
            yield "institution_type", "institution_type_unknown", {}
    if day := cells["date"]:
        cells["date"] = _iso(day)
        if not cells["date"]:
            yield "date", "decision_date", {}


def _iso(text: str) -> str:
    """A day in one of the ways in which it is written, as ISO 8601; "" where it is none."""
    found = next((match for form in _DATES if (match := form.fullmatch(text))), None)
    try:
        return date(*(int(found[part]) for part in "ymd")).isoformat() if found else ""
    except ValueError:
        return ""


def proposed(written: str, institution_type: str, institution_id: str) -> dict[str, Fact]:
    """The facts of a row that is ready for the decisions file: `header`, `row`, `missing`.

    What only a person can tell stands in it as a placeholder, which is refused if it is left; so
    does the institution where `institution_id` is "".
    """
    kinds = {"lv": f"{type_name(institution_type).lv}" if institution_type else ""}
    rows = {}
    for lang in LANGUAGES:
        cells = dict(decision_texts("placeholders", lang))
        cells |= {"written": written, "institution_type": kinds.get(lang, institution_type)}
        if institution_id:
            cells["institution_id"] = institution_id
        rows[lang] = _csv_line([cells[name] for name in FIELDS], lang)
    return {
        "header": _header(),
        "row": InBoth(Several([rows["lv"]]), Several([rows["en"]])),
        "missing": in_words("chosen" if institution_id else "unchosen"),
    }


def type_name(institution_type: str) -> InBoth:
    """What a type of institution is called."""
    labels = code_labels()["institution_type"][institution_type]
    return InBoth(Several([labels["lv"]]), Several([labels["en"]]))


def _header() -> InBoth:
    """The row of headings, in the words of either language."""
    lines = {lang: decision_texts("decisions", lang) for lang in LANGUAGES}
    told = {
        lang: _csv_line([texts[name] for name in FIELDS], lang) for lang, texts in lines.items()
    }
    return InBoth(Several([told["lv"]]), Several([told["en"]]))


def _csv_line(cells: Sequence[str], lang: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=_SEPARATORS[lang], lineterminator="").writerow(cells)
    return out.getvalue()
