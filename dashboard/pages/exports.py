"""The menu of files: the rows behind a view, in both CSV dialects and in the other formats."""

from urllib.parse import urlencode

from dash import html

from dashboard.components.attributes import attributes, icon
from dashboard.exports.about import EVIDENCE
from dashboard.i18n.translate import Words
from dashboard.pages.other_formats import format_links, package_link
from dashboard.state import ViewState

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
    """Links to the files of a view, or of one municipality."""
    links = [
        html.Li(_export_link(state, w, table, dialect, municipality))
        for table in ("indicators", "answers")
        for dialect in ("excel", "analysis")
    ]
    links += _other_formats(state, w, municipality)
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


def export_address(state: ViewState, table: str, dialect: str, municipality: str = "") -> str:
    """The address of the CSV that holds what a view or a profile shows."""
    return file_address(state, f"{table}.csv", municipality, dialect=dialect)


def file_address(state: ViewState, file: str, municipality: str = "", **settings: str) -> str:
    """The address of a file of exports.files.FILES with what a view or a profile shows."""
    table = file.partition(".")[0]
    query: dict[str, str | list[str]] = {"boundary_set": state.boundary_set}
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
