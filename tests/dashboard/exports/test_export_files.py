"""The files themselves, byte for byte: encoding, separators, quotes, order, every cell."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from flask.testing import FlaskClient

from dashboard.exports.formats import csv_pieces
from etl.build import build
from tests.conftest import GOLDEN, Client, quiet
from tests.dashboard.exports.addresses import GOLDENS
from tests.dashboard.exports.goldens import golden_parts, parts_of
from tests.dashboard.exports.saved import OF_ONE_SURVEY, save

TYPES = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
    "geo.parquet": "application/vnd.apache.parquet",
    "geojson": "application/geo+json",
    "zip": "application/zip",
}


@pytest.mark.parametrize("name", GOLDENS)
def test_the_file_is_the_golden_one(
    study_client: FlaskClient, study_database: Path, name: str
) -> None:
    answer = study_client.get(GOLDENS[name])
    assert answer.status_code == 200
    assert parts_of(name, answer.data, study_database) == golden_parts(name)


def test_each_golden_file_belongs_to_an_address() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(GOLDENS)


def placed(file: str) -> str:
    """A query for a part of a file; printed figures have no place."""
    if file.startswith("published_totals"):
        return "question=training"
    return "boundary_set=2021&planning_region=Zemgales"


def test_the_same_address_gives_the_same_bytes_twice_and_after_a_rebuild(
    study_client: FlaskClient, client: Client, tmp_path: Path
) -> None:
    build(tmp_path / "again.duckdb", say=quiet)
    again = client(tmp_path / "again.duckdb")
    addresses = [
        *(f"/export/{file}?{placed(file)}" for file in OF_ONE_SURVEY),
        "/export/answers.csv?boundary_set=2009&boundary_set=2025&dialect=excel",
        "/export/indicators.xlsx?boundary_set=2009&boundary_set=2025&lang=en",
    ]
    for address in addresses:
        first = study_client.get(address).data
        assert len(first) > 2_500
        assert study_client.get(address).data == first
        assert again.get(address).data == first


def test_the_order_in_which_parameters_are_given_changes_nothing(
    study_client: FlaskClient,
) -> None:
    one = "lang=en&planning_region=Zemgales&planning_region=Latgales&boundary_set=2021"
    other = "boundary_set=2021&planning_region=Latgales&planning_region=Zemgales&lang=en"
    for file in ("indicators.geojson", "answers.parquet", "statements.xlsx", "package.zip"):
        first, second = (study_client.get(f"/export/{file}?{q}").data for q in (one, other))
        assert first == second


@pytest.mark.parametrize("file", ["answers.xlsx", "package.zip"])
def test_a_file_says_no_time_but_the_earliest_month(
    study_client: FlaskClient, tmp_path: Path, file: str
) -> None:
    path = save(study_client, f"/export/{file}", tmp_path)
    with ZipFile(path) as packed:
        assert {entry.date_time[:2] for entry in packed.infolist()} == {(1980, 1)}
        if file.endswith("xlsx"):
            said = packed.read("docProps/core.xml").decode()
            assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", said)) == {"1980-01-01T00:00:00Z"}


def test_every_file_has_its_name_its_type_and_its_size(study_client: FlaskClient) -> None:
    for file in OF_ONE_SURVEY:
        answer = study_client.get(f"/export/{file}?{placed(file)}")
        disposition = f'attachment; filename="ricibas-karte-2016-1-{file}"'
        assert answer.headers["Content-Disposition"] == disposition
        ending = file.partition(".")[2]
        assert answer.mimetype == TYPES[ending]
        if ending != "csv":
            assert answer.content_length == len(answer.data)


def test_asking_for_the_head_alone_leaves_nothing_open(study_client: FlaskClient) -> None:
    for file in OF_ONE_SURVEY:
        answer = study_client.head(f"/export/{file}")
        assert (answer.status_code, answer.data) == (200, b"")
        answer.close()


def test_a_file_carries_its_data_version_away_in_its_name(study_client: FlaskClient) -> None:
    answer = study_client.get("/export/indicators.csv?evidence=suppressed")
    assert answer.content_type == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="ricibas-karte-2016-1-indicators.csv"'
    )


def test_there_is_no_file_without_a_database(client: Client, tmp_path: Path) -> None:
    answer = client(tmp_path / "none.duckdb").get("/export/answers.csv")
    assert answer.status_code == 503
    assert "none.duckdb" in answer.text


ROWS = [
    (1, 0.5, None, "a;b", 'say "yes"'),
    (0, 1e-05, "", "=1+1", "two\nlines"),
    (None, 1.0, "-", "@x", "+371"),
]


def test_analysis_has_commas_points_and_texts_as_they_are() -> None:
    written = b"".join(csv_pieces(["n", "share", "c", "d", "e"], [ROWS[:2], ROWS[2:]], "analysis"))
    assert written == (
        b'n,share,c,d,e\n1,0.5,,a;b,"say ""yes"""\n0,1e-05,,=1+1,"two\nlines"\n,1.0,-,@x,+371\n'
    )


def test_excel_has_a_mark_semicolons_decimal_commas_and_no_formula() -> None:
    written = b"".join(csv_pieces(["n", "share", "c", "d", "e"], [ROWS], "excel"))
    assert written == (
        b"\xef\xbb\xbfn;share;c;d;e\r\n"
        b'1;0,5;;"a;b";"say ""yes"""\r\n'
        b'0;1e-05;;\'=1+1;"two\nlines"\r\n'
        b";1,0;'-;'@x;'+371\r\n"
    )


def test_rows_are_written_as_they_come_and_not_kept() -> None:
    taken = []

    def batches() -> object:
        for number in range(3):
            taken.append(number)
            yield [(number,)]

    pieces = csv_pieces(["n"], batches(), "analysis")
    assert (next(pieces), taken) == (b"n\n", [])
    assert (next(pieces), taken) == (b"0\n", [0])
    assert (list(pieces), taken) == ([b"1\n", b"2\n"], [0, 1, 2])
