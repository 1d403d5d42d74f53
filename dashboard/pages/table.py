"""/table : indicators or answers to filter, read and take away, every cell with its source."""

from collections.abc import Sequence
from dataclasses import replace

from dash import dcc, html

from dashboard import ids
from dashboard.components.attributes import Child, attributes, icon, scrolling
from dashboard.components.controls import Choice, segment
from dashboard.components.facets import clear_link
from dashboard.components.notice import notice
from dashboard.components.sorter import Order, sorter
from dashboard.database import Edition
from dashboard.exports.filters import parameters_of
from dashboard.i18n.grammar import region_name
from dashboard.i18n.numbers import whole
from dashboard.i18n.translate import Words
from dashboard.pages.shell import page
from dashboard.pages.table_cells import columns_of
from dashboard.pages.table_changes import change_files
from dashboard.pages.table_export import export_bar
from dashboard.pages.table_filters import Names, chosen_chips, chosen_filters, facets, names_of
from dashboard.pages.table_page import page_of_rows, within
from dashboard.state import ParsedState
from dashboard.table_rows import (
    TableCounts,
    filter_options,
    offered_sets,
    read_counts,
    shown_sets,
)
from dashboard.table_state import DOWN, PATH, ROWS, SETTINGS, Pairs, TableView, read_table
from dashboard.waves import words_of

FACETS_ID, RESULTS_ID = "facets", "results"


def layout(edition: Edition, parsed: ParsedState) -> list[Child]:
    """The whole page; what is not understood of the address is told and left out."""
    view, unknown = read_table(parsed.given, filter_options(edition))
    w = words_of(edition, view.lang, view.values("wave"))
    sets = shown_sets(edition, view)
    names = names_of(edition, view, sets)
    counts = read_counts(edition, view)
    view, beyond = within(view, counts)
    body = html.Div(
        [
            _head(edition, view, (*unknown, *beyond), sets, w),
            _facets(view, counts, names),
            _results(edition, view, counts, names),
            *([_export_bar(edition, view, counts, names)] if counts.total else []),
        ],
        className="table-page",
    )
    return page(edition, parsed.state, PATH, [body], address=view.address)


def _export_bar(
    edition: Edition, view: TableView, counts: TableCounts, names: Names
) -> html.Section:
    changes = change_files(edition, view, names.words)
    return export_bar(edition, view, names, counts.total, changes)


def _head(
    edition: Edition, view: TableView, unknown: Pairs, sets: Sequence[str], w: Words
) -> html.Div:
    options = filter_options(edition)
    rows = [
        Choice(
            one,
            w(f"table.rows.{one}"),
            TableView(one, view.chosen, view.lang).fitting(options).address(),
            one == view.rows,
        )
        for one in ROWS
    ]
    boundaries = [
        Choice(one, one, view.having("boundary_set", [one]).fitting(options).address(), one in sets)
        for one in offered_sets(edition, view)
    ]
    controls = [
        segment(w("table.rows.label"), "", rows, stay=True),
        segment(w("filters.boundaries"), "", boundaries, stay=True),
    ]
    return html.Div(
        [
            html.Div([html.H1(w("table.title")), *controls], className="table-title"),
            *(_unknown(view, *pair, w) for pair in unknown),
        ],
        className="table-head",
    )


def _unknown(view: TableView, parameter: str, value: str, w: Words) -> Child:
    """What of a link was not understood."""
    known = parameter in {*parameters_of(view.rows), *SETTINGS, "sort", "row"}
    key = "notice.bad_filter" if known else "notice.unknown_parameter"
    return notice("", w(key, parameter=parameter, value=value), form="strip")


