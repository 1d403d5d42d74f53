"""One page of the table's rows, as table.js takes it: with the page and, turned, by itself."""

from dataclasses import replace
from typing import Any

from dashboard.atlas import read_atlas
from dashboard.database import Edition
from dashboard.pages.table_cells import Reader, columns_of, table_data
from dashboard.pages.table_changes import with_changes
from dashboard.table_rows import Row, TableCounts, TableRows, question_words, read_page
from dashboard.table_state import DOWN, Pairs, TableView
from dashboard.waves import read_waves, words_of


def within(view: TableView, counts: TableCounts) -> tuple[TableView, Pairs]:
    """The view without a first row or an order that its rows do not have, and what that was."""
    beyond = []
    if view.row > max(counts.total, 1):
        beyond.append(("row", str(view.row)))
        view = replace(view, row=1)
    columns = {column.key for column in columns_of(view.rows, counts)}
    if view.sort and view.sort.removeprefix(DOWN) not in columns:
        beyond.append(("sort", view.sort))
        view = replace(view, sort="")
    return view, tuple(beyond)


def page_of_rows(edition: Edition, view: TableView, counts: TableCounts) -> dict[str, Any]:
    """The rows from the view's first on, with what says whether they are still of one page."""
    rows: list[Row] = read_page(edition, view)
    shown = {(row["wave"], row["boundary_set"]) for row in rows}
    atlases = {one: read_atlas(edition, one[1], one[0]) for one in shown}
    if view.rows == "indicators":
        rows = with_changes(rows, atlases)
    surveys = {row["wave"]: row[f"title_{view.lang}"] for row in read_waves(edition)}
    words = words_of(edition, view.lang, view.values("wave"))
    reader = Reader(words, question_words(edition, view.lang), surveys, atlases)
    data = table_data(view, TableRows(rows, counts), reader)
    return data | {"edition": edition.identity}
