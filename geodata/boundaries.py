"""The room's front door: boundary sets, municipalities with outlines, crosswalks.

Other rooms import from here and from `faults` and `place_names`, nothing deeper.
"""

import geopandas as gpd
from shapely.geometry.base import BaseGeometry

from geodata.atoms import dissolve, outlines_of, read_atoms
from geodata.boundary_file import read_boundary_file
from geodata.coverage import wound
from geodata.faults import BoundaryError, BoundaryFault
from geodata.frames import municipality_frame
from geodata.reference import BoundarySet, boundary_sets, read_crosswalk, read_municipalities

__all__ = [
    "BoundaryError",
    "BoundaryFault",
    "BoundarySet",
    "boundary_sets",
    "country_outline",
    "read_boundary_file",
    "read_boundary_set",
    "read_crosswalk",
    "read_municipalities",
    "region_outlines",
]


def read_boundary_set(boundary_set: str) -> gpd.GeoDataFrame:
    """Return the municipalities of one set with their committed outlines.

    EPSG:4326, a row per municipality sorted by code; columns boundary_set, code, name_nom,
    name_gen, name_dat, name_acc, name_loc, type, planning_region, geometry, label_lon,
    label_lat, area_km2 (from EPSG:3059, before simplifying), neighbours (sorted list of codes).
    Outer rings run clockwise, inner ones counter-clockwise, as d3-geo reads them. Raises
    ValueError for an unknown set.
    """
    read_municipalities(boundary_set)
    atoms = read_atoms()
    sums = atoms.groupby(f"code_{boundary_set}")["area_m2"].sum()
    areas = {str(code): float(area) for code, area in sums.items()}
    return municipality_frame(boundary_set, outlines_of(boundary_set, atoms), areas)


def region_outlines(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Dissolve a frame of municipalities into its planning regions, sorted by name.

    Columns planning_region, geometry; same CRS, and every edge is an edge of a municipality.
    """
    regions = dissolve(frame.geometry, frame["planning_region"])
    return gpd.GeoDataFrame(
        {"planning_region": list(regions)}, geometry=wound(list(regions.values())), crs=frame.crs
    )


def country_outline(frame: gpd.GeoDataFrame) -> BaseGeometry:
    """Dissolve a frame of municipalities into Latvia; every edge is an edge of a municipality."""
    country = dissolve(frame.geometry, ["Latvia"] * len(frame))
    return wound(list(country.values()))[0]
