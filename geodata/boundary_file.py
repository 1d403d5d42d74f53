"""Read a user's boundary file: any format, matched by code or name, checked in full."""

from collections.abc import Container
from pathlib import Path

import geopandas as gpd
import pyogrio
import shapely
from pyproj import CRS
from shapely.geometry.base import BaseGeometry

from geodata import coverage
from geodata.boundary_match import Match, match_rows
from geodata.boundary_outlines import fit_faults, outline_faults
from geodata.faults import BoundaryError, BoundaryFault, Several
from geodata.frames import municipality_frame

# Above this many vertices the outlines are simplified like the committed ones: the page carries
# them, and nobody sees more at its scales.
POINT_BUDGET = 20_000


def read_boundary_file(path: str | Path, boundary_set: str) -> gpd.GeoDataFrame:
    """Return the municipalities of one set with the outlines of a file of the user's.

    The file is anything pyogrio reads, in any stated coordinate system; its first layer of
    polygons is taken, one row a municipality, matched by a column of codes or of names. Slivers
    up to coverage.SLIVER_M are mended, dense outlines simplified. The result has the shape of
    `boundaries.read_boundary_set`; area_km2 is measured before simplifying.

    Raises BoundaryError with all faults at once: unreadable file, no coordinate system, unknown
    code or name, municipality of another set, duplicate, missing municipality, empty outline or
    none that is an area, outside Latvia, overlap, gap. Raises ValueError for an unknown set.
    """
    source = Path(path)
    rows = _read(source)
    match = match_rows(rows, source.name, boundary_set)
    faults = list(match.faults)
    if not _known_crs(rows.crs):
        faults.append(BoundaryFault(source.name, None, "geometry", "", "no_coordinate_system"))
        raise BoundaryError(faults)
    bad = outline_faults(list(rows.geometry.to_crs(coverage.DEGREES)), source.name)
    outlines = _usable(rows.geometry.to_crs(coverage.METRES), match, bad)
    complete = not faults and not bad
    faults += bad.values()
    faults += fit_faults(outlines, match.codes, source.name, complete=complete)
    if faults:
        raise BoundaryError(faults)
    return _fitted(list(outlines.values()), match, source.name, boundary_set)


def _read(source: Path) -> gpd.GeoDataFrame:
    try:
        layers = pyogrio.list_layers(source)
        areal = [name for name, kind in layers if kind and "Polygon" in kind]
        rows = gpd.read_file(source, layer=areal[0] if areal else layers[0][0])
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, IndexError) as error:
        raise BoundaryError([BoundaryFault(source.name, None, "", "", "not_a_map")]) from error
    if not isinstance(rows, gpd.GeoDataFrame):
        raise BoundaryError([BoundaryFault(source.name, None, "", "", "no_outlines")])
    return rows


def _known_crs(crs: CRS | None) -> bool:
    """Say whether a system is stated; GeoPackage writes none as one named "Undefined …"."""
    return crs is not None and not crs.name.lower().startswith(("undefined", "unknown"))


def _usable(metric: gpd.GeoSeries, match: Match, bad: Container[int]) -> dict[int, BaseGeometry]:
    """Return by position the valid outline of the first good row of each municipality."""
    found: dict[str, int] = {}
    for index, code in enumerate(match.codes):
        if code and index not in bad:
            found.setdefault(code, index)
    return {
        index: shapely.make_valid(metric.iloc[index], method="structure")
        for index in sorted(found.values())
    }


def _fitted(
    outlines: list[BaseGeometry], match: Match, file: str, boundary_set: str
) -> gpd.GeoDataFrame:
    """Mend, simplify if dense, round; only outlines without faults come here."""
    mended = coverage.mend(outlines)
    areas = dict(zip(match.codes, shapely.area(mended).tolist(), strict=True))
    try:
        light = _light(mended)
    except coverage.MisfitError as error:
        facts = {"places": Several(error.places)}
        fault = BoundaryFault(file, None, "geometry", "", "outlines_do_not_fit", facts)
        raise BoundaryError([fault]) from error
    return municipality_frame(boundary_set, dict(zip(match.codes, light, strict=True)), areas)


def _light(outlines: list[BaseGeometry]) -> list[BaseGeometry]:
    if int(shapely.get_num_coordinates(outlines).sum()) > POINT_BUDGET:
        return coverage.simplify(outlines)
    return coverage.rounded(outlines)
