"""What changed as a file: the rows of the database in words, for two surveys; none for one.

The newer survey is invented.
"""

import csv
import hashlib
import io
import json
import re
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit
from zipfile import ZipFile

import geopandas as gpd
import openpyxl
import pandas as pd
import pytest
from flask.testing import FlaskClient
from frictionless import Package
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.app import create_app
from dashboard.exports.changes import CHANGES
from dashboard.exports.columns import columns_of
from dashboard.exports.extract import TABLES
from dashboard.exports.files import FILES
from dashboard.settings import Settings
from etl.build import build
from etl.write import opened
from tests.conftest import STUDY_2016, Client, quiet
from tests.dashboard.exports.saved import Value, save, typed_rows
from tests.invented_wave import invented_copy_of_the_study, invented_wave

Rows = list[dict[str, Value]]
OWN_FILES = [file for file in FILES if file.startswith(CHANGES)]
NUMBERS = [column.name for column in columns_of(CHANGES) if column.type != "string"]


def rows(client: FlaskClient, query: str = "") -> Rows:
    return typed_rows(client, f"/export/changes.csv?{query}", CHANGES)


@pytest.fixture(scope="module")
def two(client: Client, two_waves_database: Path) -> FlaskClient:
    return client(two_waves_database)


@pytest.fixture(scope="module")
def full(two: FlaskClient) -> Rows:
    return rows(two)


def test_each_row_of_the_database_is_a_row(full: Rows, two_waves_database: Path) -> None:
    with opened(two_waves_database) as connection:
        found = connection.execute(
            "select indicator, institution_type, nullif(municipality_code, ''), "
            "nullif(planning_region, ''), before_lower, before_upper, before_base, after_lower, "
            "after_upper, after_base, reason, before_evidence::VARCHAR, after_evidence::VARCHAR "
            "from indicator_change order by indicator, institution_type, municipality_code = '', "
            "municipality_code, planning_region = '', planning_region"
        ).fetchall()
    names = [
        *("indicator", "institution_type", "municipality_code", "planning_region"),
        *("before_numerator_lower", "before_numerator_upper", "before_denominator"),
        *("after_numerator_lower", "after_numerator_upper", "after_denominator"),
        *("reason", "before_evidence", "after_evidence"),
    ]
    assert [tuple(row[name] for name in names) for row in full] == found
    assert {(row["wave_before"], row["wave"], row["boundary_set"]) for row in full} == {
        ("2016", "2026", "2025")
    }


def test_what_cannot_be_compared_has_a_reason_in_words_and_no_number(full: Rows) -> None:
    without = [row for row in full if row["comparable"] == "no"]
    assert 0 < len(without) < len(full)
    for row in without:
        assert [row[name] for name in NUMBERS] == [None] * len(NUMBERS)
        assert row["direction"] is None
        assert row["reason"]
        assert str(row["explanation"]).endswith(".")
    silent = next(row for row in without if row["reason"] == "silent_before")
    assert silent["explanation"] == "Kādas iestādes atbildes nav 2016. gadā."
    assert silent["before_evidence"] == "no_answer"


def test_a_difference_is_a_number_or_a_range_and_never_both(full: Rows) -> None:
    compared = [row for row in full if row["comparable"] == "yes"]
    for row in compared:
        assert row["reason"] is row["explanation"] is None
        lower, upper = row["lower"], row["upper"]
        assert isinstance(lower, float)
        assert isinstance(upper, float)
        if row["difference"] is None:
            assert lower < upper
        else:
            assert row["difference"] == lower == upper
    directions = {row["direction"] for row in compared}
    assert directions >= {"grew", "shrank", "same", "not_shrunk", "open"}
    ranges = [row for row in compared if row["direction"] in {"not_shrunk", "not_grown", "open"}]
    assert all(row["difference"] is None for row in ranges)


def test_where_nothing_was_merged_the_difference_is_that_of_the_shares(full: Rows) -> None:
    exact = [
        row
        for row in full
        if row["difference"] is not None
        and row["municipality_code"]
        and row["institution_type"] != "all"
        and row["before_denominator"] == row["after_denominator"]
    ]
    assert exact
    for row in exact:
        before = row["before_numerator_lower"] / row["before_denominator"]  # type: ignore[operator]
        after = row["after_numerator_lower"] / row["after_denominator"]  # type: ignore[operator]
        assert row["difference"] == pytest.approx(after - before)


