"""GET /embed: a view for a frame on another site; 400 with a sentence where it is not one."""

from flask import Flask, Response

from dashboard.database import Database
from dashboard.exports.filters import FilterRefused
from dashboard.exports.maps import arguments_of_request, choices_of, only, parse_view, refusal_of
from dashboard.i18n.translate import Words
from dashboard.map_sheets import read_sheet
from dashboard.pages.embed import PATH, embed_page

LOCK = "lock"  # "on": the frame shows this indicator and offers no other
ON_OFF = ("off", "on")


def add_embed(server: Flask, database: Database) -> None:
    """Register the address of the frame on `server`."""

    def embed() -> Response:
        edition = database.edition()
        arguments = arguments_of_request()
        try:
            state = parse_view(arguments, choices_of(edition), (LOCK,))
            lock = only(LOCK, arguments.get(LOCK, ["off"]), ON_OFF, Words(state.lang))
        except FilterRefused as refusal:
            return refusal_of(refusal)
        page = embed_page(read_sheet(edition, state), state, locked=lock == "on")
        return Response(page, mimetype="text/html")

    server.add_url_rule(PATH, "embed", embed)
