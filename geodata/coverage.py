"""Coverages: polygons that fill a country without gap or overlap, edge to edge.

All lengths are metres and all polygons EPSG:3059 (LKS-92) unless a name says degrees
(EPSG:4326, longitude first).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

METRES = "EPSG:3059"
DEGREES = "EPSG:4326"
DECIMALS = 6

# Overlaps and gaps narrower than this are drawing slips and are mended; wider ones are faults.
SLIVER_M = 10.0

# At the page's scales (about 500 m a pixel) nothing is lost, and the 43 fit into 13,000 vertices.
TOLERANCE_M = 200.0


class MisfitError(ValueError):
    """Outlines do not fit together; `places` says where, as "56.9 N, 24.1 E"."""

    def __init__(self, places: Sequence[str]) -> None:
        self.places = tuple(places)
        where = "; ".join(self.places)
        super().__init__(f"the outlines do not fit together in whole metres at {where}.")


_TO_DEGREES = pyproj.Transformer.from_crs(METRES, DEGREES, always_xy=True)


def is_valid(polygons: Sequence[BaseGeometry]) -> bool:
    """Say whether the polygons are valid, match edge to edge, overlap nowhere and leave no hole."""
    return (
        bool(shapely.is_valid(polygons).all())
        and bool(shapely.coverage_is_valid(polygons))
        and not gaps(polygons)
    )


def gaps(polygons: Sequence[BaseGeometry]) -> list[BaseGeometry]:
    """Return the land inside the outer rings that no polygon fills. Any unit of length."""
    union = shapely.union_all(polygons)
    filled = shapely.union_all([shapely.Polygon(p.exterior) for p in shapely.get_parts(union)])
    return [gap for gap in shapely.get_parts(shapely.difference(filled, union)) if gap.area > 0]


def mend(polygons: Sequence[BaseGeometry]) -> list[BaseGeometry]:
    """Close slivers up to SLIVER_M and match all edges; the order stays."""
    fixed = shapely.make_valid(list(polygons), method="structure")
    # The type stubs end at shapely 2.1, which lacks this function.
    return list(shapely.coverage_clean(fixed, gap_width=SLIVER_M))  # type: ignore[attr-defined]


def simplify(
    polygons: Sequence[BaseGeometry], tolerance: float = TOLERANCE_M
) -> list[BaseGeometry]:
    """Simplify a coverage (Visvalingam; about `tolerance` metres) and round it to whole metres.

    Shared borders are simplified once, for both sides. Raises MisfitError as `rounded` does.
    """
    return rounded(list(shapely.coverage_simplify(polygons, tolerance)))


def rounded(polygons: Sequence[BaseGeometry]) -> list[BaseGeometry]:
    """Round every vertex to whole metres, each by itself, so that shared ones stay shared.

    A corner may come to lie across an edge that passes within half a metre; mending and
    rounding again settles that. Raises MisfitError with the places if it does not.
    """
    result = list(shapely.transform(list(polygons), np.round))
    for _ in range(3):
        if not (misfits := misfit_places(result)):
            return result
        result = list(shapely.transform(mend(result), np.round))
    raise MisfitError([f"{lat} N, {lon} E" for lon, lat in misfits])


def misfit_places(polygons: Sequence[BaseGeometry]) -> list[tuple[float, float]]:
    """Return (lon, lat) where edges do not match exactly, in whole metres or in degrees.

    One place for each polygon concerned, the middle of what is wrong there.
    """
    edges = shapely.coverage_invalid_edges(list(polygons))
    turned = shapely.coverage_invalid_edges(to_degrees(polygons))
    return [
        place_in_degrees(polygon.centroid.x, polygon.centroid.y)
        if edge.is_empty
        else place_in_degrees(edge.centroid.x, edge.centroid.y)
        for polygon, edge, other in zip(polygons, edges, turned, strict=True)
        if not (edge.is_empty and other.is_empty and polygon.is_valid)
    ]


def to_degrees(polygons: Sequence[BaseGeometry]) -> list[BaseGeometry]:
    """Transform vertex by vertex to EPSG:4326, rounded to DECIMALS (about 0.1 m).

    A vertex that polygons share stays the same for all. Rings run as d3-geo reads them: outer
    ones clockwise, inner ones counter-clockwise.
    """
    turned = shapely.transform(list(polygons), _degrees)
    return wound(list(turned))


def wound(polygons: Sequence[BaseGeometry]) -> list[BaseGeometry]:
    """Return the polygons in canonical form with clockwise outer rings."""
    return list(shapely.orient_polygons(shapely.normalize(list(polygons)), exterior_cw=True))


def label_points(polygons: Sequence[BaseGeometry]) -> list[tuple[float, float]]:
    """Return for each polygon the (lon, lat) of the centre of its largest inscribed circle.

    That point lies inside, as far from every border as can be: best for a mark or a label.
    """
    radii = shapely.maximum_inscribed_circle(list(polygons), tolerance=10.0)
    centres = np.array([shapely.get_coordinates(radius)[0] for radius in radii])
    return [(float(lon), float(lat)) for lon, lat in _degrees(centres)]


def neighbours(polygons: Sequence[BaseGeometry]) -> list[list[int]]:
    """Return for each polygon the positions of those that share a border with it.

    A border has a length; touching in a point is not enough. The polygons must match edge to
    edge, in any unit of length. Symmetric, sorted.
    """
    owners: dict[tuple[tuple[float, float], ...], list[int]] = defaultdict(list)
    for index, polygon in enumerate(polygons):
        for segment in _segments(polygon):
            owners[segment].append(index)
    found: list[set[int]] = [set() for _ in polygons]
    for members in owners.values():
        for member in members:
            found[member].update(members)
    return [sorted(others - {index}) for index, others in enumerate(found)]


def _segments(polygon: BaseGeometry) -> Iterator[tuple[tuple[float, float], ...]]:
    for part in shapely.get_parts(polygon):
        for ring in (part.exterior, *part.interiors):
            corners = [(x, y) for x, y in shapely.get_coordinates(ring).tolist()]
            yield from (tuple(sorted(pair)) for pair in pairwise(corners))


def place_in_degrees(x: float, y: float) -> tuple[float, float]:
    """Return (lon, lat) of a point in EPSG:3059, to four decimals (about 10 m), for messages."""
    lon, lat = _TO_DEGREES.transform(x, y)
    return round(float(lon), 4), round(float(lat), 4)


def _degrees(metres: NDArray[np.float64]) -> NDArray[np.float64]:
    lon, lat = _TO_DEGREES.transform(metres[:, 0], metres[:, 1])
    return np.round(np.column_stack([lon, lat]), DECIMALS)
