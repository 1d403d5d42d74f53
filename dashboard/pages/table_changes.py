"""The table's column of changes: what changed since the survey before, or why that cannot be said.

Rows of an export in, plain values out; and the files of the changes behind the column.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from dash import html

from dashboard.atlas import Atlas
from dashboard.change_views import earlier_waves
from dashboard.components.attributes import Child
from dashboard.database import Edition
from dashboard.exports.changes import CHANGES
from dashboard.exports.filters import parameters_of
from dashboard.i18n.change_sentences import Span, caveat_words, change_words, direction_words
from dashboard.i18n.translate import Words
from dashboard.pages.exports import KNOWN
from dashboard.pages.other_formats import WORDS, endings
from dashboard.records import Change
from dashboard.table_rows import Row, shown_sets
from dashboard.table_state import TableView
from dashboard.waves import wave_sets

CHANGE = "change"  # the key under which a row has its change
Atlases = Mapping[tuple[str, str], Atlas]  # (wave, boundary set) → atlas


def with_changes(rows: Sequence[Row], atlases: Atlases) -> list[Row]:
    """The rows of indicators, each with its change and the surveys compared, or None."""
    if not any(atlas.changes for atlas in atlases.values()):
        return list(rows)
    return [row | {CHANGE: _found(row, atlases)} for row in rows]


def _found(row: Row, atlases: Atlases) -> tuple[Change, Span] | None:
    atlas = atlases[row["wave"], row["boundary_set"]]
    waves = earlier_waves(atlas)
    if not waves:
        return None
    found = atlas.changes.get((waves[0], row["indicator"], row["institution_type"]), {})
    change = found.get(row["municipality_code"] or row["planning_region"] or "")
    return (change, Span(waves[0], row["wave"])) if change else None


def change_cell(row: Row, w: Words) -> str | dict[str, Any]:
    """The direction, behind it both counts and what to know; a range is sorted last."""
    found: tuple[Change, Span] | None = row.get(CHANGE)
    if found is None:
        return ""
    change, span = found
    sort = "" if change.is_range or change.lower is None else change.lower
    whole = [change_words(change, span, w.lang), *caveat_words(change, span, w.lang)]
    more = [{"text": one} for one in whole]
    return {"text": direction_words(change, w.lang), "sort": sort, "more": more}


def change_files(edition: Edition, view: TableView, w: Words) -> list[Child]:
    """A line of links to the changes that the column is about; none where there is no column."""
    before = _waves_before(edition, view)
    if view.rows != "indicators" or not before:
        return []
    filters = [pair for pair in view.filters() if pair[0] in parameters_of(CHANGES)]
    pairs = [pair for pair in filters if pair[0] != "evidence"]
    evidence = view.values("evidence")
    if evidence and "estimated" not in evidence:  # of either side: no estimate on any
        pairs += [("evidence", one) for one in KNOWN]
    pairs += [("since", one) for one in sorted(before)]

    def address(ending: str, **settings: str) -> str:
        asked = [*pairs, *settings.items(), ("lang", w.lang)]
        return f"/export/{CHANGES}.{ending}?{urlencode(asked)}"

    links = [
        (w("export.csv_excel"), address("csv", dialect="excel")),
        (w("export.csv_analysis"), address("csv", dialect="analysis")),
        *((w(WORDS[one]), address(one)) for one in endings(CHANGES)),
    ]
    line: list[Child] = [html.Span(f"{w(f'export.{CHANGES}')}:")]
    for text, href in links:
        line += [" ", html.A(text, href=href)]
    return [html.P(line, className="export-line")]


def _waves_before(edition: Edition, view: TableView) -> set[str]:
    """The surveys with which those of the view are compared: of each, the one before it."""
    waves = wave_sets(edition)
    found = set()
    for wave in view.values("wave"):
        for boundary_set in shown_sets(edition, view):
            earlier = [one for one, sets in waves.items() if one < wave and boundary_set in sets]
            found |= {max(earlier)} if earlier and boundary_set in waves[wave] else set()
    return found
