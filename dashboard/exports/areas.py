"""The outlines of a boundary set's areas as GeoJSON, wound as RFC 7946 asks."""

import json
from itertools import pairwise
from typing import Any

from dashboard.database import Edition

Area = tuple[str, str]  # boundary set; a municipality's code, a region's name, or "" for Latvia


def area_of(row: dict[str, Any]) -> Area:
    """Which area a row of the indicators speaks of."""
    return row["boundary_set"], row["municipality_code"] or row["planning_region"] or ""


def read_areas(edition: Edition, boundary_sets: list[str]) -> dict[Area, str]:
    """Each area's geometry as a GeoJSON text."""
    found = {}
    for one in boundary_sets:
        for row in edition.rows("geometries", {"boundary_set": one}):
            found[one, row["code"]] = rewound(row["geometry"])
        for row in edition.rows("outlines", {"boundary_set": one}):
            found[one, row["planning_region"]] = rewound(row["geometry"])
    return found


def rewound(geometry: str) -> str:
    """The same polygons, outer rings counterclockwise: the map's own drawing needs the reverse."""
    shape = json.loads(geometry)
    several = shape["type"] == "MultiPolygon"
    polygons = shape["coordinates"] if several else [shape["coordinates"]]
    turned = [
        [_turned(ring, outer=number == 0) for number, ring in enumerate(polygon)]
        for polygon in polygons
    ]
    return json.dumps(
        {"type": shape["type"], "coordinates": turned if several else turned[0]},
        separators=(",", ":"),
    )


def _turned(ring: list[list[float]], *, outer: bool) -> list[list[float]]:
    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
    return ring if (twice > 0) == outer else ring[::-1]
