"""The rows of one page of the table, and the counts of its filters.

The database filters, counts, sorts and turns pages, by the conditions and in the order of the
export: so a table and the file that is downloaded from it cannot differ.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.database import Edition
from dashboard.i18n.grammar import region_name
from dashboard.i18n.translate import Words
from dashboard.state import INSTITUTION_TYPES
from dashboard.table_state import DOWN, Options, TableView
from dashboard.waves import wave_sets

Row = dict[str, Any]
PAGE = 100  # rows that stand in the page at once
FACETS = {  # in the order in which they stand
    "indicators": ("indicator", "institution_type", "planning_region", "evidence", "wave"),
    "answers": ("question", "institution_type", "planning_region", "evidence", "wave"),
}
COUNTS = {"indicators": "table_indicator_counts", "answers": "table_answer_counts"}
PAGES = {"indicators": "table_indicators", "answers": "table_answers"}


@dataclass(frozen=True, slots=True)
class TableCounts:
    """How many rows a view has in all its pages, and of what kinds."""

    facets: Mapping[str, Mapping[str, int]]  # facet → value → rows under the other filters
    waves: tuple[str, ...]  # that have rows
    boundary_sets: tuple[str, ...]
    total: int
    changed: bool  # some row tells what changed since the survey before


@dataclass(frozen=True, slots=True)
class TableRows:
    """One page of rows, as the export's columns have them, and the counts of all pages."""

    rows: Sequence[Row]
    counts: TableCounts


def filter_options(edition: Edition) -> Options:
    """The values that the export's parameters may take, read once per edition."""
    if "filter_options" not in edition.kept:
        edition.kept["filter_options"] = edition.table("filter_options")[1]
    options: Options = edition.kept["filter_options"]
    return options


def shown_sets(edition: Edition, view: TableView) -> tuple[str, ...]:
    """The boundary sets of a view's rows: those chosen, else each survey's own."""
    own = dict.fromkeys(sets[0] for sets in _sets(edition, view))
    return view.values("boundary_set") or tuple(own)


def offered_sets(edition: Edition, view: TableView) -> list[str]:
    """The boundary sets in which any of the view's surveys can be shown, oldest first."""
    return sorted({one for sets in _sets(edition, view) for one in sets})


def _sets(edition: Edition, view: TableView) -> list[Sequence[str]]:
    """The boundary sets of each survey of a view, its own first."""
    waves = wave_sets(edition)
    return [waves[one] for one in view.values("wave") or waves]


def read_rows(edition: Edition, view: TableView) -> TableRows:
    """The page of a view that begins with its first row, and the counts of all its pages."""
    return TableRows(read_page(edition, view), read_counts(edition, view))


def read_counts(edition: Edition, view: TableView) -> TableCounts:
    """How many rows there are, and how many there would be under another choice."""
    wanted = {name: one for name, one in _filters(edition, view).items() if name != "lang"}
    found: dict[str, dict[str, int]] = {}
    for row in edition.rows(COUNTS[view.rows], wanted):
        found.setdefault(row["facet"], {})[row["value"]] = row["found"]
    waves = found.get("shown_wave", {})
    return TableCounts(
        facets={facet: found.get(facet, {}) for facet in FACETS[view.rows]},
        waves=tuple(waves),
        boundary_sets=tuple(found.get("shown_boundary_set", {})),
        total=sum(waves.values()),
        changed="changed" in found,
    )


def read_page(edition: Edition, view: TableView, size: int = PAGE) -> list[Row]:
    """The rows of a view from its first row on, as many as stand in a page, in its order."""
    w = Words(view.lang)
    place = {
        "sort": view.sort.removeprefix(DOWN),
        "down": view.sort.startswith(DOWN),
        "skip": view.row - 1,
        "size": size,
        "unnamed": w("table.no_source"),
    }
    if view.rows == "indicators":
        names = _names(edition, w)
        place |= {"codes": list(names), "names": list(names.values())}
    return edition.rows(PAGES[view.rows], _filters(edition, view) | place)


def _filters(edition: Edition, view: TableView) -> dict[str, Any]:
    return view.export_filter(filter_options(edition)).query


def _names(edition: Edition, w: Words) -> dict[str, str]:
    """What rows can be sorted by and the catalogues name: code → name, "" is Latvia."""
    words = {
        "planning_region": lambda code: region_name(code, w.lang),
        "indicator": lambda code: w(f"indicator.{code}.short"),
    }
    named = {code: words[kind](code) for kind, code in filter_options(edition) if kind in words}
    types = {code: w(f"institutions.{code}") for code in INSTITUTION_TYPES}
    return {"": w("site.country")} | named | types


def question_words(edition: Edition, lang: str) -> dict[tuple[str, str], str]:
    """(question, answer) → label, and (question, "") → wording; of the newest wave that asks it."""
    key = ("question_words", lang)
    if key not in edition.kept:
        words: dict[tuple[str, str], str] = {}
        for row in edition.rows("question_words", {"lang": lang}):
            words.setdefault((row["question"], ""), row["wording"])
            words.setdefault((row["question"], row["answer"]), row["label"])
        edition.kept[key] = words
    found: dict[tuple[str, str], str] = edition.kept[key]
    return found
