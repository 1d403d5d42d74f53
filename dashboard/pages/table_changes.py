"""The table's column of changes: what changed since the survey before, or why that cannot be said.

Pure: rows of an export in, plain values out.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.atlas import Atlas
from dashboard.change_views import earlier_waves
from dashboard.i18n.change_sentences import Span, caveat_words, change_words, direction_words
from dashboard.i18n.translate import Words
from dashboard.records import Change
from dashboard.table_rows import Row

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