def test_both_sides_say_how_they_are_known_and_from_where(full: Rows) -> None:
    compared = [row for row in full if row["comparable"] == "yes"]
    assert {row["after_evidence"] for row in compared} == {"reported"}
    assert {row["before_evidence"] for row in compared} == {"named", "derived", "estimated"}
    assert all(row["before_source"] for row in compared)
    assert {row["after_source"] for row in compared} == {"invented reply"}


def test_the_language_changes_the_words_and_nothing_else(two: FlaskClient, full: Rows) -> None:
    english = rows(two, "lang=en")
    words = {"before_source", "after_source", "explanation", "caveat"}
    for one, other in zip(full, english, strict=True):
        assert {k: v for k, v in one.items() if k not in words} == {
            k: v for k, v in other.items() if k not in words
        }
    said = {row["explanation"] for row in english if row["reason"] == "silent_after"}
    assert said == {"An institution gave no answer in 2026."}


CHOICES = {
    "indicator": ["training_coverage", "identified_cases", "materials_availability"],
    "institution_type": ["all", "orphans_court", "social_service", "employment_agency"],
    "planning_region": ["Zemgales", "Rīgas"],
    "area": ["municipality", "region", "country"],
    "evidence": ["named", "derived", "reported", "no_answer"],
    "municipality": ["LV-RIX", "LV-016"],
    "since": ["2016", "2026"],
    "wave": ["2016", "2026"],
}


@given(
    st.fixed_dictionaries(
        {
            name: st.lists(st.sampled_from(values), max_size=2, unique=True)
            for name, values in CHOICES.items()
        }
    )
)
@settings(max_examples=60)
def test_a_filtered_file_is_the_full_file_filtered(
    two: FlaskClient, full: Rows, asked: dict[str, list[str]]
) -> None:
    def keeps(row: dict[str, Value]) -> bool:
        area = "municipality" if row["municipality_code"] else "country"
        area = "region" if area == "country" and row["planning_region"] else area
        seen: dict[str, list[Value]] = {
            "area": [area],
            "evidence": [row[one] for one in ("before_evidence", "after_evidence") if row[one]],
            "municipality": [row["municipality_code"]],
            "since": [row["wave_before"]],
        }
        return all(
            all(value in wanted for value in seen.get(name, [row.get(name)]))
            for name, wanted in asked.items()
            if wanted
        )

    assert rows(two, urlencode(asked, doseq=True)) == [row for row in full if keeps(row)]


ONE_SURVEY = {
    "lv": "Šajā datubāzē ir viena aptauja (2016), tāpēc nav ar ko salīdzināt. "
    "Izmaiņas var lejupielādēt, kad ir vēl viena aptauja.\n",
    "en": "This database holds one survey (2016), so there is nothing to compare. "
    "Changes can be had once there is another survey.\n",
}


@pytest.mark.parametrize("file", OWN_FILES)
@pytest.mark.parametrize("lang", ["lv", "en"])
def test_one_survey_has_no_changes_and_says_so(
    study_client: FlaskClient, file: str, lang: str
) -> None:
    answer = study_client.get(f"/export/{file}?lang={lang}")
    assert (answer.status_code, answer.text) == (400, ONE_SURVEY[lang])


def test_a_workbook_and_a_parquet_file_have_the_rows_of_the_csv(
    two: FlaskClient, tmp_path: Path, full: Rows
) -> None:
    book = openpyxl.load_workbook(save(two, "/export/changes.xlsx", tmp_path))
    data, method, columns = book.worksheets
    assert data.title == "Izmaiņas starp aptaujām"
    header, *cells = data.iter_rows(values_only=True)
    assert header == tuple(column.name for column in columns_of(CHANGES))
    approximate = [
        tuple(pytest.approx(v, rel=1e-15) if isinstance(v, float) else v for v in row.values())
        for row in full
    ]
    assert cells == approximate
    said = dict(method.iter_rows(values_only=True))
    assert "/export/changes.xlsx?lang=lv" in said["Kā atsaukties"]
    assert len(list(columns.iter_rows())) == 1 + len(header)
    frame = pd.read_parquet(save(two, "/export/changes.parquet", tmp_path))
    plain = [
        {name: None if pd.isna(value) else value for name, value in row.items()}
        for row in frame.astype(object).to_dict("records")
    ]
    assert plain == full


@pytest.mark.parametrize("ending", ["geojson", "geo.parquet"])
def test_a_map_program_has_an_outline_for_each_row(
    two: FlaskClient, tmp_path: Path, ending: str
) -> None:
    query = "indicator=training_coverage&institution_type=all"
    path = save(two, f"/export/changes.{ending}?{query}", tmp_path)
    found = gpd.read_file(path) if ending == "geojson" else gpd.read_parquet(path)
    expected = rows(two, query)
    assert list(found["municipality_code"].fillna("")) == [
        row["municipality_code"] or "" for row in expected
    ]
    assert found.geometry.is_valid.all()
    assert len(expected) == 42 + 5 + 1


