"""Each format is opened by a program that did not write it, and has the rows of the CSV."""

import json
from pathlib import Path

import duckdb
import geopandas as gpd
import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
import shapely
from flask.testing import FlaskClient

from dashboard.exports.columns import columns_of
from dashboard.exports.extract import LIST, TABLES
from tests.dashboard.exports.saved import Value, save, typed_rows

ALL = (*TABLES, LIST)
ASKED = "boundary_set=2021&planning_region=Zemgales"
WHOLE_COUNTRY = "indicator=training_coverage&institution_type=all&boundary_set=2025"
ARROW = {"string": "string", "integer": "int64", "number": "double"}


def asked(table: str) -> str:
    """A query for a part of a table; printed figures have no place."""
    return "question=training" if table == "published_totals" else ASKED


def same(found: list[dict[str, Value]], expected: list[dict[str, Value]]) -> bool:
    """Equal, but for the seventeenth digit, which a workbook does not keep."""
    return found == [
        {name: near(value) if isinstance(value, float) else value for name, value in row.items()}
        for row in expected
    ]


def near(value: float) -> object:
    return pytest.approx(value, rel=1e-15)


def plain(frame: pd.DataFrame) -> list[dict[str, Value]]:
    """A frame's rows with Python's own values, None where there is none."""
    return [
        {str(name): None if pd.isna(value) else value for name, value in row.items()}
        for row in frame.astype(object).to_dict("records")
    ]


@pytest.mark.parametrize("table", ALL)
@pytest.mark.parametrize("lang", ["lv", "en"])
def test_a_workbook_has_the_rows_of_the_csv_with_their_types(
    study_client: FlaskClient, tmp_path: Path, table: str, lang: str
) -> None:
    query = f"{asked(table)}&lang={lang}"
    book = openpyxl.load_workbook(save(study_client, f"/export/{table}.xlsx?{query}", tmp_path))
    data, method, columns = book.worksheets
    header, *cells = data.iter_rows(values_only=True)
    found = [dict(zip(header, row, strict=True)) for row in cells]
    assert same(found, typed_rows(study_client, f"/export/{table}.csv?{query}", table))
    assert data.freeze_panes == "A2"
    assert {cell.data_type for sheet in book for row in sheet for cell in row} <= {"s", "n"}
    said = dict(method.iter_rows(values_only=True))
    assert f"/export/{table}.xlsx?" in " ".join(said.values())
    assert any(book.properties.description in text for text in said.values())
    names = [row[0] for row in columns.iter_rows(min_row=2, values_only=True)]
    assert names == [column.name for column in columns_of(table)]


@pytest.mark.parametrize("table", ALL)
def test_pandas_reads_the_same_from_a_workbook_a_parquet_file_and_a_csv(
    study_client: FlaskClient, tmp_path: Path, table: str
) -> None:
    expected = typed_rows(study_client, f"/export/{table}.csv?{asked(table)}", table)
    saved = {
        ending: save(study_client, f"/export/{table}.{ending}?{asked(table)}", tmp_path)
        for ending in ("csv", "xlsx", "parquet")
    }
    texts = {column.name: str for column in columns_of(table) if column.type == "string"}
    none = {"keep_default_na": False, "na_values": [""]}  # «none» is an answer
    assert plain(pd.read_csv(saved["csv"], dtype=texts, **none)) == expected
    assert same(
        plain(pd.read_excel(saved["xlsx"], engine="openpyxl", dtype=texts, **none)), expected
    )
    assert plain(pd.read_parquet(saved["parquet"])) == expected


@pytest.mark.parametrize("table", ALL)
def test_a_parquet_file_has_types_and_says_what_it_is(
    study_client: FlaskClient, tmp_path: Path, table: str
) -> None:
    path = save(study_client, f"/export/{table}.parquet?{asked(table)}&lang=en", tmp_path)
    schema = pq.read_schema(path)
    assert {name: str(schema.field(name).type) for name in schema.names} == {
        column.name: ARROW[column.type] for column in columns_of(table)
    }
    facts = {key.decode(): value.decode() for key, value in schema.metadata.items()}
    assert facts["citation"].startswith("Ombudsman of the Republic of Latvia.")
    assert facts["citation"].endswith(facts["link"])
    assert facts["link"].startswith(f"/export/{table}.parquet?")
    assert facts["data_version"] == "2016-1"
    with duckdb.connect() as connection:
        (count,) = connection.read_parquet(str(path)).count("*").fetchall()[0]
    assert count == len(typed_rows(study_client, f"/export/{table}.csv?{asked(table)}", table))


@pytest.mark.parametrize("ending", ["geojson", "geo.parquet"])
@pytest.mark.parametrize("query", [ASKED, WHOLE_COUNTRY, "evidence=suppressed"])
def test_geopandas_reads_a_feature_for_each_row_of_the_csv(
    study_client: FlaskClient, tmp_path: Path, ending: str, query: str
) -> None:
    path = save(study_client, f"/export/indicators.{ending}?{query}", tmp_path)
    frame = gpd.read_file(path) if ending == "geojson" else gpd.read_parquet(path)
    expected = typed_rows(study_client, f"/export/indicators.csv?{query}", "indicators")
    assert len(frame) == len(expected)
    if not expected:
        return
    assert plain(pd.DataFrame(frame.drop(columns="geometry"))) == expected
    assert frame.crs == "EPSG:4326" if ending == "geojson" else frame.crs == "OGC:CRS84"
    assert frame.geometry.is_valid.all()
    assert frame.geom_type.isin(["Polygon", "MultiPolygon"]).all()


def test_regions_and_latvia_carry_the_outline_of_their_municipalities(
    study_client: FlaskClient, tmp_path: Path
) -> None:
    path = save(study_client, f"/export/indicators.geojson?{WHOLE_COUNTRY}", tmp_path)
    frame = gpd.read_file(path).to_crs("EPSG:3059")
    places = frame[frame["municipality_code"].notna()]
    areas = frame[frame["municipality_code"].isna()]
    assert (len(places), len(areas)) == (42, 6)
    for _, area in areas.iterrows():
        region = area["planning_region"]
        parts = places if pd.isna(region) else places[places["planning_region"] == region]
        assert shapely.symmetric_difference(parts.union_all(), area.geometry).area < 1  # m²


def test_the_outer_rings_of_geojson_run_counterclockwise(study_client: FlaskClient) -> None:
    answer = study_client.get(f"/export/indicators.geojson?{WHOLE_COUNTRY}")
    assert answer.mimetype == "application/geo+json"
    for feature in json.loads(answer.text)["features"]:
        for polygon in shapely.get_parts(shapely.geometry.shape(feature["geometry"])):
            assert polygon.exterior.is_ccw
            assert not any(hole.is_ccw for hole in polygon.interiors)


def test_geojson_says_what_it_is(study_client: FlaskClient) -> None:
    said = json.loads(study_client.get(f"/export/indicators.geojson?{ASKED}&lang=en").text)
    assert said["type"] == "FeatureCollection"
    assert (
        said["link"] == f"/export/indicators.geojson?planning_region=Zemgales&{ASKED[:17]}&lang=en"
    )
    assert said["citation"].endswith(said["link"])
    assert said["terms"].startswith("The terms of reuse of the study")
