"""From longitude and latitude to the path data of an SVG, in the live map's own projection."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log, pi, tan

from dashboard.figures.choropleth import LAT_RANGE, LON_RANGE

Point = tuple[float, float]
Ring = Sequence[Point]  # longitude, latitude
Rings = Sequence[Ring]  # outer and inner rings of all parts; holes fall out by even-odd


@dataclass(frozen=True, slots=True)
class Frame:
    """A box in pixels into which Latvia is fitted, in Mercator's projection as on the live map."""

    width: float
    height: float
    margin: float = 6

    def place(self, point: Point) -> Point:
        """Return the pixel of a longitude and latitude."""
        lon, lat = point
        west, east = LON_RANGE
        south, north = (_northing(edge) for edge in LAT_RANGE)
        across, up = (east - west) * pi / 180, north - south
        inner_width, inner_height = self.width - 2 * self.margin, self.height - 2 * self.margin
        scale = min(inner_width / across, inner_height / up)
        left = (self.width - across * scale) / 2
        top = (self.height - up * scale) / 2
        return left + (lon - west) * pi / 180 * scale, top + (north - _northing(lat)) * scale


def _northing(lat: float) -> float:
    return log(tan(pi / 4 + lat * pi / 360))


def path(rings: Rings, frame: Frame, grain: float = 0.5) -> str:
    """Return the path data of an area on a grid of `grain` pixels.

    Points are rounded one by one, so neighbours that share an edge go on sharing it; steps are
    relative, because small numbers are short.
    """
    return "".join(_ring(ring, frame, grain) for ring in rings)


def _ring(ring: Ring, frame: Frame, grain: float) -> str:
    kept: list[tuple[int, int]] = []
    for point in ring:
        x, y = frame.place(point)
        snapped = (round(x / grain), round(y / grain))
        if not kept or snapped != kept[-1]:
            kept.append(snapped)
    # Fewer than three different points (the last repeats the first) enclose nothing.
    if len(kept) < 4:
        return ""
    steps = (
        f"{(x - before_x) * grain:g},{(y - before_y) * grain:g}"
        for (before_x, before_y), (x, y) in pairwise(kept[:-1])
    )
    x, y = kept[0]
    return f"M{x * grain:g},{y * grain:g}l{' '.join(steps)}z"


def rings_of(geojson: str) -> list[list[Point]]:
    """Return all rings of a GeoJSON polygon or multipolygon, given as text."""
    shape = json.loads(geojson)
    polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
    return [[(x, y) for x, y in ring] for polygon in polygons for ring in polygon]
