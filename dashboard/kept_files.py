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
from dashboard.waves import read_scope

Maker = Callable[..., str]  # (edition, **parts of the address) → the file's text


def add_kept_file(server: Flask, database: Database, rule: str, make: Maker, mimetype: str) -> None:
    """Serve what `make` writes at /map/<key>/<rule>.

    The rule's parts go to `make` by name; its scope as `boundary_set` and `wave`, checked before,
    as `lang` is. `make` aborts with 404 where its other parts name nothing.
    """

    def serve(key: str, **parts: str) -> Response:
        edition = _edition_of(database, key)
        shown = read_scope(edition, parts.pop("scope"))
        if shown is None or parts.get("lang", LANGUAGES[0]) not in LANGUAGES:
            abort(404)
        boundary_set, wave = shown
        own = {"boundary_set": boundary_set, "wave": wave}
        headers = {"Cache-Control": FOR_GOOD}
        return Response(make(edition, **own, **parts), mimetype=mimetype, headers=headers)

    server.add_url_rule(f"/map/<key>/{rule}", f"kept {rule}", serve)


def _edition_of(database: Database, key: str) -> Edition:
    identity, _, program = key.partition("-")
    edition = database.with_identity(identity)
    if edition is None or program != PROGRAM or len(identity) != IDENTITY_LENGTH:
        abort(404)
    return edition
