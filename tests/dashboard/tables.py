"""The rows of a table in all its pages."""

from dataclasses import replace

from dashboard.database import Edition
from dashboard.table_rows import Row, read_counts, read_page
from dashboard.table_state import TableView

SIZE = 450  # rows a page: as many as make the whole table a few pages


def every_row(edition: Edition, view: TableView) -> list[Row]:
    """The rows of a view in its order, page by page."""
    total = read_counts(edition, view).total
    firsts = range(1, total + 1, SIZE)
    pages = [read_page(edition, replace(view, row=first), SIZE) for first in firsts]
    assert all(len(rows) == SIZE for rows in pages[:-1])
    return [row for rows in pages for row in rows]
