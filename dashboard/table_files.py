"""GET /table/rows.json?…: one page of the table's rows, under the parameters of /table.

What table.js asks for when rows are sorted or pages are turned: the page around them stays.
"""

import json

from flask import Flask, Response, abort, request

from dashboard.database import Database
from dashboard.pages.table_page import page_of_rows, within
from dashboard.routes import state_at
from dashboard.table_rows import filter_options, read_counts
from dashboard.table_state import PATH, ROWS_PATH, read_table


def add_table_files(server: Flask, database: Database) -> None:
    """Register the address of the rows on `server`."""

    def rows() -> Response:
        found = state_at(database, PATH, request.query_string.decode())
        if found is None:
            abort(503)
        edition, parsed = found
        view, _ = read_table(parsed.given, filter_options(edition))
        counts = read_counts(edition, view)
        view, _ = within(view, counts)
        text = json.dumps(page_of_rows(edition, view, counts), ensure_ascii=False)
        return Response(text, mimetype="application/json")

    server.add_url_rule(ROWS_PATH, "table rows", rows)
