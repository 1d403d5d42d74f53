"""Places: the boundary sets and crosswalks of geodata as rows of the database."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import geopandas as gpd

from etl.faults import BOUNDARIES, Several
from etl.problems import Problem
from geodata.boundaries import (
    BoundaryError,
    boundary_sets,
    country_outline,
    read_boundary_file,
    read_boundary_set,
    read_crosswalk,
    region_outlines,
)

Rows = list[dict[str, Any]]


def read_places(replacements: Mapping[str, Path]) -> tuple[dict[str, Rows], list[Problem]]:
    """Rows by table: boundary_set, municipality, outline, crosswalk.

    `replacements` maps a boundary set to a file whose outlines take the place of the shipped
    ones. Faults of such a file come back as problems; the set is then left out.
    """
    tables: dict[str, Rows] = {"boundary_set": [], "municipality": [], "outline": []}
    problems: list[Problem] = []
    problems.extend(_unknown_sets(replacements))
    for known in boundary_sets():
        file = replacements.get(known.boundary_set)
        facts = {k: v for k, v in asdict(known).items() if k != "units"}
        tables["boundary_set"].append(facts | _replaced_facts(file))
        try:
            frame = _frame(known.boundary_set, file)
        except BoundaryError as error:
            problems.extend(
                Problem(
                    f.file,
                    int(f.row) if f.row else None,
                    f.column,
                    f.value,
                    f"{BOUNDARIES}{f.fault}",
                    f.facts,
                )
                for f in error.faults
            )
            continue
        tables["municipality"].extend(_with_wkt(frame))
        tables["outline"].extend(_outlines(known.boundary_set, frame))
    crosswalk: Rows = read_crosswalk().to_dict("records")  # type: ignore[assignment]  # likewise
    return tables | {"crosswalk": crosswalk}, problems


def _unknown_sets(replacements: Mapping[str, Path]) -> list[Problem]:
    known = [known.boundary_set for known in boundary_sets()]
    facts = {"known": Several(known)}
    return [
        Problem(file.name, None, "", given, "boundary_set_unknown", facts)
        for given, file in replacements.items()
        if given not in known
    ]


def _frame(boundary_set: str, file: Path | None) -> gpd.GeoDataFrame:
    return read_boundary_file(file, boundary_set) if file else read_boundary_set(boundary_set)


def _replaced_facts(file: Path | None) -> dict[str, str]:
    if file is None:
        return {}
    return {
        "source_lv": f"ielādēts fails {file.name}",
        "source_en": f"loaded file {file.name}",
        "licence": "",
        "accuracy_lv": "nav zināma",
        "accuracy_en": "not known",
    }


def _with_wkt(frame: gpd.GeoDataFrame) -> Rows:
    rows: Rows = frame.to_dict("records")  # type: ignore[assignment]  # columns are texts
    return [row | {"geometry": row["geometry"].wkt} for row in rows]


def _outlines(boundary_set: str, frame: gpd.GeoDataFrame) -> Rows:
    regions = region_outlines(frame)
    named = zip(regions["planning_region"], regions.geometry, strict=True)
    return [
        {"boundary_set": boundary_set, "planning_region": name, "geometry": shape.wkt}
        for name, shape in [*named, ("", country_outline(frame))]
    ]
