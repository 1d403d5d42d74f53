"""Where polygons that should fill a country overlap or leave gaps.

Polygons are EPSG:3059 (metres); places are reported in degrees, as people look them up.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.coverage import SLIVER_M, gaps, place_in_degrees


@dataclass(frozen=True)
class Flaw:
    """One place where polygons do not fit together.

    `members` are the positions of the polygons concerned, `lon` and `lat` a point in it in
    degrees, `area_m2` its size.
    """

    kind: Literal["overlap", "gap"]
    members: tuple[int, ...]
    lon: float
    lat: float
    area_m2: float


def overlaps(polygons: Sequence[BaseGeometry]) -> list[Flaw]:
    """Return the overlaps wider than SLIVER_M, by position. The polygons must be valid."""
    return list(_overlaps(polygons))


def gaps_wider_than_slivers(polygons: Sequence[BaseGeometry]) -> list[Flaw]:
    """Return the holes that no polygon fills and that are wider than SLIVER_M."""
    return list(_wide_gaps(polygons))


def _overlaps(polygons: Sequence[BaseGeometry]) -> Iterator[Flaw]:
    """Compare only polygons whose edges do not match: the others cannot overlap."""
    edges = shapely.coverage_invalid_edges(list(polygons))
    suspects = [index for index, edge in enumerate(edges) if not edge.is_empty]
    tree = shapely.STRtree([polygons[index] for index in suspects])
    for position, first in enumerate(suspects):
        for other in sorted(tree.query(polygons[first], predicate="intersects")):
            if other > position:
                common = shapely.intersection(polygons[first], polygons[suspects[other]])
                yield from _if_wide("overlap", (first, suspects[other]), common)


def _wide_gaps(polygons: Sequence[BaseGeometry]) -> Iterator[Flaw]:
    tree = shapely.STRtree(list(polygons))
    for gap in gaps(polygons):
        around = tuple(int(i) for i in sorted(tree.query(gap, predicate="intersects")))
        yield from _if_wide("gap", around, gap)


def _if_wide(
    kind: Literal["overlap", "gap"], members: tuple[int, ...], place: BaseGeometry
) -> Iterator[Flaw]:
    """Yield one flaw at the widest spot, if that is wider than a sliver."""
    polygons = [part for part in shapely.get_parts(place) if isinstance(part, shapely.Polygon)]
    if not polygons:
        return
    radius = shapely.maximum_inscribed_circle(shapely.MultiPolygon(polygons), tolerance=1.0)
    if 2 * radius.length > SLIVER_M:
        lon, lat = place_in_degrees(*radius.coords[0])
        yield Flaw(kind, members, lon, lat, round(place.area))