def _facets(view: TableView, counts: TableCounts, names: Names) -> html.Div:
    """The facets; a narrow window opens them with a button."""
    w = names.words
    chosen = len(chosen_filters(view, names))
    opener = html.Button(
        [icon("filter"), html.Span(w("filters.title")), *_chosen_count(chosen, w)],
        type="button",
        className="button facets-button",
        **attributes({"aria-expanded": "false", "aria-controls": FACETS_ID}),
    )
    results = html.A(w("filters.show"), href=f"#{RESULTS_ID}", className="button facets-done")
    groups = html.Div(
        [*facets(view, counts, names), results],
        id=FACETS_ID,
        className="facets",
        role="group",
        **attributes({"aria-label": w("filters.title")}),
    )
    return html.Div(
        [opener, groups], className="facets-side", **attributes({"data-keep-scroll": FACETS_ID})
    )


def _chosen_count(count: int, w: Words) -> list[Child]:
    return [html.Span(whole(count, w.lang), className="facets-chosen")] if count else []


def _results(edition: Edition, view: TableView, counts: TableCounts, names: Names) -> html.Div:
    w, count = names.words, counts.total
    said = html.Strong(w("count.rows", n=count), role="status", className="table-count")
    bar = html.Div([said, *_quotes(view, w), chosen_chips(view, names)], className="table-chosen")
    if not count:
        return html.Div([bar, _empty(view, names)], id=RESULTS_ID, className="table-results")
    caption = f"{w(f'export.{view.rows}')}: {w('count.rows', n=count)}"
    data = page_of_rows(edition, view, counts)
    parts = [
        bar,
        sorter(w("table.sort.label"), _orders(view, counts, w)),
        html.Div(id=ids.TABLE, **scrolling(caption)),
        html.Div(
            [html.P(_notes(view, w), className="table-note"), _pager(w)], className="table-foot"
        ),
        dcc.Store(id=ids.TABLE_ROWS, data=data | {"caption": caption}),
        html.Div(id=ids.TABLE_DONE, hidden=True),
    ]
    return html.Div(parts, id=RESULTS_ID, className="table-results")


def _quotes(view: TableView, w: Words) -> list[Child]:
    """The link that unfolds the source's words under each answer, or folds them again."""
    if view.rows != "answers":
        return []
    on = view.quotes == "on"
    text = w("table.quotes.hide" if on else "table.quotes.show")
    address = replace(view, quotes="off" if on else "on").address()
    stay = attributes({"data-stay": "", "data-keep": "quotes"})
    return [html.A(text, href=address, className="clear-filters", **stay)]


def _orders(view: TableView, counts: TableCounts, w: Words) -> list[Order]:
    """The orders that phones choose from, where the heads of the columns are not shown."""
    orders = [Order("", w("table.sort.usual"), not view.sort)]
    for column in columns_of(view.rows, counts):
        name = w(f"columns.{column.key}")
        for prefix, key in (("", "up"), (DOWN, "down")):
            value = f"{prefix}{column.key}"
            text = w(f"table.sort.{key}", column=name)
            orders.append(Order(value, text, value == view.sort))
    return orders


def _notes(view: TableView, w: Words) -> str:
    """What an empty cell means in these rows, and why estimates stand last."""
    if view.rows == "answers":
        return w("table.note.answers")
    return f"{w('columns.empty_cell')} {w('table.note.indicators')}"


def _pager(w: Words) -> html.Div:
    """The buttons that table.js turns pages with, and the words of what is shown."""
    buttons = [
        html.Button(
            w(f"table.{name}"),
            type="button",
            className="pager-button",
            **attributes({"data-page": step}),
        )
        for name, step in (("previous", "-1"), ("next", "1"))
    ]
    shown = html.Span("", className="pager-shown", role="status")
    return html.Div([shown, *buttons], className="pager", hidden=True)


def _empty(view: TableView, names: Names) -> html.Div:
    """What is said where no row is left, with the way out."""
    w = names.words
    regions = view.values("planning_region")
    only = len(regions) == 1
    text = w("notice.empty.country")
    if only:
        text = w("notice.empty.text", region=region_name(regions[0], w.lang, "loc"))
    clear = clear_link(w("action.clear_filters"), view.cleared().address())
    return notice(w("notice.empty.title"), text, clear)
