"""GET /wave/<wave>/<page>?…: the same page in another survey round.

The boundary set stays where the wave can be shown in it, else it is the wave's own; a chosen
municipality goes along by the crosswalk. A redirect, so that each view has one address.
"""

from dataclasses import replace

from flask import Flask, Response, abort, request

from dashboard.database import Database, Edition
from dashboard.pages.place_history import elsewhere
from dashboard.pages.survey_switch import SWITCH
from dashboard.routes import PROFILE, leads_somewhere, state_at
from dashboard.state import ParsedState, Usual
from dashboard.table_rows import filter_options
from dashboard.table_state import PATH as TABLE
from dashboard.table_state import read_table
from dashboard.waves import wave_sets

OTHER_PLACES = ("with",)  # parameters of pages that hold a municipality, beside the view's own


def add_wave_switch(server: Flask, database: Database) -> None:
    """Register the address of the switch on `server`."""

    def switch(wave: str, page: str = "") -> Response:
        found = state_at(database, f"/{page}", request.query_string.decode())
        if found is None or wave not in wave_sets(found[0]):
            abort(404)
        path, view = in_wave(found[0], found[1], f"/{page}", wave)
        if not leads_somewhere(database, path, view.partition("?")[2]):
            abort(404)
        return Response(status=302, headers={"Location": view})

    for rule in ("<wave>/", "<wave>/<path:page>"):
        server.add_url_rule(f"{SWITCH}{rule}", f"wave {rule}", switch)


def in_wave(edition: Edition, parsed: ParsedState, path: str, wave: str) -> tuple[str, str]:
    """The path of a page in another wave, and its whole address with the view."""
    sets = wave_sets(edition)
    if path == TABLE:
        view, _ = read_table(parsed.given, filter_options(edition))
        kept_sets = set(view.values("boundary_set")) & set(sets[wave])
        view = view.having("wave", [wave]).having("boundary_set", kept_sets)
        return path, view.fitting(filter_options(edition)).address()
    state = parsed.state
    usual = Usual(next(iter(sets)), sets[wave][0])
    kept = state.boundary_set in sets[wave]
    boundary_set = state.boundary_set if kept else usual.boundary_set

    def carried(code: str) -> str:
        there = elsewhere(edition, state.boundary_set, code) if code else {}
        return there.get(boundary_set, "")

    places = {"municipality": carried(state.municipality)}
    places |= {name: carried(parsed.own[name]) for name in OTHER_PLACES if name in parsed.own}
    if path.startswith(PROFILE):
        path = f"{PROFILE}{carried(path.removeprefix(PROFILE))}"
    there = replace(parsed, state=replace(state, usual=usual))
    return path, there.address(path, wave=wave, boundary_set=boundary_set, **places)
