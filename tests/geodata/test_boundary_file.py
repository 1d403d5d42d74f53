"""A user's boundary file: taken in any format, or refused with every fault at once."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from geodata import boundary_file
from geodata.boundaries import BoundaryError, country_outline, read_boundary_file

Save = Callable[..., Path]


class Told(NamedTuple):
    """What a person reads of a fault in English."""

    file: str
    row: str | None
    column: str
    value: str
    rule: str
    remedy: str


def faults_of(path: Path, boundary_set: str = "2025") -> list[Told]:
    with pytest.raises(BoundaryError) as error:
        read_boundary_file(path, boundary_set)
    return [Told(f.file, f.row, f.column, f.value, f.rule, f.remedy) for f in error.value.faults]


def at(rows: gpd.GeoDataFrame, code: str) -> int:
    """The label of the row of a municipality; the file's row number is one more."""
    return int(rows.index[rows["code"] == code][0])


@pytest.mark.parametrize("name", ["mine.gpkg", "mine.shp", "mine.geojson", "mine.fgb"])
@pytest.mark.parametrize("epsg", [3059, 4326])
def test_our_own_outlines_come_back_from_every_format(
    users_rows: gpd.GeoDataFrame,
    frames: dict[str, gpd.GeoDataFrame],
    save: Save,
    name: str,
    epsg: int,
) -> None:
    read = read_boundary_file(save(users_rows.to_crs(epsg), name), "2025")
    ours = frames["2025"]
    pd.testing.assert_frame_equal(
        pd.DataFrame(read.drop(columns=["geometry", "area_km2"])),
        pd.DataFrame(ours.drop(columns=["geometry", "area_km2"])),
        atol=2e-5,
    )
    # Degrees rounded to a tenth of a metre go back to the same whole metres.
    assert shapely.equals_exact(list(read.geometry), list(ours.geometry), 2e-6).all()
    assert read.crs.to_epsg() == 4326
    assert list(read.columns) == list(ours.columns)


def test_rows_are_matched_by_name_where_there_is_no_code(
    users_rows: gpd.GeoDataFrame, frames: dict[str, gpd.GeoDataFrame], save: Save
) -> None:
    named = users_rows.drop(columns="code")
    named["name"] = named["name"].str.replace("novads", "nov.").str.replace("Rīga", "Rīgas pilsēta")
    read = read_boundary_file(save(named.sample(frac=1, random_state=7)), "2025")
    assert list(read["code"]) == list(frames["2025"]["code"])
    assert shapely.equals_exact(list(read.geometry), list(frames["2025"].geometry), 2e-6).all()


def test_slivers_are_mended_and_said_nothing_of(users_rows: gpd.GeoDataFrame, save: Save) -> None:
    row = at(users_rows, "LV-REZ")
    users_rows.loc[row, "geometry"] = users_rows.geometry[row].buffer(-3, join_style="mitre")
    read = read_boundary_file(save(users_rows), "2025")
    assert shapely.coverage_is_valid(list(read.geometry))
    assert list(country_outline(read).interiors) == []


def test_dense_outlines_are_simplified_and_keep_the_area_they_had(
    users_rows: gpd.GeoDataFrame, save: Save, monkeypatch: pytest.MonkeyPatch
) -> None:
    users_rows["geometry"] = shapely.segmentize(list(users_rows.geometry), 100)
    before = shapely.get_num_coordinates(list(users_rows.geometry)).sum()
    assert before > boundary_file.POINT_BUDGET
    read = read_boundary_file(save(users_rows), "2025")
    assert shapely.get_num_coordinates(list(read.geometry)).sum() < boundary_file.POINT_BUDGET
    assert shapely.coverage_is_valid(list(read.geometry))
    assert np.allclose(read["area_km2"], users_rows.area / 1e6, atol=0.011)


def test_a_file_that_is_no_map_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "mine.gpkg"
    path.write_text("no map at all")
    remedy = "Give a GeoPackage, Shapefile, GeoJSON or FlatGeobuf file with polygons."
    rule = "the file cannot be read as a map."
    assert faults_of(path) == [Told("mine.gpkg", None, "", "", rule, remedy)]
    assert faults_of(tmp_path / "none.shp")[0].file == "none.shp"


def test_a_table_without_outlines_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("code,name\nLV-002,Aizkraukles novads\n")
    (fault,) = faults_of(path)
    assert (fault.row, fault.rule) == (None, "the file has no outlines.")


