"""The table's columns and cells as table.js takes them: texts, numbers, marks, never HTML.

Pure: rows of an export in, plain values out. A cell that stands in many rows is sent once.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from dashboard.atlas import Atlas
from dashboard.components.squares import MOST_SQUARES, letters
from dashboard.i18n.grammar import region_name
from dashboard.i18n.numbers import decimal_number, whole
from dashboard.i18n.source_list import JOINT, source_list
from dashboard.i18n.translate import Words
from dashboard.map_views import MapChoice, square_kinds
from dashboard.pages.source_links import Cited, source_address
from dashboard.pages.table_changes import change_cell
from dashboard.records import EVIDENCE
from dashboard.state import INDICATORS
from dashboard.table_rows import PAGE, Row, TableCounts, TableRows
from dashboard.table_state import ROWS_PATH, TableView

Cell = str | dict[str, Any]
PAGE_ON_PHONE = 20  # a card is as high as five rows
OWN_CODE = "{code}"  # of the row's municipality; table.js fills it in
BLANKS = {name: f"{{{name}}}" for name in ("first", "last", "total")}  # table.js fills them

format_decimal = cache(decimal_number)
format_whole = cache(whole)


@dataclass(frozen=True, slots=True)
class Reader:
    """What a row is read with: words, the names of questions and answers, the atlases shown."""

    words: Words
    questions: Mapping[tuple[str, str], str]
    surveys: Mapping[str, str]  # wave → title
    atlases: Mapping[tuple[str, str], Atlas]  # (wave, boundary set) → atlas
    addresses: dict[tuple[str, Cited], str] = field(default_factory=dict)  # made before

    def atlas(self, row: Row) -> Atlas:
        """The atlas of a row's wave and boundary set."""
        return self.atlases[row["wave"], row["boundary_set"]]

    def address(self, atlas: Atlas, cited: Cited) -> str:
        """Where the words of a source are shown."""
        key = (atlas.scope, cited)
        if key not in self.addresses:
            self.addresses[key] = source_address(atlas, self.words.lang, cited)
        return self.addresses[key]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key in [columns], and how a row fills it."""

    key: str
    cell: Callable[[Row, Reader], Cell]
    number: bool = False


def table_data(view: TableView, found: TableRows, reader: Reader) -> dict[str, Any]:
    """One page of the table for table.js; a cell is its number in `cells`."""
    columns = columns_of(view.rows, found.counts)
    header = next(at for at, column in enumerate(columns) if column.key == HEADERS[view.rows])
    w = reader.words
    return {
        "columns": [
            {"key": c.key, "text": w(f"columns.{c.key}"), "number": c.number} for c in columns
        ],
        "header": header,
        **_coded(columns, found.rows, reader),
        "total": found.counts.total,
        "sort": view.sort,
        "first": view.row,
        "open": view.quotes == "on",
        "page": {
            "rows": PAGE,
            "phone": PAGE_ON_PHONE,
            "shown": w("table.shown", **BLANKS),
            "address": ROWS_PATH,
        },
    }


def _coded(columns: Sequence[Column], rows: Sequence[Row], reader: Reader) -> dict[str, Any]:
    """The different cells, and the rows as numbers of their cells."""
    numbers: dict[str, int] = {}
    cells: list[Cell] = []
    coded = []
    for row in rows:
        line = []
        for column in columns:
            cell = column.cell(row, reader)
            key = json.dumps(cell)
            if key not in numbers:
                numbers[key] = len(cells)
                cells.append(cell)
            line.append(numbers[key])
        coded.append(line)
    return {"cells": cells, "rows": coded}


def columns_of(table: str, counts: TableCounts) -> list[Column]:
    """The columns of a table; survey and boundary set only where the rows are of several."""
    code, place, *rest = COLUMNS[table]
    if not counts.changed:
        rest = [column for column in rest if column.key != "change"]
    several = [
        column
        for values, column in ((counts.waves, SURVEY), (counts.boundary_sets, BOUNDARIES))
        if len(values) > 1
    ]
    return [code, place, *several, *rest]


def _code(row: Row, _reader: Reader) -> Cell:
    return row["municipality_code"] or ""


def _place(row: Row, reader: Reader) -> Cell:
    """The municipality with the way to its profile; a region or Latvia in words."""
    lang = reader.words.lang
    if row["municipality"]:
        view = reader.atlas(row).state(lang)
        href = view.address(f"/municipality/{row['municipality_code']}")
        return {"text": row["municipality"], "href": href}
    if row["planning_region"]:
        return region_name(row["planning_region"], lang)
    return reader.words("site.country") if "indicator" in row else ""


def _survey(row: Row, reader: Reader) -> Cell:
    return reader.surveys[row["wave"]]


def _boundaries(row: Row, _reader: Reader) -> Cell:
    return str(row["boundary_set"])


def _indicator(row: Row, reader: Reader) -> Cell:
    return reader.words(f"indicator.{row['indicator']}.short")


def _institutions(row: Row, reader: Reader) -> Cell:
    """The type, with a square an institution where there are few enough to be drawn."""
    text = reader.words(f"institutions.{row['institution_type']}")
    atlas = reader.atlas(row)
    if not row["municipality_code"]:
        return text
    choice = MapChoice(row["indicator"], row["institution_type"], estimates=True)
    institutions = atlas.at(row["municipality_code"], row["institution_type"])
    if len(institutions) > MOST_SQUARES or row["indicator"] not in INDICATORS:
        return text
    kinds = square_kinds(institutions, atlas.answers, choice)
    return {"text": text, "squares": letters(kinds), "of": row["indicator"]}


def _count(name: str) -> Callable[[Row, Reader], Cell]:
    def cell(row: Row, reader: Reader) -> Cell:
        n = row[name]
        return "" if n is None else {"text": format_whole(n, reader.words.lang), "sort": n}

    return cell


def _share(name: str) -> Callable[[Row, Reader], Cell]:
    def cell(row: Row, reader: Reader) -> Cell:
        share = row[name]
        if share is None:
            return ""
        # An estimate is not compared with anything: sorted by value it stays behind the known.
        sort = "" if row["evidence"] == "estimated" else share
        return {"text": format_decimal(share, reader.words.lang), "sort": sort}

    return cell


def _change(row: Row, reader: Reader) -> Cell:
    return change_cell(row, reader.words)


def _evidence(row: Row, reader: Reader) -> Cell:
    w, evidence = reader.words, row["evidence"]
    cell = {
        "text": w(f"evidence.{evidence}.badge"),
        "mark": evidence,
        "sort": EVIDENCE.index(evidence),
    }
    return cell | ({"note": w("evidence.caveat")} if row["caveat"] else {})


def _source(row: Row, reader: Reader) -> Cell:
    """The source; behind it the study's own words and what is to be borne in mind."""
    quote, caveat = row.get("quote") or "", row["caveat"] or ""
    more = [{"text": quote, "quote": True}] if quote else []
    more += [{"text": caveat}] if caveat else []
    words = _words_address(row, reader) if "indicator" in row else ""
    more += [{"text": reader.words("table.words"), "href": words}] if words else []
    listed = source_list(row["source"].split(JOINT), reader.words) if row["source"] else ""
    source = listed or (reader.words("table.no_source") if more else "")
    return {"text": source, "more": more} if source else ""


