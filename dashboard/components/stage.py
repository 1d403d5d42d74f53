"""The stage of the map: the graph, its zoom buttons, the legend in the free south-west."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go
from dash import dcc, html

from dashboard.components.attributes import Child, attributes, icon
from dashboard.figures.choropleth import CONFIG


@dataclass(frozen=True, slots=True)
class StageWords:
    """The words of the stage."""

    map: str  # names the map for screen readers, with how to move in it
    zoom_in: str
    zoom_out: str
    home: str
    north: str
    south: str
    west: str
    east: str


@dataclass(frozen=True, slots=True)
class StageIds:
    """The ids that callbacks write to."""

    graph: str
    legend: str


def stage(
    figure: go.Figure,
    legend: Child,
    words: StageWords,
    ids: StageIds,
    config: Mapping[str, object] | None = None,
) -> html.Div:
    """Return the stage; `config` overrides Plotly's settings, e.g. topojsonURL under a prefix."""
    settings: Any = {**CONFIG, **(config or {})}
    graph = dcc.Graph(
        id=ids.graph,
        figure=figure,
        config=settings,
        className="map-graph",
        responsive=True,
    )
    return html.Div(
        [
            html.Div(graph, className="map-box", **attributes({"data-map-label": words.map})),
            html.Div(legend, id=ids.legend, className="legend-box"),
            _zoom(words),
            _pan(words),
            html.Div(className="map-tip", role="tooltip", hidden=True),
            html.P(className="sr-only", role="status", **attributes({"data-map-say": ""})),
        ],
        className="stage",
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
