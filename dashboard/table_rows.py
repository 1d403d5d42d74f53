"""The rows of the table and the counts of its filters: the export's own queries, nothing beside.

So a table and the file that is downloaded from it cannot differ.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.database import Edition
from dashboard.table_state import Options, TableView
from dashboard.waves import wave_sets

Row = dict[str, Any]
FACETS = {  # in the order in which they stand
    "indicators": ("indicator", "institution_type", "planning_region", "evidence", "wave"),
    "answers": ("question", "institution_type", "planning_region", "evidence", "wave"),
}


@dataclass(frozen=True, slots=True)
class TableRows:
    """The rows of a view, and facet → value → how many rows it has under the other filters."""

    rows: Sequence[Row]
    counts: Mapping[str, Mapping[str, int]]


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
    """The rows of a view in the export's order, with the counts of its facets."""
    rows = _read(edition, view)
    counts = {}
    for facet in FACETS[view.rows]:
        # A facet without a choice leaves the rows as they are: they need no second reading.
        of_facet = _read(edition, view.having(facet, ())) if view.values(facet) else rows
        counts[facet] = Counter(row[facet] for row in of_facet if row[facet] is not None)
    return TableRows(rows, counts)


def _read(edition: Edition, view: TableView) -> list[Row]:
    wanted = view.export_filter(filter_options(edition))
    return edition.rows(f"export_{view.rows}", wanted.query)


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
