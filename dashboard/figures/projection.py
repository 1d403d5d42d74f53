"""From longitude and latitude to the path data of an SVG, in Mercator's projection."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log, pi, tan

LON_RANGE = (20.8, 28.4)
LAT_RANGE = (55.65, 58.11)

Point = tuple[float, float]
Ring = Sequence[Point]  # longitude, latitude
Rings = Sequence[Ring]  # outer and inner rings of all parts; holes fall out by even-odd


@dataclass(frozen=True, slots=True)
class Frame:
    """A box in pixels into which Latvia is fitted, in Mercator's projection."""

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


def inner_lines(parts: Iterable[Rings], whole: Iterable[Rings], frame: Frame) -> str:
    """Return the path data of the edges of `parts` that are no edge of `whole`, each once.

    Both are on a grid of one pixel. This is what a merger wiped off the map.
    """
    outer = {edge for rings in whole for edge in _edges(rings, frame)}
    inner = {edge for rings in parts for edge in _edges(rings, frame)} - outer
    return "".join(_line(chain, 1) for chain in _chains(inner))


Snapped = tuple[int, int]
Edge = tuple[Snapped, Snapped]  # the smaller point first


def _edges(rings: Rings, frame: Frame) -> Iterable[Edge]:
    for ring in rings:
        for one, other in pairwise(_snapped(ring, frame, 1)):
            yield (one, other) if one < other else (other, one)


def _chains(edges: set[Edge]) -> Iterable[list[Snapped]]:
    """Yield lines as long as they go; the order is the same every time."""
    beside: dict[Snapped, list[Snapped]] = {}
    for one, other in sorted(edges):
        beside.setdefault(one, []).append(other)
        beside.setdefault(other, []).append(one)
    # From the ends first, so that no line begins in its own middle; what is left then is rings.
    for start in sorted(beside, key=lambda point: (len(beside[point]) == 2, point)):
        while beside[start]:
            chain = [start]
            while beside[chain[-1]]:
                here, there = chain[-1], beside[chain[-1]].pop()
                beside[there].remove(here)
                chain.append(there)
            yield chain


def _ring(ring: Ring, frame: Frame, grain: float) -> str:
    kept = _snapped(ring, frame, grain)
    # Fewer than three different points (the last repeats the first) enclose nothing.
    return f"{_line(kept[:-1], grain)}z" if len(kept) >= 4 else ""


def _snapped(ring: Ring, frame: Frame, grain: float) -> list[Snapped]:
    kept: list[Snapped] = []
    for point in ring:
        x, y = frame.place(point)
        snapped = (round(x / grain), round(y / grain))
        if not kept or snapped != kept[-1]:
            kept.append(snapped)
    return kept


def _line(points: Sequence[Snapped], grain: float) -> str:
    steps = (
        f"{(x - before_x) * grain:g},{(y - before_y) * grain:g}"
        for (before_x, before_y), (x, y) in pairwise(points)
    )
    x, y = points[0]
    return f"M{x * grain:g},{y * grain:g}l{' '.join(steps)}"


def rings_of(geojson: str) -> list[list[Point]]:
    """Return all rings of a GeoJSON polygon or multipolygon, given as text."""
    shape = json.loads(geojson)
    polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
    return [[(x, y) for x, y in ring] for polygon in polygons for ring in polygon]
