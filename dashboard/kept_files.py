"""Files that are made of an edition of the database and cached for good.

Their addresses carry what they depend on: data and program. So a browser never asks twice, and a
new database has new addresses. The server keeps them too, compressed: see kept_answers.py.
"""

from collections.abc import Callable

from flask import Flask, Response, abort

from dashboard.database import Database, Edition
from dashboard.i18n.translate import LANGUAGES
from dashboard.map_addresses import IDENTITY_LENGTH, PROGRAM
from dashboard.served_assets import FOR_GOOD

Maker = Callable[..., str]  # (edition, **parts of the address) → the file's text


def add_kept_file(server: Flask, database: Database, rule: str, make: Maker, mimetype: str) -> None:
    """Serve what `make` writes at /map/<key>/<rule>.

    The rule's parts go to `make` by name; `boundary_set` and `lang` are checked before. `make`
    aborts with 404 where its other parts name nothing.
    """

    def serve(key: str, **parts: str) -> Response:
        edition = _edition_of(database, key)
        if not _known(edition, parts):
            abort(404)
        headers = {"Cache-Control": FOR_GOOD}
        return Response(make(edition, **parts), mimetype=mimetype, headers=headers)

    server.add_url_rule(f"/map/<key>/{rule}", f"kept {rule}", serve)


def _edition_of(database: Database, key: str) -> Edition:
    identity, _, program = key.partition("-")
    edition = database.with_identity(identity)
    if edition is None or program != PROGRAM or len(identity) != IDENTITY_LENGTH:
        abort(404)
    return edition


def _known(edition: Edition, parts: dict[str, str]) -> bool:
    sets = [str(row["boundary_set"]) for row in edition.rows("boundary_sets", {"lang": "lv"})]
    return parts["boundary_set"] in sets and parts.get("lang", LANGUAGES[0]) in LANGUAGES