@pytest.mark.parametrize("name", ["mine.shp", "mine.gpkg", "mine.fgb"])
def test_a_file_without_a_coordinate_system_is_refused(
    users_rows: gpd.GeoDataFrame, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    bare = users_rows.set_crs(None, allow_override=True)
    with pytest.warns(UserWarning, match="crs"):
        bare.to_file(path)
    assert faults_of(path) == [
        Told(
            name, None, "geometry", "", "the file has no coordinate system.",
            "Save it as EPSG:3059 (LKS-92) or EPSG:4326 (WGS 84) with its coordinate system.",
        )
    ]  # fmt: skip


def test_a_file_without_codes_or_names_is_refused(users_rows: gpd.GeoDataFrame, save: Save) -> None:
    nameless = users_rows.drop(columns="code").assign(name="?", number=7)
    (fault,) = faults_of(save(nameless))
    assert fault.rule == "no column holds codes or names of municipalities."
    assert fault.remedy == "Add a column with codes (LV-007) or names (Alūksnes novads)."


def test_an_unknown_code_is_a_fault_of_its_row(users_rows: gpd.GeoDataFrame, save: Save) -> None:
    extra = users_rows.iloc[[0]].assign(code="LV-999", name="?")
    path = save(pd.concat([users_rows, extra], ignore_index=True))
    assert faults_of(path) == [
        Told(
            "mine.gpkg", "43", "code", "LV-999",
            "is no code or name of a municipality of boundary set 2025.",
            "Correct it, or remove the row.",
        )
    ]  # fmt: skip


def test_a_misspelt_name_is_a_fault_with_the_likest_names_as_remedy(
    users_rows: gpd.GeoDataFrame, save: Save
) -> None:
    extra = users_rows.iloc[[0]].assign(name="Aizkrakles novads")
    rows = pd.concat([users_rows, extra], ignore_index=True).drop(columns="code")
    (fault,) = faults_of(save(rows))
    assert (fault.row, fault.column, fault.value) == ("43", "name", "Aizkrakles novads")
    assert fault.remedy.startswith("Did you mean Aizkraukles novads")


def test_a_municipality_of_another_set_is_a_fault(users_rows: gpd.GeoDataFrame, save: Save) -> None:
    extra = users_rows.iloc[[0]].assign(code="LV-102", name="Varakļānu novads")
    path = save(pd.concat([extra, users_rows], ignore_index=True))
    assert faults_of(path) == [
        Told(
            "mine.gpkg", "1", "code", "LV-102",
            "is not a municipality of boundary set 2025, but of 2009 and 2021.",
            "Choose the boundary set that the file shows, or remove the row.",
        )
    ]  # fmt: skip


def test_a_missing_municipality_is_a_fault_and_its_hole_is_none(
    users_rows: gpd.GeoDataFrame, save: Save
) -> None:
    path = save(users_rows[users_rows["code"] != "LV-REZ"])
    assert faults_of(path) == [
        Told(
            "mine.gpkg",
            None,
            "code",
            "LV-REZ Rēzekne",
            "is missing.",
            "Add a row with its outline.",
        )
    ]


def test_a_second_row_for_a_municipality_is_a_fault(
    users_rows: gpd.GeoDataFrame, save: Save
) -> None:
    path = save(pd.concat([users_rows, users_rows.iloc[[1]]], ignore_index=True))
    assert faults_of(path) == [
        Told(
            "mine.gpkg", "43", "code", "LV-007", "LV-007 already stands in row 2.",
            "Join the rows into one multipolygon, or remove one.",
        )
    ]  # fmt: skip


def test_an_empty_outline_is_a_fault(users_rows: gpd.GeoDataFrame, save: Save) -> None:
    users_rows.loc[2, "geometry"] = None
    assert faults_of(save(users_rows)) == [
        Told(
            "mine.gpkg", "3", "geometry", "", "the outline is empty.",
            "Draw it, or remove the row.",
        )
    ]  # fmt: skip


def test_an_outline_that_is_no_area_is_a_fault(users_rows: gpd.GeoDataFrame, save: Save) -> None:
    users_rows.loc[2, "geometry"] = users_rows.geometry[2].centroid
    (fault,) = faults_of(save(users_rows, "mine.geojson"))
    assert (fault.row, fault.value) == ("3", "Point")
    assert (fault.rule, fault.remedy) == ("the outline is not an area.", "Give a polygon.")


def test_an_outline_outside_latvia_is_a_fault(users_rows: gpd.GeoDataFrame, save: Save) -> None:
    row = at(users_rows, "LV-VEN")
    users_rows.loc[row, "geometry"] = shapely.affinity.translate(users_rows.geometry[row], -5e5)
    (fault,) = faults_of(save(users_rows))
    assert (fault.file, fault.row, fault.column) == ("mine.gpkg", str(row + 1), "geometry")
    assert fault.value.startswith("13.")
    assert fault.rule == "the outline lies outside Latvia."
    assert "states the system that its numbers are in" in fault.remedy


def test_metres_that_call_themselves_degrees_are_outside_latvia_row_by_row(
    users_rows: gpd.GeoDataFrame, save: Save
) -> None:
    path = save(users_rows.set_crs(4326, allow_override=True))
    faults = faults_of(path)
    assert [fault.row for fault in faults] == [str(n) for n in range(1, 43)]
    assert {fault.rule for fault in faults} == {"the outline lies outside Latvia."}


def test_an_overlap_is_a_fault_with_both_municipalities_and_the_place(
    users_rows: gpd.GeoDataFrame, save: Save
) -> None:
    row = at(users_rows, "LV-REZ")
    users_rows.loc[row, "geometry"] = users_rows.geometry[row].buffer(100)
    (fault,) = faults_of(save(users_rows))
    assert (fault.row, fault.column) == (str(at(users_rows, "LV-077") + 1), "geometry")
    assert fault.rule.startswith("LV-077 and LV-REZ overlap (")
    assert fault.value.startswith("56.")
    assert fault.remedy == "Make them share one border there."


def test_a_gap_is_a_fault_with_the_municipalities_around_it(
    users_rows: gpd.GeoDataFrame, save: Save
) -> None:
    row = at(users_rows, "LV-REZ")
    users_rows.loc[row, "geometry"] = users_rows.geometry[row].buffer(-100)
    (fault,) = faults_of(save(users_rows))
    assert fault.rule.startswith("LV-077 and LV-REZ leave a gap between them (")
    assert fault.column == "geometry"


def test_a_hole_inside_one_municipality_is_a_fault(
    users_rows: gpd.GeoDataFrame, save: Save
) -> None:
    row = at(users_rows, "LV-002")
    hole = users_rows.geometry[row].representative_point().buffer(500)
    users_rows.loc[row, "geometry"] = users_rows.geometry[row].difference(hole)
    (fault,) = faults_of(save(users_rows))
    assert fault.rule == "LV-002 has a hole (78.4 ha)."
    assert (fault.row, fault.remedy) == ("1", "Fill it.")


def test_all_faults_come_at_once_and_read_as_lines(
    users_rows: gpd.GeoDataFrame, save: Save
) -> None:
    users_rows.loc[0, "code"] = "LV-999"
    users_rows.loc[2, "geometry"] = None
    row = at(users_rows, "LV-REZ")
    users_rows.loc[row, "geometry"] = users_rows.geometry[row].buffer(100)
    with pytest.raises(BoundaryError) as error:
        read_boundary_file(save(users_rows), "2025")
    assert [fault.row for fault in error.value.faults] == ["1", None, "3", "22"]
    lines = str(error.value).splitlines()
    assert lines[0] == (
        "mine.gpkg, row 1, column code: “LV-999”: is no code or name of a municipality of "
        "boundary set 2025. Correct it, or remove the row."
    )
    assert lines[1] == (
        "mine.gpkg, column code: “LV-002 Aizkraukles novads”: is missing. "
        "Add a row with its outline."
    )
    assert lines[2] == (
        "mine.gpkg, row 3, column geometry: the outline is empty. Draw it, or remove the row."
    )


def test_the_first_layer_of_polygons_is_read(users_rows: gpd.GeoDataFrame, tmp_path: Path) -> None:
    path = tmp_path / "mine.gpkg"
    users_rows.assign(geometry=users_rows.centroid).to_file(path, layer="points")
    users_rows.to_file(path, layer="municipalities")
    assert len(read_boundary_file(path, "2025")) == 42


def test_an_unknown_set_is_no_fault_of_the_file(users_rows: gpd.GeoDataFrame, save: Save) -> None:
    with pytest.raises(ValueError, match="“2030” is unknown"):
        read_boundary_file(save(users_rows), "2030")
