"""The files themselves, byte for byte: encoding, separators, quotes, order, every cell."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.exports.formats import csv_pieces
from etl.build import build
from tests.conftest import GOLDEN, Client, quiet
from tests.dashboard.exports.addresses import GOLDENS


@pytest.mark.parametrize("name", GOLDENS)
def test_the_file_is_the_golden_one(study_client: FlaskClient, name: str) -> None:
    answer = study_client.get(GOLDENS[name])
    assert answer.status_code == 200
    assert answer.data == (GOLDEN / name).read_bytes()


def test_each_golden_file_belongs_to_an_address() -> None:
    assert {path.name for path in GOLDEN.glob("*.csv")} == set(GOLDENS)


def test_the_same_address_gives_the_same_bytes_twice_and_after_a_rebuild(
    study_client: FlaskClient, client: Client, tmp_path: Path
) -> None:
    build(tmp_path / "again.duckdb", say=quiet)
    again = client(tmp_path / "again.duckdb")
    for address in (
        "/export/answers.csv?boundary_set=2009&boundary_set=2025&dialect=excel",
        "/export/indicators.csv?boundary_set=2009&boundary_set=2021&lang=en",
    ):
        first = study_client.get(address).data
        assert len(first) > 200_000
        assert study_client.get(address).data == first
        assert again.get(address).data == first


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