def _words_address(row: Row, reader: Reader) -> str:
    """Where the words behind a value stand; table.js puts the row's own code into it.

    So one cell serves all municipalities, and it is made once.
    """
    atlas, area = reader.atlas(row), row["municipality_code"]
    if not row["source"]:
        return ""
    key = (row["indicator"], row["institution_type"])
    region = row["planning_region"] or ""
    groups = (atlas.values, area) if area else (atlas.regions, region)
    value = groups[0][key][groups[1]] if area or region else atlas.latvia[key]
    cited = Cited(
        question=atlas.questions[value.indicator],
        evidence=value.evidence,
        sources=value.sources,
        institution_type=value.institution_type,
        code=OWN_CODE if area else "",
        planning_region="" if area else region,
        of_several=True,
    )
    return reader.address(atlas, cited)


def _institution(row: Row, _reader: Reader) -> Cell:
    return str(row["institution"])


def _question(row: Row, reader: Reader) -> Cell:
    return reader.questions[row["question"], ""]


def _answer(row: Row, reader: Reader) -> Cell:
    return reader.questions[row["question"], row["answer"]]


SURVEY = Column("survey", _survey)
BOUNDARIES = Column("boundaries", _boundaries)
HEADERS = {"indicators": "municipality", "answers": "institution"}  # names a row
COLUMNS = {
    "indicators": (
        Column("code", _code),
        Column("municipality", _place),
        Column("indicator", _indicator),
        Column("institutions", _institutions),
        Column("numerator", _count("numerator"), number=True),
        Column("denominator", _count("denominator"), number=True),
        Column("value", _share("value"), number=True),
        Column("lower", _share("lower"), number=True),
        Column("upper", _share("upper"), number=True),
        Column("change", _change),
        Column("evidence", _evidence),
        Column("source", _source),
    ),
    "answers": (
        Column("code", _code),
        Column("municipality", _place),
        Column("institution", _institution),
        Column("question", _question),
        Column("answer", _answer),
        Column("evidence", _evidence),
        Column("source", _source),
    ),
}
