"""GET /export/answers.csv, indicators.csv, priorities.csv: 200 with rows, 400 with a sentence."""

from collections.abc import Iterator
from functools import partial

from flask import Flask, Response, request

from dashboard.database import Database, Edition
from dashboard.exports.filters import FilterRefused, parse_filter
from dashboard.exports.formats import csv_pieces
from dashboard.exports.priorities import COLUMNS, list_rows, parse_list_filter

TABLES = ("answers", "indicators")


def add_exports(server: Flask, database: Database) -> None:
    """Register the export addresses on `server`."""
    for table in TABLES:
        view = partial(_export, database, table)
        server.add_url_rule(f"/export/{table}.csv", f"export_{table}", view)
    server.add_url_rule("/export/priorities.csv", "export_list", partial(_export_list, database))


def _export(database: Database, table: str) -> Response:
    edition = database.edition()
    arguments = {name: request.args.getlist(name) for name in request.args}
    try:
        wanted = parse_filter(table, arguments, edition.table("filter_options")[1])
    except FilterRefused as refusal:
        return _refusal(refusal)
    columns, batches = edition.stream(f"export_{table}", wanted.query)
    return _file(edition, table, csv_pieces(columns, batches, wanted.dialect))


def _export_list(database: Database) -> Response:
    edition = database.edition()
    arguments = {name: request.args.getlist(name) for name in request.args}
    own_set = edition.rows("waves")[0]["boundary_set"]
    try:
        wanted = parse_list_filter(arguments, edition.table("filter_options")[1], own_set)
    except FilterRefused as refusal:
        return _refusal(refusal)
    rows = list_rows(edition, wanted)
    return _file(edition, "priorities", csv_pieces(list(COLUMNS), [rows], wanted.dialect))


def _refusal(refusal: FilterRefused) -> Response:
    return Response(f"{refusal}\n", status=400, mimetype="text/plain")


def _file(edition: Edition, table: str, pieces: Iterator[bytes]) -> Response:
    response = Response(pieces, mimetype="text/csv")
    name = f"ricibas-karte-{data_version(edition)}-{table}.csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def data_version(edition: Edition) -> str:
    """The data versions of all waves, e.g. 2016-1; the name that a file carries away."""
    return "+".join(edition.rows("build_info")[0]["waves"])
