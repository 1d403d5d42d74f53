"""The app: pages, map files, exports and health, wired to one database file."""

import html as text
from pathlib import Path
from typing import Any
from urllib.parse import quote

from dash import ClientsideFunction as Browser
from dash import Dash, Input, Output, State, dcc, html
from flask import Response, request

from dashboard import ids
from dashboard.citations import add_citations
from dashboard.components.attributes import Child
from dashboard.components.live_map import LiveMapIds
from dashboard.components.live_map import register as register_live_map
from dashboard.components.server_lost import server_lost
from dashboard.database import Database
from dashboard.embed import add_embed
from dashboard.encoding import add_encoding
from dashboard.exports.maps import add_map_export, arguments_of_request
from dashboard.exports.routes import add_exports
from dashboard.first_html import START, first_html, script_names
from dashboard.headers import add_headers
from dashboard.health import add_health
from dashboard.i18n.translate import LANGUAGES, Words
from dashboard.kept_answers import KeptAnswers
from dashboard.kept_keys import KeptKeys
from dashboard.load.routes import add_load
from dashboard.map_files import add_map_files
from dashboard.origin import origin
from dashboard.picture_files import add_picture_files
from dashboard.routes import leads_somewhere, page_at, page_title
from dashboard.served_assets import add_served_assets, preloads, read_assets
from dashboard.settings import Settings
from dashboard.share_links import link_tags
from dashboard.table_files import add_table_files
from dashboard.wave_switch import add_wave_switch

