"""Check the outlines of a user's boundary file, alone and against one another."""

from collections.abc import Iterator, Mapping, Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.coverage_flaws import Flaw, gaps_wider_than_slivers, overlaps
from geodata.faults import BoundaryFault, Facts, Several

# Wide enough for coastal waters, narrow enough to catch metres taken for degrees and swapped axes.
EXTENT = shapely.box(20.3, 55.4, 28.7, 58.5)


def outline_faults(outlines: Sequence[BaseGeometry | None], file: str) -> dict[int, BoundaryFault]:
    """Return the fault of each outline (EPSG:4326) that is no area in Latvia, by position."""
    found = {}
    for index, outline in enumerate(outlines):
        fault = _no_area_in_latvia(outline)
        if fault is not None:
            value, code = fault
            found[index] = BoundaryFault(file, str(index + 1), "geometry", value, code)
    return found


def _no_area_in_latvia(outline: BaseGeometry | None) -> tuple[str, str] | None:
    """Return (value, fault), or None for an outline as it should be."""
    if outline is None or outline.is_empty:
        return "", "outline_empty"
    if outline.geom_type not in ("Polygon", "MultiPolygon"):
        return outline.geom_type, "outline_not_an_area"
    if not EXTENT.contains(outline.envelope):
        west, south, east, north = (f"{bound:.5g}" for bound in outline.bounds)
        return f"{west} to {east} E, {south} to {north} N", "outline_outside_latvia"
    return None


def fit_faults(
    outlines: Mapping[int, BaseGeometry], codes: Sequence[str], file: str, *, complete: bool
) -> Iterator[BoundaryFault]:
    """Yield overlaps and, where the file is complete, gaps, too wide to be mended.

    `outlines` (EPSG:3059) by position in the file, one for each municipality found. Without a
    municipality the hole that it leaves is no fault of its own.
    """
    positions = list(outlines)
    polygons = list(outlines.values())
    found = overlaps(polygons) + (gaps_wider_than_slivers(polygons) if complete else [])
    for flaw in found:
        members = [positions[member] for member in flaw.members]
        yield _misfit(flaw, members, codes, file)


def _misfit(flaw: Flaw, members: Sequence[int], codes: Sequence[str], file: str) -> BoundaryFault:
    fault = "outlines_overlap" if flaw.kind == "overlap" else "outlines_leave_a_gap"
    if len(members) == 1:
        fault = "outline_with_a_hole"
    facts: Facts = {
        "who": Several(codes[member] for member in members),
        "size": f"{flaw.area_m2 / 10_000:.1f}",
    }
    place = f"{flaw.lat} N, {flaw.lon} E"
    return BoundaryFault(file, str(members[0] + 1), "geometry", place, fault, facts)
