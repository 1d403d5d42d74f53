"""Wires the live map: one clientside callback that answers every change of the URL.

The functions themselves are in assets/map_state.js; nothing here asks the server.
"""

from dataclasses import dataclass

from dash import ClientsideFunction, Dash, Input, Output


@dataclass(frozen=True, slots=True)
class LiveMapIds:
    """The ids of the map page's parts."""

    location: str  # dcc.Location
    sources: str  # dcc.Store: {"rendered": …, "sets": {…}}, see assets/map_state.js
    headline: str
    lead: str
    notice: str
    legend: str


def register(app: Dash, ids: LiveMapIds) -> None:
    """Let the words around the map follow the URL; the map itself is drawn beside them."""
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("map", "show"),
        Output(ids.headline, "children"),
        Output(ids.lead, "children"),
        Output(ids.notice, "children"),
        Output(ids.legend, "children"),
        Input(ids.location, "search"),
        Input(ids.sources, "data"),
    )