INDEX = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta name="description" content="{description}">
<link rel="icon" href="{icon}" type="image/svg+xml">
{share}{contact}{fonts}{css}
</head>
<body>
{lost}
{first}
{scripts}
{renderer}
{app_entry}
<noscript><p>{no_script}</p></noscript>
{config}
</body>
</html>"""


# In the page itself: a browser asks for an icon anew at every change of the address.
ICON = "data:image/svg+xml," + quote(
    (Path(__file__).parent / "assets" / "favicon.svg").read_text(encoding="utf-8")
)

CATCH_ALL = "/<path:path>"  # Dash's own rule for whatever no other rule takes
# Bytes of what is sent to us: a callback sends an address, and the server takes none over 4,094.
LONGEST = 8 * 1024


class PageShell(Dash):
    """Dash with an index that holds the page itself, in its own language."""

    database: Database
    contact: str = ""
    site: str = ""  # the settled origin; without one the request tells it
    fonts: str = ""  # asked for before the style that names them has come
    own_script: str = ""

    def interpolate_index(self, **parts: Any) -> str:  # type: ignore[override]
        """The first HTML of any page; Dash fills the rest in the browser."""
        *_, asked = ["", *request.args.getlist("lang")]  # the last, as pages read their address
        lang = asked if asked in LANGUAGES else LANGUAGES[0]
        w = Words(lang)
        title = page_title(self.database, request.path, request.query_string.decode(), lang)
        where = (f"{origin(request.environ, self.site)}/", request.path, arguments_of_request())
        return INDEX.format(
            lang=lang,
            title=text.escape(title),
            share=link_tags(self.database, *where, title),
            description=text.escape(w("site.description")),
            icon=ICON,
            contact=f'<meta name="contact" content="{self.contact}">\n' if self.contact else "",
            lost=_server_lost(w),
            no_script=w("site.no_script"),
            first=first_html(self.database, request.path, request.query_string.decode()),
            fonts=self.fonts,
            scripts=script_names(parts["scripts"], self.own_script),
            css=parts["css"],
            app_entry=parts["app_entry"],
            config=parts["config"],
            renderer=parts["renderer"],
        )


def _server_lost(w: Words) -> str:
    title, text, still = (w(f"notice.lost.{part}") for part in ("title", "text", "still"))
    return server_lost(title, text, w("action.retry"), still)


def create_app(settings: Settings) -> Dash:
    """The dashboard on the database that `settings` name; it need not exist yet."""
    database = Database(settings.database)
    assets = read_assets()
    app = PageShell(
        __name__,
        include_assets_files=False,  # ours are two files, not forty
        external_scripts=[assets.script],
        external_stylesheets=[assets.style],
        update_title="",
        title="Rīcības karte",
    )
    app.database = database
    app.contact = settings.contact
    app.site = settings.site
    app.fonts = preloads(assets)
    app.own_script = assets.script
    app.renderer = START  # its one script in the page, whose hash the policy takes from Dash
    frame = html.Div(
        [dcc.Location(id=ids.URL, refresh=False), dcc.Store(id=ids.ASKED), html.Div(id=ids.PAGE)]
    )
    app.layout = frame
    app.validation_layout = html.Div([frame, *_placeholders()])  # type: ignore[assignment]
    add_encoding(app.server)
    app.server.after_request(lambda response: _with_status(app, response))
    add_served_assets(app.server, assets)
    add_health(app.server, database)
    add_exports(app.server, database)
    add_citations(app.server, database, settings.site)
    add_map_export(app.server, database)
    add_embed(app.server, database)
    add_map_files(app.server, database)
    add_picture_files(app.server, database)
    add_wave_switch(app.server, database)
    add_load(app.server, database, settings, assets)
    _register(app, database)
    add_headers(app.server, app.csp_hashes())
    keys = KeptKeys(database, assets.addresses)
    app.server.wsgi_app = KeptAnswers(app.server.wsgi_app, keys, site=settings.site)
    return app


def _with_status(app: PageShell, response: Response) -> Response:
    """Dash answers 200 to any address; one that leads nowhere is a 404 to whoever asks."""
    leads_nowhere = not leads_somewhere(app.database, request.path, request.query_string.decode())
    if request.endpoint == CATCH_ALL and leads_nowhere:
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
        ids.TABLE,
        ids.TABLE_DONE,
    )
    stores = (ids.SOURCES, ids.LEDGER_ROWS, ids.TABLE_ROWS)
    return [
        html.A(id=ids.CITED_ADDRESS),
        *(html.Div(id=one) for one in divisions),
        *(dcc.Store(id=one) for one in stores),
    ]


def _register(app: Dash, database: Database) -> None:
    _register_pages(app, database)
    _register_map(app)
    _register_tables(app)
    add_table_files(app.server, database)


def _register_pages(app: Dash, database: Database) -> None:
    app.server.config["MAX_CONTENT_LENGTH"] = LONGEST

    @app.callback(
        Output(ids.PAGE, "children"),
        Input(ids.URL, "pathname"),
        Input(ids.ASKED, "data"),
        State(ids.URL, "search"),
    )
    def show_page(path: str | None, _asked: str | None, search: str | None) -> list[Child]:
        return page_at(database, path or "/", search or "")

    app.clientside_callback(  # type: ignore[no-untyped-call]
        Browser("links", "ask"),
        Output(ids.ASKED, "data"),
        Input(ids.URL, "search"),
        State(ids.URL, "pathname"),
        prevent_initial_call=True,
    )


def _register_map(app: Dash) -> None:
    register_live_map(
        app,
        LiveMapIds(ids.URL, ids.SOURCES, ids.HEADLINE, ids.LEAD, ids.NOTICE, ids.LEGEND),
    )
    app.clientside_callback(  # type: ignore[no-untyped-call]
        Browser("map", "panel"),
        Output(ids.PANEL, "children"),
        Input(ids.URL, "search"),
        Input(ids.SOURCES, "data"),
    )


def _register_tables(app: Dash) -> None:
    """Tables that the browser builds from their rows, and the address by which one is cited."""
    for place, rows, done in (
        (ids.LEDGER, ids.LEDGER_ROWS, ids.LEDGER_DONE),
        (ids.TABLE, ids.TABLE_ROWS, ids.TABLE_DONE),
    ):
        app.clientside_callback(  # type: ignore[no-untyped-call]
            Browser("table", "build"),
            Output(done, "children"),
            Input(rows, "data"),
            State(place, "id"),
        )
    app.clientside_callback(  # type: ignore[no-untyped-call]
        Browser("cite", "whole"),
        Output(ids.CITED_ADDRESS, "children"),
        Input(ids.CITED_ADDRESS, "href"),
    )
