"""The atoms: the pieces of Latvia from which every boundary set is put together.

An atom is what one municipality of 2009 and one of 2021 have in common. Every municipality of
every set is a union of atoms, so the sets nest in one another by construction.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.coverage import METRES, wound
from geodata.reference import FOLDER, successors

ATOMS_FILE = FOLDER / "atoms.geojson"
KEY = ["code_2009", "code_2021"]


def read_atoms(path: Path = ATOMS_FILE) -> gpd.GeoDataFrame:
    """Return the atoms: code_2009, code_2021, code_2025, area_m2, geometry, sorted by code.

    Geometry is EPSG:3059, whole metres, simplified. `area_m2` is the area before that: the small
    towns would otherwise be wrong by up to a percent.
    """
    with path.open(encoding="utf-8") as file:
        features = json.load(file)["features"]
    keys = pd.DataFrame([feature["properties"] for feature in features])[[*KEY, "area_m2"]]
    outlines = shapely.from_geojson([json.dumps(feature["geometry"]) for feature in features])
    keys["code_2025"] = keys["code_2021"].map(successors("2021", "2025"))
    return gpd.GeoDataFrame(keys, geometry=list(outlines), crs=METRES)


def write_atoms(atoms: gpd.GeoDataFrame, path: Path = ATOMS_FILE) -> None:
    """Write the atoms as GeoJSON, one feature a line, sorted by key; same atoms, same bytes.

    Coordinates are whole metres of EPSG:3059, named by the "crs" member that GDAL and QGIS read.
    """
    ordered = atoms.sort_values(KEY)
    properties = ordered[[*KEY, "area_m2"]].to_dict("records")
    outlines = wound(list(ordered.geometry))
    lines = [_feature(*both) for both in zip(properties, outlines, strict=True)]
    head = (
        '{"type":"FeatureCollection","name":"atoms",'
        '"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3059"}},"features":[\n'
    )
    path.write_text(head + ",\n".join(lines) + "\n]}\n", encoding="utf-8", newline="\n")


def outlines_of(boundary_set: str, atoms: gpd.GeoDataFrame) -> Mapping[str, BaseGeometry]:
    """Return the outline of each municipality of one set, by code, in EPSG:3059."""
    return dissolve(atoms.geometry, atoms[f"code_{boundary_set}"])


def dissolve(polygons: Iterable[BaseGeometry], groups: Iterable[str]) -> Mapping[str, BaseGeometry]:
    """Union the polygons of a coverage by group, keeping every vertex; sorted by group.

    Works in any unit: borders inside a group vanish because they match exactly, and all other
    edges stay as they are, so the result matches its own neighbours and its parts.
    """
    members: dict[str, list[BaseGeometry]] = {}
    for polygon, group in zip(polygons, groups, strict=True):
        members.setdefault(group, []).append(polygon)
    return {group: shapely.coverage_union_all(members[group]) for group in sorted(members)}


def _feature(properties: Mapping[Any, Any], polygon: BaseGeometry) -> str:
    geometry = json.loads(shapely.to_geojson(polygon))
    geometry["coordinates"] = _whole(geometry["coordinates"])
    feature = {"type": "Feature", "properties": properties, "geometry": geometry}
    return json.dumps(feature, ensure_ascii=False, separators=(",", ":"))


def _whole(coordinates: object) -> object:
    """Turn nested lists of rounded floats into whole numbers."""
    if isinstance(coordinates, list):
        return [_whole(item) for item in coordinates]
    if not isinstance(coordinates, float | int) or coordinates != int(coordinates):
        raise ValueError(f"Not a whole metre: {coordinates!r}.")
    return int(coordinates)
