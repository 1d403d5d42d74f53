"""The bar under the table: these rows as files, and how to cite them."""

from collections.abc import Sequence

from dash import html

from dashboard import ids
from dashboard.components.attributes import Child, attributes, classes, icon
from dashboard.components.share import copier
from dashboard.database import Edition
from dashboard.exports.citation import citation as cited
from dashboard.pages.other_formats import format_buttons
from dashboard.pages.sharing import copy_words
from dashboard.pages.table_filters import Names, chosen_filters
from dashboard.table_rows import shown_sets
from dashboard.table_state import TableView

DIALECTS = ("excel", "analysis")  # the main one first


def export_bar(
    edition: Edition, view: TableView, names: Names, count: int, more: Sequence[Child] = ()
) -> html.Section:
    """The export bar; `count` is the number of rows, `names` say what the filters are called.

    `more` are further files, under those of the rows.
    """
    w = names.words
    title = w("export.download", n=count)
    files = [_file(view, names, dialect, main=dialect == DIALECTS[0]) for dialect in DIALECTS]
    others = format_buttons(view.rows, w, view.file_address)
    download = html.Div(
        [html.H2(title), html.Div([*files, *others], className="export-files"), *more],
        className="export-download",
    )
    return html.Section(
        [download, _citation(edition, view, names)],
        className="table-export",
        **attributes({"aria-label": w("export.title")}),
    )


def _file(view: TableView, names: Names, dialect: str, *, main: bool) -> html.A:
    w = names.words
    return html.A(
        [*([icon("download")] if main else []), html.Span(w(f"export.csv_{dialect}"))],
        href=view.export_address(dialect),
        className=classes("button", "button-main" if main else None),
        title=w(f"export.csv_{dialect}_note"),
    )


def _citation(edition: Edition, view: TableView, names: Names) -> html.Div:
    w = names.words
    address = html.A(view.address(), href=view.address(), id=ids.CITED_ADDRESS)
    text = html.P([citation(edition, view, names), " ", address], id="citation")
    words = copy_words(w, "action.copy_citation")
    copy = copier(words, of="citation", sign="copy", name="copy-button")
    head = html.Div([html.H2(w("table.cite")), copy], className="citation-head")
    return html.Div([head, text], className="citation")


def citation(edition: Edition, view: TableView, names: Names) -> str:
    """Study, then what of it is shown and in which data version; the address follows."""
    w = names.words
    parts = [
        w(f"export.{view.rows}"),
        *(names.value(parameter, value) for parameter, value in chosen_filters(view, names)),
        *(w("filters.boundary_set", year=int(one)) for one in shown_sets(edition, view)),
    ]
    return cited(edition, w.lang, "; ".join(parts), view.values("wave"))
