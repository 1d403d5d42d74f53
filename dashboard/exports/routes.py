"""GET /export/<table>.<format> and package.zip: 200 with the file, 400 with a sentence."""

from functools import partial

from flask import Flask, Response, request

from dashboard.database import Database
from dashboard.exports.files import FILES, export_file
from dashboard.exports.filters import FilterRefused


def add_exports(server: Flask, database: Database) -> None:
    """Register the export addresses on `server`."""
    for file in FILES:
        server.add_url_rule(f"/export/{file}", f"export {file}", partial(_export, database, file))


def _export(database: Database, file: str) -> Response:
    arguments = {name: request.args.getlist(name) for name in request.args}
    try:
        made = export_file(database.edition(), file, arguments)
    except FilterRefused as refusal:
        return Response(f"{refusal}\n", status=400, mimetype="text/plain")
    response = Response(made.pieces, mimetype=made.mimetype)
    response.call_on_close(made.close)
    if made.size is not None:
        response.content_length = made.size
    response.headers["Content-Disposition"] = f'attachment; filename="{made.name}"'
    return response
