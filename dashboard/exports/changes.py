"""What changed between two surveys as a table: an area a row, both sides, or why not comparable.

The rows are the query's; reasons and caveats are said in the words that the pages have for them.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from dashboard.database import Edition
from dashboard.exports.filters import FilterRefused
from dashboard.i18n.change_sentences import Span, caveat_words, reason_words
from dashboard.i18n.place_names import sentence_case
from dashboard.i18n.translate import Words
from dashboard.records import Change

CHANGES = "changes"
Row = tuple[Any, ...]


def refuse_one_survey(waves: Sequence[str], lang: str) -> None:
    """Raise FilterRefused where the database has one survey, and so nothing to compare."""
    if len(waves) < 2:
        raise FilterRefused(Words(lang)("refused.one_survey", wave=waves[0]))


def change_batches(edition: Edition, query: dict[str, Any]) -> Iterator[list[Row]]:
    """The rows of a checked filter, as columns.toml orders their columns."""
    names, batches = edition.stream("export_changes", query)
    for batch in batches:
        rows = (dict(zip(names, values, strict=True)) for values in batch)
        yield [_row(row, str(query["lang"])) for row in rows]


def _row(row: dict[str, Any], lang: str) -> Row:
    change = _change(row)
    span = Span(row["wave_before"], row["wave"])
    exact = None if change.is_range else change.lower
    why = f"{sentence_case(reason_words(change, span, lang))}." if change.reason else None
    return (
        *(row["wave_before"], row["wave"], row["indicator"], row["institution_type"]),
        *(row["boundary_set"], row["municipality_code"], row["municipality"]),
        row["planning_region"],
        "no" if change.reason else "yes",
        change.direction or None,
        exact,
        change.lower if exact is None else exact,
        change.upper if exact is None else exact,
        *(row["before_lower"], row["before_upper"], row["before_base"]),
        *(row["after_lower"], row["after_upper"], row["after_base"]),
        *(row["before_evidence"], row["after_evidence"]),
        *(row["before_source"], row["after_source"]),
        row["reason"],
        why,
        " ".join(caveat_words(change, span, lang)) or None,
    )


def _change(row: dict[str, Any]) -> Change:
    return Change(
        wave_before=row["wave_before"],
        indicator=row["indicator"],
        institution_type=row["institution_type"],
        code=row["municipality_code"] or "",
        planning_region=row["planning_region"] or "",
        before_lower=row["before_lower"],
        before_upper=row["before_upper"],
        before_base=row["before_base"],
        after_lower=row["after_lower"],
        after_upper=row["after_upper"],
        after_base=row["after_base"],
        lower=row["lower"],
        upper=row["upper"],
        class_number=None,  # the map's alone
        reason=row["reason"] or "",
        caveats=tuple(row["caveats"]),
    )
