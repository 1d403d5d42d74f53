"""The committed atoms: nesting, precision, bytes, and the crosswalks measured on them."""

import hashlib
import json
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from geodata import coverage
from geodata.accuracy import area_weights
from geodata.atoms import ATOMS_FILE, outlines_of, read_atoms, write_atoms
from geodata.boundaries import read_crosswalk
from geodata.make_boundaries import META_FILE, check

# The crosswalk's shares come from official parish areas, the drawn ones from Natural Earth's
# outline of the old unit: its Aglonas novads is 443 km² in all.
WEIGHT_TOLERANCE = 0.04


def test_atoms_are_one_for_each_row_of_the_crosswalk(atoms: gpd.GeoDataFrame) -> None:
    rows = read_crosswalk()
    rows = rows[(rows["from_set"] == "2009") & (rows["to_set"] == "2021")]
    drawn = list(zip(atoms["code_2009"], atoms["code_2021"], strict=True))
    assert drawn == list(zip(rows["from_code"], rows["to_code"], strict=True))
    assert len(drawn) == 121


def test_atoms_are_whole_metres_and_a_valid_coverage(atoms: gpd.GeoDataFrame) -> None:
    corners = shapely.get_coordinates(list(atoms.geometry))
    assert (corners == np.round(corners)).all()
    assert coverage.is_valid(list(atoms.geometry))
    assert atoms.crs.to_epsg() == 3059


def test_every_set_is_a_valid_coverage_without_gaps_in_metres(
    atoms: gpd.GeoDataFrame, boundary_set: str
) -> None:
    outlines = list(outlines_of(boundary_set, atoms).values())
    assert shapely.is_valid(outlines).all()
    assert shapely.coverage_is_valid(outlines)
    assert coverage.gaps(outlines) == []


def test_the_makers_own_check_refuses_atoms_with_a_gap(atoms: gpd.GeoDataFrame) -> None:
    inland = atoms[atoms["code_2009"] != "LV-REZ"]
    with pytest.raises(ValueError, match="Set 2009 is no valid, gap-free coverage in EPSG:3059"):
        check(inland)


def test_sets_nest_exactly(atoms: gpd.GeoDataFrame) -> None:
    for finer, coarser in (("2009", "2021"), ("2021", "2025")):
        parts = atoms.groupby([f"code_{finer}", f"code_{coarser}"]).groups
        outlines = outlines_of(coarser, atoms)
        for (_, code), rows in parts.items():
            piece = shapely.coverage_union_all(list(atoms.geometry.loc[rows]))
            assert shapely.covers(outlines[code], piece), code


@pytest.mark.parametrize(
    ("from_set", "to_set"), [("2009", "2021"), ("2021", "2025"), ("2009", "2025")]
)
def test_every_crosswalk_row_is_true_on_the_map(
    frames: dict[str, gpd.GeoDataFrame], from_set: str, to_set: str
) -> None:
    old = frames[from_set].to_crs("EPSG:3059").set_index("code").geometry
    new = frames[to_set].to_crs("EPSG:3059").set_index("code").geometry
    rows = read_crosswalk()
    rows = rows[(rows["from_set"] == from_set) & (rows["to_set"] == to_set)]
    for row in rows.itertuples():
        common = shapely.intersection(old[row.from_code], new[row.to_code]).area
        share = common / old[row.from_code].area
        tolerance = WEIGHT_TOLERANCE if row.area_weight < 1 else 1e-4
        assert share == pytest.approx(row.area_weight, abs=tolerance), row


def test_no_old_unit_reaches_into_a_unit_that_the_crosswalk_does_not_name(
    frames: dict[str, gpd.GeoDataFrame],
) -> None:
    old = frames["2009"].to_crs("EPSG:3059")
    new = frames["2021"].to_crs("EPSG:3059")
    rows = read_crosswalk()
    named = set(zip(rows["from_code"], rows["to_code"], strict=True))
    tree = shapely.STRtree(list(new.geometry))
    for code, outline in zip(old["code"], old.geometry, strict=True):
        for index in tree.query(outline):
            if (code, new["code"].iloc[index]) not in named:
                common = shapely.intersection(outline, new.geometry.iloc[index])
                assert common.area < 100, code  # square metres: rounding of degrees


def test_vangazi_is_small_and_most_of_aglona_went_to_kraslava(atoms: gpd.GeoDataFrame) -> None:
    drawn = area_weights(atoms).set_index(["code_2009", "code_2021"])["area_weight"]
    areas = atoms.set_index(["code_2009", "code_2021"])["area_m2"]
    assert areas["LV-037", "LV-080"] / 1e6 == pytest.approx(6.9, abs=0.1)
    assert drawn["LV-001", "LV-047"] == pytest.approx(0.69, abs=0.01)
    assert (drawn.drop(["LV-001", "LV-037"]) == 1).all()


def test_the_file_has_one_feature_a_line_and_comes_back_with_the_same_bytes(
    atoms: gpd.GeoDataFrame, tmp_path: Path
) -> None:
    copy = tmp_path / "atoms.geojson"
    write_atoms(atoms.sample(frac=1, random_state=1), copy)
    assert copy.read_bytes() == ATOMS_FILE.read_bytes()
    assert copy.read_text(encoding="utf-8").count('\n{"type":"Feature"') == len(atoms)
    pd.testing.assert_frame_equal(read_atoms(copy), atoms)


def test_the_file_says_its_system_to_other_programs() -> None:
    assert gpd.read_file(ATOMS_FILE).crs.to_epsg() == 3059


def test_a_vertex_between_whole_metres_is_not_written(
    atoms: gpd.GeoDataFrame, tmp_path: Path
) -> None:
    shifted = atoms.set_geometry(atoms.geometry.translate(0.5, 0))
    with pytest.raises(ValueError, match="Not a whole metre"):
        write_atoms(shifted, tmp_path / "atoms.geojson")


def test_the_record_beside_the_file_is_of_this_file(atoms: gpd.GeoDataFrame) -> None:
    record = json.loads(META_FILE.read_text(encoding="utf-8"))
    assert record["sha256"] == hashlib.sha256(ATOMS_FILE.read_bytes()).hexdigest()
    assert record["atoms"] == len(atoms)
    assert record["vertices"]["atoms"] == shapely.get_num_coordinates(list(atoms.geometry)).sum()


def test_the_page_can_carry_every_set(frame: gpd.GeoDataFrame) -> None:
    bare = json.loads(frame[["code", "geometry"]].to_json())
    assert len(json.dumps(bare, separators=(",", ":"))) < 450_000
