"""The ordinary way: the same map as most Dash apps draw one. The yardstick, written with care.

`px.choropleth` with the GeoJSON in the figure, full plotly.js, and a callback on the server that
returns the whole figure. What can be kind to it is: its rows are in memory before anybody asks, the
outlines are the product's simplified ones, everything it sends is packed with brotli 11, and it
asks no foreign host for a world map that it does not draw.
"""

import json
import urllib.request
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.express as px
import plotly.graph_objects as go
from dash import Dash, Input, Output, dcc, html
from flask import Flask

from benchmarks.brotli_11 import serve_packed
from dashboard.atlas import read_atlas
from dashboard.database import Database, Edition
from dashboard.figures.classes import CODE_COUNT
from dashboard.figures.colours import paints
from dashboard.map_views import MapChoice, drawing_codes, values_of
from dashboard.settings import read_settings
from dashboard.state import INDICATORS

BOUNDARY_SETS = ("2009", "2021", "2025")
CALLBACK = "/_dash-update-component"
NO_WORLD = Path(__file__).parent / "no_world"
CLASSES = ("0 %", "≤ 20 %", "≤ 40 %", "≤ 60 %", "≤ 80 %", "≤ 100 %")


class Data:
    """Rows and outlines, read once."""

    def __init__(self, edition: Edition):
        self.edition = edition
        self.frame = cache(self._frame)
        self.outlines = cache(self._outlines)

    def _frame(self, indicator: str, boundary_set: str) -> pd.DataFrame:
        atlas = read_atlas(self.edition, boundary_set)
        values = values_of(atlas, MapChoice(indicator, "all", estimates=True))
        return pd.DataFrame(
            {
                "code": [value.code for value in values],
                "name": [atlas.municipalities[value.code].name_nom for value in values],
                "class": drawing_codes(values),
                "evidence": [value.evidence for value in values],
                "share": [value.value for value in values],
                "institutions": [value.denominator for value in values],
            }
        )

    def _outlines(self, boundary_set: str) -> dict[str, Any]:
        rows = self.edition.rows("geometries", {"boundary_set": boundary_set})
        features = [
            {
                "type": "Feature",
                "properties": {"code": row["code"]},
                "geometry": json.loads(row["geometry"]),
            }
            for row in rows
        ]
        return {"type": "FeatureCollection", "features": features}


def figure(data: Data, indicator: str, boundary_set: str) -> go.Figure:
    """Return the whole figure of a view."""
    drawn = px.choropleth(
        data.frame(indicator, boundary_set),
        geojson=data.outlines(boundary_set),
        featureidkey="properties.code",
        locations="code",
        color="class",
        color_continuous_scale=_colours(indicator),
        range_color=(-0.5, CODE_COUNT - 0.5),
        hover_name="name",
        hover_data=["evidence", "share", "institutions"],
        projection="mercator",
    )
    drawn.update_geos(fitbounds="locations", visible=False)
    drawn.update_layout(margin={"l": 0, "r": 0, "t": 0, "b": 0}, height=620)
    drawn.update_coloraxes(
        colorbar={"title": "", "tickvals": list(range(len(CLASSES))), "ticktext": CLASSES}
    )
    return drawn


def _colours(indicator: str) -> list[tuple[float, str]]:
    """Return one step of the scale for each row of the palette table, as the product paints it."""
    steps = []
    for paint in paints(indicator):
        colour = "rgba(0,0,0,0)" if paint.ground == "transparent" else paint.ground
        steps += [(paint.code / CODE_COUNT, colour), ((paint.code + 1) / CODE_COUNT, colour)]
    return steps


def create_server() -> Flask:
    """Return the server of the app."""
    data = Data(Database(read_settings().database).edition())
    app = Dash(__name__, assets_folder=str(NO_WORLD))
    server: Flask = app.server
    app.layout = html.Div(
        [
            html.H1("Capacity to respond to human trafficking"),
            dcc.RadioItems(list(INDICATORS), "training_coverage", id="indicator", inline=True),
            dcc.RadioItems(list(BOUNDARY_SETS), "2009", id="boundary_set", inline=True),
            dcc.Graph(id="map", config={"topojsonURL": "/assets/"}),
        ]
    )

    @app.callback(
        Output("map", "figure"), Input("indicator", "value"), Input("boundary_set", "value")
    )
    def show(indicator: str, boundary_set: str) -> go.Figure:
        return figure(data, indicator, boundary_set)

    for view in product(INDICATORS, BOUNDARY_SETS):
        figure(data, *view)  # nothing is left to be read when somebody comes
    serve_packed(server)
    server.test_client().get("/")  # before its first index a worker would refuse Dash's scripts
    return server


def question(indicator: str, boundary_set: str) -> dict[str, Any]:
    """Return what the browser sends when an indicator was chosen."""
    chosen = {"indicator": indicator, "boundary_set": boundary_set}
    return {
        "output": "map.figure",
        "outputs": {"id": "map", "property": "figure"},
        "inputs": [{"id": key, "property": "value", "value": one} for key, one in chosen.items()],
        "changedPropIds": ["indicator.value"],
    }


def pack_figures(address: str) -> None:
    """Have every figure packed before anything is measured."""
    for view in product(INDICATORS, BOUNDARY_SETS):
        body = json.dumps(question(*view)).encode()
        headers = {"Accept-Encoding": "br", "Content-Type": "application/json"}
        request = urllib.request.Request(address + CALLBACK, body, headers)  # noqa: S310 - http
        with urllib.request.urlopen(request) as answer:  # noqa: S310
            answer.read()
