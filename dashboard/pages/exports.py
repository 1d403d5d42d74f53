"""The menu of files: the rows behind a view in every format, and the map as a picture."""

from html import escape
from urllib.parse import urlencode

from dash import html

from dashboard.components.attributes import attributes, icon
from dashboard.components.share import copier
from dashboard.i18n.translate import Words
from dashboard.pages.embed import PATH as EMBED
from dashboard.pages.other_formats import format_links, package_link
from dashboard.pages.sharing import copy_words
from dashboard.records import EVIDENCE
from dashboard.state import ViewState

FRAME = (
    '<iframe src="{address}" title="{title}" width="100%" height="720" style="border:0" '
    'loading="lazy"></iframe>'
)
KNOWN = tuple(one for one in EVIDENCE if one != "estimated")  # what is shown without estimates


def export_menu(state: ViewState, w: Words, *, municipality: str = "") -> html.Details:
    """The rows behind a view as files; on the map links.js keeps the addresses up with it."""
    # A profile's is its main action: "Eksportēt datus", on phones the verb alone.
    words = [html.Span(w("action.export"), className="if-narrow" if municipality else None)]
    if municipality:
        words.append(html.Span(w("action.export_data"), className="if-wide"))
    name = "button button-main" if municipality else "button"
    button = html.Summary([icon("download"), *words], className=name)
    return html.Details([button, export_links(state, w, municipality)], className="export-menu")


def export_links(state: ViewState, w: Words, municipality: str) -> html.Ul:
    """Links to the files of a view with its picture, or of one municipality."""
    links = [
        html.Li(_export_link(state, w, table, dialect, municipality))
        for table in ("indicators", "answers")
        for dialect in ("excel", "analysis")
    ]
    links += _other_formats(state, w, municipality)
    if not municipality:
        links += [html.Li(_picture_link(state, w, kind)) for kind in ("svg", "png")]
        links.append(_frame(state, w))
    return html.Ul(links, className="export-links")


def _other_formats(state: ViewState, w: Words, municipality: str) -> list[html.Li]:
    """A line for each table that the page shows, and one for everything."""

    def line(table: str) -> html.Li:
        return format_links(
            table,
            w,
            lambda ending: file_address(state, f"{table}.{ending}", municipality),
            _follow(table, municipality),
        )

    tables = ("indicators", "answers", "statements") if municipality else ("indicators", "answers")
    whole = file_address(state, "package.zip", municipality)
    return [*map(line, tables), package_link(w, whole, _follow("package", municipality))]


def _follow(table: str, municipality: str) -> dict[str, str]:
    """On the map links.js keeps the address up with the view; a profile's never changes."""
    return {} if municipality else {"data-export": table, "data-known": " ".join(KNOWN)}


def _picture_link(state: ViewState, w: Words, kind: str) -> html.A:
    # take_map.js keeps the address up with the view, and makes the PNG of the SVG.
    follow = {"data-map-file": kind, "data-failed": w("export.map_failed")}
    note = html.Span(w(f"export.map_{kind}_note"), className="export-note")
    return html.A(
        [html.Span(w(f"export.map_{kind}")), note],
        href=state.address("/export/map.svg", view="map"),
        **attributes(follow),
    )


def _export_link(state: ViewState, w: Words, table: str, dialect: str, municipality: str) -> html.A:
    follow = _follow(table, municipality)
    follow |= {"data-dialect": dialect} if follow else {}
    return html.A(
        [
            html.Span(f"{w(f'export.{table}')}: {w(f'export.csv_{dialect}')}"),
            html.Span(w(f"export.csv_{dialect}_note"), className="export-note"),
        ],
        href=export_address(state, table, dialect, municipality),
        **attributes(follow),
    )


def _frame(state: ViewState, w: Words) -> html.Li:
    """The line of HTML that shows the view on another site, and the button that copies it."""
    # take_map.js keeps the address up with the view, and writes it whole.
    line = FRAME.replace("{title}", escape(w("embed.title")))
    code = html.Code(
        line.replace("{address}", escape(state.address(EMBED, view="map"))),
        id="embed-code",
        **attributes({"data-map-frame": line}),
    )
    copy = copier(copy_words(w, "embed.copy"), of="embed-code", sign="copy", name="copy-button")
    return html.Li([html.Div([html.Span(w("embed.action")), copy]), code], className="export-frame")


def export_address(state: ViewState, table: str, dialect: str, municipality: str = "") -> str:
    """The address of the CSV that holds what a view or a profile shows."""
    return file_address(state, f"{table}.csv", municipality, dialect=dialect)


def file_address(state: ViewState, file: str, municipality: str = "", **settings: str) -> str:
    """The address of a file of exports.files.FILES with what a view or a profile shows."""
    table = file.partition(".")[0]
    query: dict[str, str | list[str]] = {"boundary_set": state.boundary_set}
    query |= {"wave": state.wave} if state.wave else {}
    query |= settings | {"lang": state.lang}
    if municipality:
        return f"/export/{file}?{urlencode(query | {'municipality': municipality})}"
    if table == "indicators":
        query |= {"indicator": state.indicator, "institution_type": state.institution_type}
        if state.estimates == "off":
            query["evidence"] = list(KNOWN)
    if table == "answers" and state.institution_type != "all":
        query["institution_type"] = state.institution_type
    if state.planning_region:
        query["planning_region"] = state.planning_region
    return f"/export/{file}?{urlencode(query, doseq=True)}"
