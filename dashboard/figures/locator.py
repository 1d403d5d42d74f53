"""The small map of a profile that shows where a municipality lies: an SVG string, no text in it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, pi, tan

from dashboard.figures.choropleth import LAT_RANGE, LON_RANGE
from dashboard.figures.colours import CLASS_OUTLINE, COUNTRY_OUTLINE, INK, WHITE

REGION_GREY = "#D3D7DA"

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
    """Return the path data of an area, without points closer than `grain` pixels.

    Points are rounded one by one, so neighbours that share an edge go on sharing it.
    """
    parts = (_ring(ring, frame, grain) for ring in rings)
    return "".join(part for part in parts if part)


def _ring(ring: Ring, frame: Frame, grain: float) -> str:
    kept: list[Point] = []
    for point in ring:
        x, y = frame.place(point)
        snapped = (round(x / grain) * grain, round(y / grain) * grain)
        if not kept or snapped != kept[-1]:
            kept.append(snapped)
    # Fewer than three different points (the last repeats the first) enclose nothing.
    if len(kept) < 4:
        return ""
    return "M" + "L".join(f"{x:g},{y:g}" for x, y in kept[:-1]) + "Z"


def locator(
    areas: Mapping[str, Rings],
    own: str,
    region: Iterable[str],
    country: Rings,
    frame: Frame | None = None,
) -> str:
    """Return an SVG of all `areas` by code: the own one ink, its region grey.

    The SVG says nothing by itself; the page gives it an alternative text.
    """
    frame = frame or Frame(300, 190)
    grey = set(region)
    drawn = "".join(
        f'<path d="{path(rings, frame)}" fill="{_fill(code, own, grey)}"/>'
        for code, rings in areas.items()
    )
    outline = (
        f'<path d="{path(country, frame)}" fill="none" stroke="{COUNTRY_OUTLINE}" '
        'stroke-opacity="1" stroke-width="1.1"/>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {frame.width:g} {frame.height:g}" '
        f'width="{frame.width:g}" height="{frame.height:g}" fill-rule="evenodd" '
        f'stroke="{CLASS_OUTLINE}" stroke-opacity="0.5" stroke-width="0.5" '
        f'stroke-linejoin="round">{drawn}{outline}</svg>'
    )


def _fill(code: str, own: str, region: set[str]) -> str:
    if code == own:
        return INK
    return REGION_GREY if code in region else WHITE


def rings_of(geojson: str) -> list[list[Point]]:
    """Return all rings of a GeoJSON polygon or multipolygon, given as text."""
    shape = json.loads(geojson)
    polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
    return [[(x, y) for x, y in ring] for polygon in polygons for ring in polygon]