def test_the_citation_names_both_studies_and_the_boundaries_of_the_later(
    two: FlaskClient, tmp_path: Path
) -> None:
    for query in ("wave=2026", "since=2016", "since=2016&wave=2026", ""):
        path = save(two, f"/export/changes.geojson?lang=en&{query}", tmp_path)
        said = json.loads(path.read_text("utf-8"))["citation"]
        assert "Ombudsman of the Republic of Latvia" in said
        assert "Invented survey, for tests only." in said
        assert "2025" in said
        assert "2009" not in said


def test_the_package_of_two_surveys_has_them_described(two: FlaskClient, tmp_path: Path) -> None:
    path = save(two, "/export/package.zip?indicator=training_coverage&lang=en", tmp_path)
    with ZipFile(path) as packed:
        packed.extractall(tmp_path / "package")
    there = two.get("/export/changes.csv?indicator=training_coverage&lang=en").data
    assert (tmp_path / "package" / "changes.csv").read_bytes() == there
    report = Package(str(tmp_path / "package" / "datapackage.json")).validate()
    assert report.valid, report.flatten(["message"])
    labels = pd.read_csv(tmp_path / "package" / "labels.csv", keep_default_na=False)
    named = labels[labels["column"] == "direction"]
    assert set(named["code"]) >= {row["direction"] for row in rows(two)} - {None}


def packed(client: FlaskClient, query: str) -> dict[str, bytes]:
    content = client.get(f"/export/package.zip?{query}").data
    with ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("since", ["2016", "2026"])  # nothing is later than the newest
def test_a_package_since_a_survey_has_its_changes_and_all_else_as_without(
    two: FlaskClient, since: str
) -> None:
    query = "indicator=training_coverage&boundary_set=2025&lang=en"
    parts, without = packed(two, f"{query}&since={since}"), packed(two, query)
    expected = two.get(f"/export/changes.csv?{query}&since={since}").data
    assert parts["changes.csv"] == expected
    assert (expected == without["changes.csv"]) is (since == "2016")
    described = json.loads(parts["datapackage.json"])
    assert f"since={since}" in described["query"]
    (resource,) = (one for one in described["resources"] if one["name"] == CHANGES)
    assert resource["bytes"] == len(expected)
    assert resource["hash"] == f"sha256:{hashlib.sha256(expected).hexdigest()}"
    fields = resource["schema"]["fields"]
    assert [one["name"] for one in fields] == [one.name for one in columns_of(CHANGES)]
    others = [name for name in without if name.endswith(".csv") and name != "changes.csv"]
    assert len(others) == len(TABLES) + 1
    assert all(parts[name] == without[name] for name in others)


@pytest.mark.parametrize("value", ["1999", "", "latest"])
def test_a_package_refuses_a_survey_that_there_is_not_as_changes_do(
    two: FlaskClient, value: str
) -> None:
    there = two.get(f"/export/changes.csv?since={value}&lang=en")
    answer = two.get(f"/export/package.zip?since={value}&lang=en")
    assert (answer.status_code, answer.mimetype, answer.text) == (400, "text/plain", there.text)
    assert f'"since" has the value "{value}"' in answer.text
    assert "Allowed: 2016, 2026." in answer.text


@pytest.mark.parametrize("lang", ["lv", "en"])
def test_a_package_of_one_survey_since_it_is_refused_in_the_words_of_changes(
    study_client: FlaskClient, lang: str
) -> None:
    answer = study_client.get(f"/export/package.zip?since=2016&lang={lang}")
    assert (answer.status_code, answer.text) == (400, ONE_SURVEY[lang])


def test_the_package_of_one_survey_has_none(study_client: FlaskClient, tmp_path: Path) -> None:
    with ZipFile(save(study_client, "/export/package.zip", tmp_path)) as packed:
        assert "changes.csv" not in packed.namelist()
        assert "changes.csv" not in packed.read("README.md").decode()


def test_two_builds_give_the_same_bytes(client: Client, tmp_path: Path, two: FlaskClient) -> None:
    wave = invented_wave(tmp_path / "invented")
    build(tmp_path / "x.duckdb", survey_folders=[wave, STUDY_2016], say=quiet)
    again = client(tmp_path / "x.duckdb")
    assert again.get("/export/changes.csv").data == two.get("/export/changes.csv").data


