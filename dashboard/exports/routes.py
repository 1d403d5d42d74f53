"""GET /export/answers.csv and /export/indicators.csv: 200 with rows, or 400 with a sentence."""

from functools import partial

from flask import Flask, Response, request

from dashboard.database import Database, Edition
from dashboard.exports.filters import FilterRefused, parse_filter
from dashboard.exports.formats import csv_pieces

TABLES = ("answers", "indicators")


def add_exports(server: Flask, database: Database) -> None:
    """Register the export addresses on `server`."""
    for table in TABLES:
        view = partial(_export, database, table)
        server.add_url_rule(f"/export/{table}.csv", f"export_{table}", view)


def _export(database: Database, table: str) -> Response:
    edition = database.edition()
    arguments = {name: request.args.getlist(name) for name in request.args}
    try:
        wanted = parse_filter(table, arguments, edition.table("filter_options")[1])
    except FilterRefused as refusal:
        return Response(f"{refusal}\n", status=400, mimetype="text/plain")
    columns, batches = edition.stream(f"export_{table}", wanted.query)
    response = Response(csv_pieces(columns, batches, wanted.dialect), mimetype="text/csv")
    name = f"ricibas-karte-{data_version(edition)}-{table}.csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def data_version(edition: Edition) -> str:
    """The data versions of all waves, e.g. 2016-1; the name that a file carries away."""
    return "+".join(edition.rows("build_info")[0]["waves"])
