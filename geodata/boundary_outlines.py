"""Check the outlines of a user's boundary file, alone and against one another."""

from collections.abc import Iterator, Mapping, Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.coverage_flaws import Flaw, gaps_wider_than_slivers, overlaps
from geodata.faults import BoundaryFault

# Wide enough for coastal waters, narrow enough to catch metres taken for degrees and swapped axes.
EXTENT = shapely.box(20.3, 55.4, 28.7, 58.5)

USE_CRS = "Save it as EPSG:3059 (LKS-92) or EPSG:4326 (WGS 84) with its coordinate system."


def outline_faults(outlines: Sequence[BaseGeometry | None], file: str) -> dict[int, BoundaryFault]:
    """Return the fault of each outline (EPSG:4326) that is no area in Latvia, by position."""
    found = {}
    for index, outline in enumerate(outlines):
        fault = _no_area_in_latvia(outline)
        if fault is not None:
            value, rule, remedy = fault
            found[index] = BoundaryFault(file, str(index + 1), "geometry", value, rule, remedy)
    return found


def _no_area_in_latvia(outline: BaseGeometry | None) -> tuple[str, str, str] | None:
    """Return (value, rule, remedy), or None for an outline as it should be."""
    if outline is None or outline.is_empty:
        return "", "the outline is empty.", "Draw it, or remove the row."
    if outline.geom_type not in ("Polygon", "MultiPolygon"):
        return outline.geom_type, "the outline is not an area.", "Give a polygon."
    if not EXTENT.contains(outline.envelope):
        west, south, east, north = (f"{bound:.5g}" for bound in outline.bounds)
        return (
            f"{west} to {east} E, {south} to {north} N",
            "the outline lies outside Latvia.",
            f"Check that the file states the system that its numbers are in. {USE_CRS}",
        )
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
    what = "overlap" if flaw.kind == "overlap" else "leave a gap between them"
    who = " and ".join(codes[member] for member in members)
    size = f"{flaw.area_m2 / 10_000:.1f} ha"
    return BoundaryFault(
        file,
        str(members[0] + 1),
        "geometry",
        f"{flaw.lat} N, {flaw.lon} E",
        f"{who} {what} ({size})." if len(members) > 1 else f"{who} has a hole ({size}).",
        "Make them share one border there." if len(members) > 1 else "Fill it.",
    )
