"""The one shape in which municipalities with outlines leave this room."""

from collections.abc import Mapping

import geopandas as gpd
import pandas as pd
from shapely.geometry.base import BaseGeometry

from geodata import coverage
from geodata.reference import NAME_COLUMNS, read_municipalities

COLUMNS = [
    "boundary_set",
    "code",
    *NAME_COLUMNS,
    "type",
    "planning_region",
    "geometry",
    "label_lon",
    "label_lat",
    "area_km2",
    "neighbours",
]


def municipality_frame(
    boundary_set: str, outlines: Mapping[str, BaseGeometry], areas_m2: Mapping[str, float]
) -> gpd.GeoDataFrame:
    """Join outlines (by code, a valid coverage in EPSG:3059) to the names of a boundary set.

    `areas_m2` are those before simplifying. Returns COLUMNS in EPSG:4326, a row per municipality
    sorted by code; `label_lon, label_lat` in degrees, `area_km2` to two decimals, `neighbours` a
    sorted list of codes. Raises ValueError if the outlines' codes are not exactly the set's.
    """
    names = read_municipalities(boundary_set)
    codes = list(names["code"])
    if set(codes) != set(outlines):
        raise ValueError(f"Outlines and municipalities of {boundary_set} are not the same codes.")
    metric = [outlines[code] for code in codes]
    labels = coverage.label_points(metric)
    near = [[codes[i] for i in others] for others in coverage.neighbours(metric)]
    values = names.assign(
        boundary_set=boundary_set,
        label_lon=[lon for lon, _ in labels],
        label_lat=[lat for _, lat in labels],
        area_km2=[round(areas_m2[code] / 1e6, 2) for code in codes],
        neighbours=pd.Series(near, dtype=object),
    )
    frame = gpd.GeoDataFrame(values, geometry=coverage.to_degrees(metric), crs=coverage.DEGREES)
    return frame[COLUMNS]
