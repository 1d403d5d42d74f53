"""Conflation: cut official municipalities into their former parts along a coarser map's borders.

Everything here is pure geometry in EPSG:3059 (metres); files and downloads are in
`make_boundaries.py`.
"""

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

# Points are set on the part outlines this far apart before the uncovered land is shared out by
# nearest point. Half the simplification tolerance or less: the zigzag of the cells' common
# border is then smaller than what the simplification removes.
CELL_SPACING_M = 50.0

# A piece cut off from the rest of its municipality is a by-product of laying two maps over one
# another unless it is larger than this. All but two of those found are below 0.6 km². The two are
# real: Raunas novads had two parts, and the part of Inčukalna novads that went to Ropažu novads
# (Vangaži) hangs together through the part that did not.
FRAGMENT_M2 = 1_000_000.0

# Closer than this to another part's outline a point decides nothing: the two parts are
# equally near, and keeping it on one side would bend the border by a whole cell.
UNDECIDED_M = CELL_SPACING_M / 4


def split_unit(unit: BaseGeometry, coarse_parts: Sequence[BaseGeometry]) -> list[BaseGeometry]:
    """Cut one official unit into parts shaped like `coarse_parts`, in the same order.

    What a coarse part covers of the unit stays with it; what none covers goes to the nearest
    part. The parts fill the unit exactly and do not overlap. Raises ValueError if a coarse part
    does not touch the unit at all: the crosswalk would be wrong.
    """
    kept = [_polygonal(shapely.intersection(unit, part)) for part in coarse_parts]
    if any(part.is_empty for part in kept):
        raise ValueError("A part lies wholly outside its unit: check the crosswalk.")
    if len(kept) == 1:
        return [unit]
    uncovered = shapely.difference(unit, shapely.union_all(kept))
    cells = nearest_cells(kept, unit)
    grown = [
        _polygonal(shapely.union(part, shapely.intersection(uncovered, cell)))
        for part, cell in zip(kept, cells, strict=True)
    ]
    return _reattach_fragments(grown)


def nearest_cells(parts: Sequence[BaseGeometry], within: BaseGeometry) -> list[BaseGeometry]:
    """Return for each part the region that is nearer to its outline than to any other's.

    Approximated by Voronoi cells of points every CELL_SPACING_M on the outlines. Raises
    ValueError if the cells do not tile the land.
    """
    points, owners = _outline_points(parts)
    diagram = shapely.voronoi_polygons(
        shapely.MultiPoint(points + _jitter(len(points))),
        extend_to=within.envelope.buffer(1000),
        ordered=True,
    )
    cells = shapely.get_parts(diagram)
    if not np.isclose(shapely.area(cells).sum(), diagram.envelope.area, rtol=1e-6):
        raise ValueError("The cells of nearest land overlap or leave gaps.")
    return [shapely.union_all(cells[owners == index]) for index in range(len(parts))]


def _jitter(count: int) -> NDArray[np.float64]:
    """Return shifts (count×2) below half a metre, always the same ones.

    Points at the corners of exact rectangles make GEOS build cells that overlap; out of line by
    a little they do not. Multiples of an irrational number never repeat and need no generator.
    """
    steps = np.arange(count)
    return np.column_stack([steps * np.sqrt(2) % 1, steps * np.sqrt(3) % 1]) - 0.5


def _outline_points(parts: Sequence[BaseGeometry]) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Return points (n×2) on the outlines and the index (n) of the part each one speaks for."""
    outlines = [shapely.segmentize(part.boundary, CELL_SPACING_M) for part in parts]
    points, owners = [], []
    for index, outline in enumerate(outlines):
        own = np.unique(shapely.get_coordinates(outline), axis=0)
        others = shapely.union_all([o for i, o in enumerate(outlines) if i != index])
        shapely.prepare(others)
        own = own[~shapely.dwithin(others, shapely.points(own), UNDECIDED_M)]
        points.append(own)
        owners.append(np.full(len(own), index))
    return np.concatenate(points), np.concatenate(owners)


def _reattach_fragments(parts: Sequence[BaseGeometry]) -> list[BaseGeometry]:
    """Give each small detached piece to the part with which it shares the longest border."""
    mended = list(parts)
    for index, part in enumerate(parts):
        pieces = sorted(shapely.get_parts(part), key=lambda piece: piece.area, reverse=True)
        for piece in pieces[1:]:
            if piece.area >= FRAGMENT_M2:
                continue
            shared = [
                0.0 if i == index else shapely.intersection(piece.boundary, p.boundary).length
                for i, p in enumerate(mended)
            ]
            heir = int(np.argmax(shared))
            if shared[heir] > 0:
                mended[heir] = _polygonal(shapely.union(mended[heir], piece))
                mended[index] = _polygonal(shapely.difference(mended[index], piece))
    return mended


def _polygonal(geometry: BaseGeometry) -> BaseGeometry:
    """Drop the points and lines that an overlay leaves beside its polygons."""
    polygons = [p for p in shapely.get_parts(geometry) if p.geom_type == "Polygon"]
    return shapely.union_all(polygons)
