"""The app: pages, map files, exports and health, wired to one database file."""

import html as text
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote

from dash import ClientsideFunction as Browser
from dash import Dash, Input, Output, State, dcc, html
from flask import Response, request

from dashboard import ids
from dashboard.atlas import read_atlas
from dashboard.components.attributes import Child
from dashboard.components.live_map import LiveMapIds
from dashboard.components.live_map import register as register_live_map
from dashboard.database import Database, DatabaseMissing, Edition
from dashboard.exports.routes import add_exports
from dashboard.figures.hatching import definitions
from dashboard.health import add_health
from dashboard.i18n.translate import LANGUAGES, Words
from dashboard.map_files import add_map_files
from dashboard.pages import map as map_page
from dashboard.pages import methods, municipality, not_found_404
from dashboard.pages.shell import PAGES
from dashboard.settings import Settings
from dashboard.state import Choices, ParsedState, parse_state

INDEX = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta name="description" content="{description}">
<link rel="icon" href="{icon}" type="image/svg+xml">
{preload}{css}
</head>
<body>
{patterns}
{app_entry}
<noscript><p>{no_script}</p></noscript>
<div>{config}{scripts}{renderer}</div>
</body>
</html>"""


# In the page itself: a browser asks for an icon anew at every change of the address.
ICON = "data:image/svg+xml," + quote(
    (Path(__file__).parent / "assets" / "favicon.svg").read_text(encoding="utf-8")
)

CATCH_ALL = "/<path:path>"  # Dash's own rule for whatever no other rule takes
PATHS = frozenset(address for _, address in PAGES)

# The map's drawing library, asked for while the page's own scripts are still on their way.
PRELOAD = '<link rel="preload" as="script" href="/assets/plotly/plotly-map.min.js?v=4.1.1">\n'


class PageShell(Dash):
    """Dash with an index in the page's own language, carrying the map's patterns."""

    database: Database

    def page_title(self, path: str, lang: str) -> str:
        """The name of a page in the browser's tab and in its history."""
        w = Words(lang)
        if path == "/methods":
            return w("site.title", page=w("pages.methods"))
        if path.startswith("/municipality/") and self.leads_somewhere(path):
            return w("profile.title", place=self._place(path.rpartition("/")[2]))
        if path not in PATHS:
            return w("site.title", page=w("not_found.title"))
        return w("site.name")

    def leads_somewhere(self, path: str) -> bool:
        """Whether there is a page at this address."""
        prefix, _, code = path.rpartition("/")
        return path in PATHS or (prefix == "/municipality" and self._place(code) != code)

    def _place(self, code: str) -> str:
        """The name of a municipality in any boundary set, the code itself where there is none."""
        try:
            edition = self.database.edition()
        except DatabaseMissing:
            return code
        for row in edition.rows("boundary_sets", {"lang": LANGUAGES[0]}):
            known = read_atlas(edition, row["boundary_set"]).municipalities
            if code in known:
                return known[code].name_nom
        return code

    def interpolate_index(self, **parts: Any) -> str:  # type: ignore[override]
        """The first HTML of any page; Dash fills the rest in the browser."""
        asked = request.args.get("lang", "")
        lang = asked if asked in LANGUAGES else LANGUAGES[0]
        w = Words(lang)
        return INDEX.format(
            lang=lang,
            title=text.escape(self.page_title(request.path, lang)),
            description=text.escape(w("site.description")),
            icon=ICON,
            no_script=w("site.no_script"),
            patterns=definitions(),
            preload=PRELOAD if request.path == "/" else "",
            css=parts["css"],
            app_entry=parts["app_entry"],
            config=parts["config"],
            scripts=parts["scripts"],
            renderer=parts["renderer"],
        )


def create_app(settings: Settings) -> Dash:
    """The dashboard on the database that `settings` name; it need not exist yet."""
    database = Database(settings.database)
    app = PageShell(
        __name__,
        assets_folder="assets",
        assets_ignore=r"plotly-map.*",  # Dash's Graph fetches it when there is a map
        update_title="",
        title="Rīcības karte",
    )
    app.database = database
    frame = html.Div([dcc.Location(id=ids.URL, refresh=False), html.Div(id=ids.PAGE)])
    app.layout = frame
    app.validation_layout = html.Div([frame, *_placeholders()])  # type: ignore[assignment]
    app.server.after_request(lambda response: _with_status(app, response))
    add_health(app.server, database)
    add_exports(app.server, database)
    add_map_files(app.server, database)
    _register(app, database)
    return app


