"""The list that stands for the map, in the first HTML; map_list.js writes it from then on."""

from dash import html

from dashboard.atlas import atlas_of
from dashboard.components.attributes import Child, attributes, hidden
from dashboard.components.squares import squares
from dashboard.database import Edition
from dashboard.i18n.grammar import region_name
from dashboard.i18n.order import latvian_key
from dashboard.i18n.translate import Words
from dashboard.map_views import choice_of, place_kinds, tips
from dashboard.pages.map_parts import map_titles
from dashboard.state import ViewState

COLUMNS = ("municipality", "institutions", "evidence", "region")


def list_columns(w: Words) -> tuple[str, str, str, str]:
    """The words over the list's columns."""
    place, institutions, evidence, region = (
        w("filters.region") if one == "region" else w(f"columns.{one}") for one in COLUMNS
    )
    return place, institutions, evidence, region


def map_list(edition: Edition, state: ViewState) -> Child:
    """The municipalities of the view as a table: name, institutions, evidence, region."""
    w, choice = Words(state.lang), choice_of(state)
    atlas = atlas_of(edition, state)
    rows = []
    for place, tip in zip(atlas.municipalities.values(), tips(atlas, choice, w), strict=True):
        if state.planning_region in ("", place.planning_region):
            kinds = place_kinds(atlas, choice, place.code)
            region = region_name(place.planning_region, w.lang)
            link = html.A(place.name_nom, href=state.address("/", municipality=place.code))
            rows.append(
                (place.name_nom, _row(link, [squares(choice.indicator, kinds)], tip, region))
            )
    head = html.Thead(html.Tr([html.Th(text, scope="col") for text in list_columns(w)]))
    caption = html.Caption(hidden(map_titles(choice.indicator, atlas.boundary_set, w)["list"]))
    body = html.Tbody([row for _, row in sorted(rows, key=lambda one: latvian_key(one[0]))])
    return html.Table([caption, head, body], className="data-table")


def _row(link: html.A, drawn: list[Child], tip: list[str], region: str) -> html.Tr:
    letters, amount, rest, evidence, word = tip
    share = [*(drawn if letters else []), html.Strong(amount), " "]
    mark = html.Span(className=f"mark mark-{evidence}", **attributes({"aria-hidden": "true"}))
    return html.Tr(
        [
            html.Th(link, scope="row"),
            html.Td(
                html.Div([*share, html.Span(rest, className="list-rest")], className="list-share")
            ),
            html.Td(html.Span([mark, html.Span(word)], className="badge")),
            html.Td(region, className="list-region"),
        ]
    )
