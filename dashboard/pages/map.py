"""/ : the map with four indicators, its filters, legend and panel."""

import json
from typing import Any

from dash import dcc, html

from dashboard import ids
from dashboard.atlas import Atlas, atlas_of, read_labels
from dashboard.components.attributes import Child
from dashboard.components.notice import notice
from dashboard.components.panel import panel
from dashboard.components.picture import live_place
from dashboard.components.search import search
from dashboard.components.stage import StageIds, StageView, StageWords, stage
from dashboard.database import Edition
from dashboard.i18n.translate import Words
from dashboard.map_addresses import file_address
from dashboard.map_views import choice_of, view_headline, view_lead
from dashboard.pages.exports import export_menu
from dashboard.pages.map_list import list_columns
from dashboard.pages.map_parts import (
    STAGE_ID,
    empty_notice,
    filter_bar,
    indicator_tabs,
    map_legend,
    map_notices,
    map_titles,
    view_switch,
)
from dashboard.pages.notices import unknown_notices
from dashboard.pages.panel import panel_content
from dashboard.pages.place_history import origin
from dashboard.pages.place_parts import Voice
from dashboard.pages.sharing import copy_button
from dashboard.pages.shell import page
from dashboard.state import ParsedState, ViewState
from dashboard.waves import offered_sets, scope


def layout(edition: Edition, parsed: ParsedState) -> list[Child]:
    """The whole page for one state; later changes happen in the browser."""
    state = parsed.state
    atlas = atlas_of(edition, state)
    w = atlas.words(state.lang)
    sets = offered_sets(edition, state)
    shown = html.Div(
        [
            filter_bar(atlas, state, sets, w),
            _answer(atlas, state, w),
            *unknown_notices(parsed, w),
            html.Div(map_notices(atlas, choice_of(state), state.planning_region, w), id=ids.NOTICE),
            empty_notice(atlas, w),
            _stage(edition, atlas, state, w),
        ],
        id=STAGE_ID,
        role="tabpanel",
        className="map-main",
    )
    left = html.Div([indicator_tabs(atlas, state, w), shown], className="map-main")
    return page(
        edition,
        state,
        "/",
        [left, _panel(edition, atlas, state, w), _sources(edition, atlas, state)],
    )


def _answer(atlas: Atlas, state: ViewState, w: Words) -> html.Div:
    choice, region = choice_of(state), state.planning_region
    how = html.A(w("lead.how"), href=state.plain().address("/methods"))
    head = html.H1(
        view_headline(atlas, choice, region, w.lang), id=ids.HEADLINE, className="headline"
    )
    lead = html.Span(view_lead(atlas, choice, region, w.lang), id=ids.LEAD)
    words = html.Div([head, html.P([lead, " ", how], className="headline-lead")], role="status")
    actions = html.Div([copy_button(w), export_menu(state, w)], className="headline-actions")
    return html.Div([words, actions], className="headline-block")


def _stage(edition: Edition, atlas: Atlas, state: ViewState, w: Words) -> html.Div:
    legend = map_legend(atlas, choice_of(state), state.planning_region, w)
    seen = StageView(view_switch(state, w), as_list=state.view == "list")
    address = live_address(edition, atlas.scope, state.lang)
    drawn = live_place(ids.GRAPH, address, state.municipality)
    return stage(drawn, legend, _stage_words(state, w), StageIds(ids.LIST, ids.LEGEND), seen)


def live_address(edition: Edition, scope: str, lang: str) -> str:
    """The address of the live map's drawing."""
    return file_address(edition, "live", scope, lang, ending="svg")


def _stage_words(state: ViewState, w: Words) -> StageWords:
    return StageWords(
        zoom_in=w("map.zoom_in"),
        zoom_out=w("map.zoom_out"),
        home=w("map.whole_country"),
        north=w("map.pan_north"),
        south=w("map.pan_south"),
        west=w("map.pan_west"),
        east=w("map.pan_east"),
        listed=map_titles(state.indicator, state.boundary_set, w)["list"],
        columns=list_columns(w),
    )


def _panel(edition: Edition, atlas: Atlas, state: ViewState, w: Words) -> html.Aside:
    voice = Voice(atlas, w, read_labels(edition, w.lang))
    made_of = origin(edition, voice, state.municipality) if state.municipality else ""
    body = panel_content(voice, choice_of(state), state.municipality, made_of)
    counts = json.dumps(w.forms("search.matches"))
    find = search(w("search.label"), ids.SEARCH, counts, w("search.none", text="{text}"))
    shown = html.Div(body, id=ids.PANEL)
    return panel(find, shown, w("panel.label"), w("panel.expand"), w("panel.collapse"))


def _updated(w: Words) -> html.Div:
    """What is said when the page is older than the data: its files are no longer served."""
    again = html.A(w("notice.updated.link"), href="")
    return notice(w("notice.updated.title"), "", again, form="strip")


def _failed(atlas: Atlas, w: Words) -> html.Div:
    """What is said when a file of the map cannot be had; the old picture stays."""
    text = w("notice.error.text", version=atlas.wave["revision"])
    retry = html.A(w("action.retry"), href="")
    return notice(w("notice.error.title"), text, retry, form="strip")


def map_sources(edition: Edition, atlas: Atlas, state: ViewState) -> dict[str, Any]:
    """What the browser must know to follow the state: every boundary set's files, and words."""
    w = Words(state.lang)
    sets = [row["boundary_set"] for row in edition.rows("boundary_sets", {"lang": w.lang})]
    return {
        "loading": w("notice.loading"),
        "counts": w.forms("count.municipalities"),
        "defaults": {"boundary_set": atlas.wave["boundary_set"]},
        "sets": {
            one: {
                "values": file_address(edition, "values", place, state.lang),
                "map": live_address(edition, place, state.lang),
                "panel": file_address(edition, "panel", place, state.lang, "{code}"),
            }
            for one, place in ((one, scope(one, state.wave)) for one in sets)
        },
    }


def _sources(edition: Edition, atlas: Atlas, state: ViewState) -> dcc.Store:
    rendered = [state.boundary_set, choice_of(state).key, state.planning_region, state.municipality]
    drawn = [state.boundary_set, choice_of(state).key, state.municipality]
    w = Words(state.lang)
    notices = {
        "rendered": "|".join(rendered),
        "drawn": "|".join(drawn),
        "failed": _failed(atlas, w),
        "updated": _updated(w),
        "carried": notice("", "{text}", form="strip"),
    }
    return dcc.Store(id=ids.SOURCES, data=map_sources(edition, atlas, state) | notices)
