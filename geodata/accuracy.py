"""Measure how far the committed outlines are from their sources. Metres, EPSG:3059."""

from collections.abc import Mapping

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geodata.atoms import dissolve

Outlines = Mapping[str, BaseGeometry]
Points = NDArray[np.object_]
Distances = NDArray[np.float64]

_STEP_M = 100.0


def against_official(shipped: Outlines, official: Outlines) -> dict[str, float | str]:
    """Compare the shipped municipalities of 2021 with the official ones before simplification."""
    change = {code: abs(shipped[code].area / official[code].area - 1) * 100 for code in official}
    worst = max(change, key=lambda code: change[code])
    away = _distances(_points(_lines(official)), _lines(shipped))
    back = _distances(_points(_lines(shipped)), _lines(official))
    return {
        "area_difference_percent_median": _round(np.median(list(change.values())), 4),
        "area_difference_percent_max": _round(change[worst], 4),
        "area_difference_max_code": worst,
        "displacement_m_median": _round(np.median(away), 0),
        "displacement_m_p95": _round(np.quantile(away, 0.95), 0),
        "hausdorff_m": _round(max(away.max(), back.max()), 0),
    }


def coarse_against_official(
    coarse: Outlines, official: Outlines, successor: Mapping[str, str]
) -> dict[str, float]:
    """Compare Natural Earth with the official outlines where both draw the same border.

    Those are the borders between municipalities of 2021, the country's own outline left out.
    What comes out is what to expect of the borders that Natural Earth alone knows. Distances go
    to the nearest line, which flatters a little; the two split municipalities count whole, for
    their seat, which does the opposite.
    """
    merged = dissolve(coarse.values(), [successor[code] for code in coarse])
    points = _points(_lines(official))
    country = shapely.union_all(list(official.values())).boundary
    inner = points[_distances(points, country) > _STEP_M]
    away = _distances(inner, _lines(merged))
    return {
        "displacement_m_median": _round(np.median(away), 0),
        "displacement_m_p95": _round(np.quantile(away, 0.95), 0),
    }


def overlap_with_coarse(shipped: Outlines, coarse: Outlines) -> dict[str, float | str]:
    """Compare the shipped municipalities of 2009 with Natural Earth: shared by joint area."""
    overlap = {
        code: shapely.intersection(shipped[code], coarse[code]).area
        / shapely.union(shipped[code], coarse[code]).area
        for code in coarse
    }
    worst = min(overlap, key=lambda code: overlap[code])
    return {
        "overlap_median": _round(np.median(list(overlap.values())), 3),
        "overlap_p05": _round(np.quantile(list(overlap.values()), 0.05), 3),
        "overlap_min": _round(overlap[worst], 3),
        "overlap_min_code": worst,
    }


def border_km(finer: Outlines, coarser: Outlines) -> dict[str, float]:
    """Return the length of all borders of the finer set and of those that it has alone, in km."""
    every, known = _lines(finer).length / 1000, _lines(coarser).length / 1000
    return {"all": _round(every, 0), "natural_earth": _round(every - known, 0)}


def area_weights(atoms: gpd.GeoDataFrame) -> pd.DataFrame:
    """Return code_2009, code_2021, area_weight: each atom's share of its old unit's area."""
    areas = atoms.area
    totals = areas.groupby(atoms["code_2009"]).transform("sum")
    return atoms[["code_2009", "code_2021"]].assign(area_weight=areas / totals)


def _lines(outlines: Outlines) -> BaseGeometry:
    return shapely.union_all([outline.boundary for outline in outlines.values()])


def _points(lines: BaseGeometry) -> Points:
    return np.asarray(shapely.points(shapely.get_coordinates(shapely.segmentize(lines, _STEP_M))))


def _distances(points: Points, to: BaseGeometry) -> Distances:
    """Return each point's distance to the nearest line; a tree of segments makes it quick."""
    corners = [shapely.get_coordinates(line) for line in shapely.get_parts(to)]
    pairs = np.concatenate([np.stack([line[:-1], line[1:]], axis=1) for line in corners])
    tree = shapely.STRtree(np.asarray(shapely.linestrings(pairs)))
    _, away = tree.query_nearest(points, return_distance=True, all_matches=False)
    return np.asarray(away)


def _round(value: float | np.floating, digits: int) -> float:
    return round(float(value), digits)
