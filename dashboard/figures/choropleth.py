"""The live map as a Plotly figure: areas, boundaries, selection, names; patterns come by CSS.

The number and order of traces never changes, so that a clientside Patch can name them by place.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import plotly.graph_objects as go

from dashboard.figures.colours import (
    CLASS_OUTLINE,
    COUNTRY_OUTLINE,
    INK,
    WHITE,
    ZMAX,
    ZMIN,
    colorscale,
)

# The places of the traces; map_state.js and map_keys.js know them by the same numbers.
AREAS, OLD_CASING, OLD_LINE, BOUNDARIES, COUNTRY, CASING, SELECTION, CITIES, SURROUNDINGS = range(9)

COUNTRY_CODE = "LV"  # properties.code of the only feature of the country file
CENTRE = {"lon": 24.6, "lat": 56.89}
LON_RANGE = [20.8, 28.4]
LAT_RANGE = [55.65, 58.11]
SANS = '"Karte Sans", "Segoe UI", system-ui, sans-serif'

CONFIG: Mapping[str, object] = {
    "displayModeBar": False,
    "scrollZoom": True,
    "doubleClick": False,
    # The geo subplot asks for world outlines even though none is drawn: give it an empty file.
    "topojsonURL": "/assets/topo/",
}

# Names are the same in both languages. The first five stay on phones, where CSS hides the rest.
CITY_POINTS: Mapping[str, tuple[float, float]] = {
    "Rīga": (24.105, 56.95),
    "Daugavpils": (26.62, 55.875),
    "Liepāja": (21.02, 56.51),
    "Valmiera": (25.43, 57.54),
    "Ventspils": (21.70, 57.39),
    "Jelgava": (23.72, 56.65),
    "Jēkabpils": (25.87, 56.50),
    "Rēzekne": (27.34, 56.51),
    "Jūrmala": (23.62, 56.96),
}
BESIDE = ("Liepāja",)  # begins at its point: at the coast a phone would cut a centred name


@dataclass(frozen=True, slots=True)
class Outlines:
    """The addresses of the GeoJSON files; every feature carries `properties.code`."""

    areas: str
    country: str | None = None
    old: str | None = None  # the units before the reform, drawn thin under newer boundaries
    old_codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MapView:
    """What the map shows at first; later changes are patched in the browser."""

    indicator: str
    codes: tuple[str, ...]
    drawing_codes: tuple[int, ...]
    selected: str = ""
    surroundings: Mapping[str, tuple[float, float]] = field(default_factory=dict)  # name: point


def choropleth(view: MapView, outlines: Outlines) -> go.Figure:
    """Return the figure of a view; its height and width are the page's."""
    chosen = (view.selected,) if view.selected else ()
    old = outlines.old_codes if outlines.old else ()
    width = boundary_width(new=bool(old))
    return go.Figure(
        data=[
            _areas(view, outlines.areas),
            _lines(outlines.old, old, WHITE, 1.8),
            _lines(outlines.old, old, _half(COUNTRY_OUTLINE), 0.5),
            _lines(outlines.areas, view.codes, INK if old else _soft(CLASS_OUTLINE), width),
            _lines(outlines.country, (COUNTRY_CODE,), COUNTRY_OUTLINE, 1.1),
            _lines(outlines.areas, chosen, WHITE, 6.2),
            _lines(outlines.areas, chosen, INK, 2.8),
            _names(CITY_POINTS, {"size": 13, "color": INK, "weight": 600}, BESIDE),
            _names(view.surroundings, {"size": 13, "color": CLASS_OUTLINE, "style": "italic"}),
        ],
        layout=_layout(),
    )


def boundary_width(*, new: bool) -> float:
    """Return the width of the boundaries: new ones over old ones are heavier."""
    return 1.5 if new else 0.8


def _soft(colour: str) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red}, {green}, {blue}, 0.75)"


def _half(colour: str) -> str:
    return _soft(colour).replace("0.75", "0.5")


def _areas(view: MapView, geojson: str) -> go.Choropleth:
    # hoverinfo "none" keeps the events: map_tip.js draws the label.
    return go.Choropleth(
        geojson=geojson,
        featureidkey="properties.code",
        locations=list(view.codes),
        z=list(view.drawing_codes),
        zmin=ZMIN,
        zmax=ZMAX,
        colorscale=colorscale(view.indicator),
        showscale=False,
        hoverinfo="none",
        marker={"line": {"width": 0, "color": WHITE}},
    )


def _lines(geojson: str | None, codes: Sequence[str], colour: str, width: float) -> go.Choropleth:
    """Return outlines alone: a choropleth without fill, so that the file is fetched only once."""
    shown = list(codes) if geojson else []
    return go.Choropleth(
        geojson=geojson,
        featureidkey="properties.code",
        locations=shown,
        z=[0] * len(shown),
        colorscale=[[0, "rgba(0,0,0,0)"], [1, "rgba(0,0,0,0)"]],
        showscale=False,
        hoverinfo="skip",
        marker={"line": {"width": width, "color": colour}},
    )


def _names(
    points: Mapping[str, tuple[float, float]],
    font: Mapping[str, object],
    beside: Sequence[str] = (),
) -> go.Scattergeo:
    return go.Scattergeo(
        lon=[lon for lon, _ in points.values()],
        lat=[lat for _, lat in points.values()],
        text=list(points),
        mode="text",
        textposition=["middle right" if name in beside else "middle center" for name in points],
        textfont={"family": SANS, **font},
        hoverinfo="skip",
        showlegend=False,
    )


def _layout() -> dict[str, object]:
    # Any of centre, ranges and rotation switches fitbounds off silently, and with the rotation
    # alone Latvia is a few pixels wide: all of them together fit any box.
    return {
        "geo": {
            "projection": {
                "type": "mercator",
                "rotation": {"lon": CENTRE["lon"]},
                "minscale": 1,
                "maxscale": 12,
            },
            "center": dict(CENTRE),
            "lonaxis": {"range": list(LON_RANGE)},
            "lataxis": {"range": list(LAT_RANGE)},
            "fitbounds": False,
            "visible": False,
            "bgcolor": "rgba(0,0,0,0)",
        },
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "dragmode": "pan",
        "hovermode": "closest",
        "clickmode": "event",
        "showlegend": False,
        "uirevision": "map",
        # Without this Plotly adds seven kilobytes of defaults for trace types that are not drawn.
        "template": {},
    }