def _with_status(app: PageShell, response: Response) -> Response:
    """Dash answers 200 to any address; one that leads nowhere is a 404 to whoever asks."""
    if request.endpoint == CATCH_ALL and not app.leads_somewhere(request.path):
        response.status_code = 404
    return response


def _placeholders() -> list[Child]:
    """Stand-ins for what callbacks name before a page has drawn it, so that ids are checked."""
    divisions = (
        ids.HEADLINE,
        ids.LEAD,
        ids.NOTICE,
        ids.LEGEND,
        ids.PANEL,
        ids.LEDGER,
        ids.LEDGER_DONE,
    )
    stores = (ids.SOURCES, ids.LEDGER_ROWS)
    return [
        dcc.Graph(id=ids.GRAPH),
        *(html.Div(id=one) for one in divisions),
        *(dcc.Store(id=one) for one in stores),
    ]


def _register(app: Dash, database: Database) -> None:
    @app.callback(
        Output(ids.PAGE, "children"), Input(ids.URL, "pathname"), State(ids.URL, "search")
    )
    def show_page(path: str | None, search: str | None) -> list[Child]:
        return page_at(database, path or "/", search or "")

    register_live_map(
        app,
        LiveMapIds(ids.URL, ids.SOURCES, ids.GRAPH, ids.HEADLINE, ids.LEAD, ids.NOTICE, ids.LEGEND),
    )
    app.clientside_callback(  # type: ignore[no-untyped-call]
        Browser("map", "panel"),
        Output(ids.PANEL, "children"),
        Input(ids.URL, "search"),
        Input(ids.SOURCES, "data"),
    )
    app.clientside_callback(  # type: ignore[no-untyped-call]
        Browser("table", "build"),
        Output(ids.LEDGER_DONE, "children"),
        Input(ids.LEDGER_ROWS, "data"),
        State(ids.LEDGER, "id"),
    )


def page_at(database: Database, path: str, search: str) -> list[Child]:
    """The page at an address, or the sentence that there is no database."""
    try:
        edition = database.edition()
    except DatabaseMissing:
        w = Words(LANGUAGES[0])
        return [html.Main([html.H1(w("notice.error.title")), html.P(w("notice.error.nothing"))])]
    parsed = parse_state(search, _choices(edition))
    if path == "/":
        return map_page.layout(edition, parsed)
    if path == "/methods":
        return methods.layout(edition, parsed)
    prefix, _, code = path.rpartition("/")
    if prefix == "/municipality":
        return _profile(edition, parsed, search, code)
    return not_found_404.layout(edition, parsed.state, path)


def _profile(edition: Edition, parsed: ParsedState, search: str, code: str) -> list[Child]:
    """A profile; without a boundary set in the address the wave's own, else the newest with it."""
    choices = _choices(edition)
    own = edition.rows("waves")[0]["boundary_set"]
    given = dict(parse_qsl(search.lstrip("?"))).get("boundary_set")
    asked = [parsed.state.boundary_set] if given == parsed.state.boundary_set else []
    order = asked or [own, *sorted(choices.municipalities, reverse=True)]
    for boundary_set in order:
        if code in choices.municipalities[boundary_set]:
            here = ParsedState(parsed.state.within(boundary_set), parsed.unknown)
            return municipality.layout(edition, here, code)
    return not_found_404.layout(edition, parsed.state, f"/municipality/{code}")


def _choices(edition: Edition) -> Choices:
    if "choices" not in edition.kept:
        options = edition.rows("filter_options")
        values = [(row["parameter"], row["value"]) for row in options]
        sets = [value for parameter, value in values if parameter == "boundary_set"]
        edition.kept["choices"] = Choices(
            {one: frozenset(v for p, v in values if p == f"municipality:{one}") for one in sets},
            frozenset(v for p, v in values if p == "planning_region"),
        )
    choices: Choices = edition.kept["choices"]
    return choices