# Where it is offered

LINK = re.compile(r'href="(/export/changes\.[^"]+)"')


def pages(database: Path) -> FlaskClient:
    return create_app(Settings(database)).server.test_client()


def links(client: FlaskClient, address: str) -> list[str]:
    found = LINK.findall(client.get(address).text.partition('<div id="first">')[2])
    return [one.replace("&amp;", "&") for one in found]


@pytest.fixture(scope="module")
def dashboard(two_waves_database: Path) -> FlaskClient:
    return pages(two_waves_database)


def test_the_page_of_changes_leads_to_its_rows(dashboard: FlaskClient) -> None:
    view = "mode=change&indicator=ngo_awareness&institution_type=social_service"
    found = links(dashboard, f"/compare?{view}&planning_region=Latgales&lang=en")
    assert len(found) == 2 + 4  # two dialects, four other formats
    for one in found:
        assert dashboard.get(one).status_code == 200
    csv = next(one for one in found if "dialect=analysis" in one)
    shown = typed_rows(dashboard, csv, CHANGES)
    kinds = {(row["indicator"], row["institution_type"], row["planning_region"]) for row in shown}
    assert kinds == {("ngo_awareness", "social_service", "Latgales")}


def test_the_page_of_changes_leads_to_a_package_with_the_same_comparison(
    dashboard: FlaskClient,
) -> None:
    view = "mode=change&indicator=ngo_awareness&planning_region=Latgales&lang=en"
    text = dashboard.get(f"/compare?{view}").text.partition('<div id="first">')[2]
    (address,) = re.findall(r'href="(/export/package\.zip[^"]+)"', text)
    asked = parse_qs(urlsplit(address.replace("&amp;", "&")).query)
    assert asked == {
        "boundary_set": ["2025"],
        "since": ["2016"],
        "wave": ["2016", "2026"],
        "planning_region": ["Latgales"],
        "lang": ["en"],
    }
    parts = packed(dashboard, urlencode(asked, doseq=True))
    changes = list(csv.DictReader(io.StringIO(parts["changes.csv"].decode(), newline="")))
    assert {(row["wave_before"], row["wave"]) for row in changes} == {("2016", "2026")}
    answers = list(csv.DictReader(io.StringIO(parts["answers.csv"].decode(), newline="")))
    assert {row["wave"] for row in answers} == {"2016", "2026"}


def test_without_estimates_the_file_has_none(dashboard: FlaskClient) -> None:
    view = "/compare?mode=change&indicator=materials_availability"
    for estimates, some in (("on", True), ("off", False)):
        csv = links(dashboard, f"{view}&estimates={estimates}")[1]
        shown = typed_rows(dashboard, csv, CHANGES)
        assert shown
        assert any(row["before_evidence"] == "estimated" for row in shown) is some


@pytest.mark.parametrize(
    "view",
    ["planning_region=Zemgales&indicator=training_coverage", "evidence=named&evidence=reported"],
)
def test_the_table_leads_to_the_changes_of_its_column(dashboard: FlaskClient, view: str) -> None:
    found = links(dashboard, f"/table?{view}")
    assert len(found) == 2 + 4
    for one in found:
        assert "since=2016" in one
        assert dashboard.get(one).status_code == 200


def test_no_page_offers_what_there_is_not(
    dashboard: FlaskClient, study_database: Path, tmp_path: Path
) -> None:
    one = pages(study_database)
    for address in ("/compare", "/compare?mode=change", "/table"):
        assert links(one, address) == []
    assert links(dashboard, "/table?rows=answers") == []
    assert links(dashboard, "/table?wave=2016") == []
    assert links(dashboard, "/compare?mode=indicators") == []


def test_of_three_surveys_each_is_asked_for(client: Client, tmp_path: Path) -> None:
    copies = [invented_copy_of_the_study(tmp_path / one, one, {}) for one in ("2019", "2022")]
    build(tmp_path / "x.duckdb", survey_folders=[STUDY_2016, *copies], say=quiet)
    three = client(tmp_path / "x.duckdb")
    pairs = {(row["wave_before"], row["wave"]) for row in rows(three)}
    assert pairs == {("2016", "2019"), ("2016", "2022"), ("2019", "2022")}
    assert {row["wave_before"] for row in rows(three, "since=2019")} == {"2019"}
    page = pages(tmp_path / "x.duckdb")
    csv = links(page, "/compare?mode=change&since=2016")[1]
    shown = typed_rows(page, csv, CHANGES)
    assert {(row["wave_before"], row["wave"]) for row in shown} == {("2016", "2022")}
