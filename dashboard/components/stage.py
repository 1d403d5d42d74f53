"""The stage of the map: the live map, its zoom buttons, the legend in the free south-west."""

import json
from dataclasses import dataclass

from dash import html

from dashboard.components.attributes import Child, attributes, classes, icon


@dataclass(frozen=True, slots=True)
class StageWords:
    """The words of the stage."""

    zoom_in: str
    zoom_out: str
    home: str
    north: str
    south: str
    west: str
    east: str
    listed: str  # names the list that stands for the map
    columns: tuple[str, str, str, str]  # its columns: place, institutions, evidence, region


@dataclass(frozen=True, slots=True)
class StageView:
    """How the stage is seen: as a map or a list, and the segment that switches the two."""

    switch: Child
    as_list: bool = False


@dataclass(frozen=True, slots=True)
class StageIds:
    """The ids of the places that are filled in the browser."""

    list: str
    legend: str


def stage(
    graph: Child,
    legend: Child,
    words: StageWords,
    ids: StageIds,
    view: StageView,
) -> html.Div:
    """Return the stage: map and list, what controls them, and the legend of both."""
    return html.Div(
        [
            html.Div(graph, className="map-box"),
            html.Div(view.switch, className="stage-view"),
            _list(words, ids.list),
            html.Div(legend, id=ids.legend, className="legend-box"),
            _zoom(words),
            _pan(words),
            html.Div(className="map-tip", role="tooltip", hidden=True),
        ],
        className=classes("stage", "is-list" if view.as_list else None),
    )


def _list(words: StageWords, place: str) -> html.Div:
    """Return the place of the list; map_list.js writes the table from the map's own values."""
    return html.Div(
        id=place,
        className="map-list",
        role="region",
        tabIndex="0",
        **attributes({"aria-label": words.listed, "data-columns": json.dumps(words.columns)}),
    )


def _zoom(words: StageWords) -> html.Div:
    buttons = (("in", "plus", words.zoom_in), ("out", "minus", words.zoom_out))
    return html.Div(
        [_button(*one) for one in (*buttons, ("home", "home", words.home))], className="zoom"
    )


def _pan(words: StageWords) -> html.Div:
    """Return the four pan arrows; map_view.js shows them once the map is zoomed."""
    ways = (
        ("north", words.north),
        ("west", words.west),
        ("east", words.east),
        ("south", words.south),
    )
    return html.Div(
        [_button(way, f"arrow-{way}", text) for way, text in ways], className="pan", hidden=True
    )


def _button(move: str, sign: str, text: str) -> html.Button:
    return html.Button(
        icon(sign),
        type="button",
        title=text,
        className=f"icon-button move-{move}",
        **attributes({"aria-label": text, "data-map-move": move}),
    )
