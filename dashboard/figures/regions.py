"""Planning regions and Latvia on one axis from 0 to 100 %: dots for what is known, and for an
estimate its bounds, hatched, with the mean as a line. In the given order, never by value.

A row has the height of one unit of the vertical axis, so the figure fits beside a table whose rows
are all alike, whatever their height on the screen is.
"""

from collections.abc import Sequence
from math import sqrt

import plotly.graph_objects as go

from dashboard.figures.classes import UPPER_BREAKS, class_of
from dashboard.figures.colours import CLASS_OUTLINE, INK, WHITE, ground, hatch_line, own_colour
from dashboard.figures.hatching import SMALL
from dashboard.records import KNOWN, AreaValue

APART = 0.25  # of a row's height, between the regions and Latvia
AXIS = 26  # px under the rows
SIDE = 16  # px beside the axis, for half of a dot or of the last tick
BAR = 0.46  # of a row's height
GRID, AXIS_LINE = "#DCDFE1", "#848D96"
SANS = '"Karte Sans", "Segoe UI", system-ui, sans-serif'
CONFIG = {"staticPlot": True, "displayModeBar": False}  # regions.js tells of what is pointed at


Placed = Sequence[tuple[float, AreaValue]]  # values, each with the middle of its row


def region_figure(indicator: str, values: Sequence[AreaValue], ticks: Sequence[str]) -> go.Figure:
    """Return the figure of one indicator: a row a value, Latvia last.

    `ticks` are the words at the breaks of the classes.
    """
    places = list(zip(_centres(len(values)), values, strict=True))
    estimated = [one for one in places if one[1].evidence == "estimated"]
    known = [one for one in places if one[1].evidence in KNOWN]
    means = [_marks(estimated, "line-ns", 17, width, colour) for width, colour in _mean(indicator)]
    dots = _marks(known, "circle", 13, 1.5, WHITE)
    dots.marker.color = own_colour(indicator)
    return go.Figure([_bars(indicator, estimated), *means, dots], _layout(places, ticks))


def _centres(count: int) -> list[float]:
    """The middle of each row, counted from the top in heights of a row; the last stands apart."""
    return [number + 0.5 + (APART if number == count - 1 else 0) for number in range(count)]


def _mean(indicator: str) -> tuple[tuple[float, str], ...]:
    """The line of a mean: its casing, then itself."""
    return (5, WHITE), (2.5, own_colour(indicator))


def _bars(indicator: str, rows: Placed) -> go.Bar:
    # Plotly's tile is sqrt(2) of its `size` wide: so lines meet at whole pixels, as on the maps.
    size = SMALL.tile / sqrt(2)
    numbers = [class_of(value.value or 0) for _, value in rows]
    return go.Bar(
        orientation="h",
        y=[at for at, _ in rows],
        base=[value.lower for _, value in rows],
        x=[(value.upper or 0) - (value.lower or 0) for _, value in rows],
        width=BAR,
        marker={
            "color": own_colour(indicator),  # one for all: a list here would overrule the grounds
            "line": {"width": 1, "color": own_colour(indicator)},
            "pattern": {
                "shape": "/",
                "size": size,
                "solidity": SMALL.line / size,
                "bgcolor": [ground(indicator, one) for one in numbers],
                "fgcolor": [hatch_line(indicator, one) for one in numbers],
            },
        },
    )


def _marks(rows: Placed, symbol: str, size: float, width: float, colour: str) -> go.Scatter:
    return go.Scatter(
        x=[value.value for _, value in rows],
        y=[at for at, _ in rows],
        mode="markers",
        marker={"symbol": symbol, "size": size, "line": {"width": width, "color": colour}},
        cliponaxis=False,
    )


def _layout(places: Placed, ticks: Sequence[str]) -> dict[str, object]:
    fixed = {"fixedrange": True, "zerolinecolor": AXIS_LINE}
    return {
        "xaxis": {
            "range": [0, 1],
            "tickvals": UPPER_BREAKS,
            "ticktext": list(ticks),
            "tickangle": 0,
            "ticklabeloverflow": "allow",
            "tickfont": {"size": 12, "color": CLASS_OUTLINE},
            "gridcolor": GRID,
            **fixed,
        },
        "yaxis": {"range": [len(places) + APART, 0], "visible": False, **fixed},
        "shapes": [_guide(at) for at, value in places if value.value is not None]
        + _reference(places),
        "margin": {"l": SIDE, "r": SIDE, "t": 0, "b": AXIS},
        "font": {"family": SANS, "color": INK},
        "showlegend": False,
        "autosize": True,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "template": {},  # without this Plotly adds seven kilobytes of defaults
    }


def _guide(at: float) -> dict[str, object]:
    """The thin line on which a row's mark stands; where there is no value there is none."""
    return _line((0, 1), (at, at), 1, GRID)


def _reference(places: Placed) -> list[dict[str, object]]:
    """Latvia's share as a line through all rows: only known values are held against it."""
    if any(value.evidence not in KNOWN for _, value in places):
        return []
    at, country = places[-1]
    share = country.value or 0
    return [_line((share, share), (0, at), 1.5, INK)]


def _line(
    x: tuple[float, float], y: tuple[float, float], width: float, colour: str
) -> dict[str, object]:
    (x0, x1), (y0, y1) = x, y
    ends = {"x0": x0, "x1": x1, "y0": y0, "y1": y1}
    return {"type": "line", "layer": "below", "line": {"width": width, "color": colour}, **ends}
