"""Whatever an address asks gets a file or a sentence, soon; whatever a cell holds stays text."""

import csv
import io
import os
import shutil
import time
from pathlib import Path
from urllib.parse import urlencode

import duckdb
import openpyxl
import pandas as pd
import pytest
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.exports import workbook
from dashboard.exports.files import FILES
from tests.conftest import Client
from tests.dashboard.exports.saved import save

PARAMETERS = [
    *("wave", "institution_type", "planning_region", "municipality", "boundary_set", "evidence"),
    *("indicator", "area", "question", "theme", "need", "gap", "since", "lang"),
    *("dialect", "rows", "estimates"),
]
VALUES = [
    *("2016", "all", "orphans_court", "Zemgales", "Rīgas", "LV-041", "LV-RIX", "2009", "2021"),
    *("named", "estimated", "no_answer", "training_coverage", "training", "good_practice", "lv"),
    *("en", "excel", "analysis", "", "%", "\x00", "'; drop table answer; --", "../../etc/passwd"),
    *("=cmd|' /C calc'!A0", "\ud800", "💣" * 500, "2016\r\nX-Header: 1", "{n}", "$lang"),
]
SECONDS = 5
REQUESTS = int(os.environ.get("HOSTILE_REQUESTS", "150"))  # make hostile: 10,000


@st.composite
def addresses(draw: st.DrawFn) -> str:
    names = st.one_of(st.sampled_from(PARAMETERS), st.text(max_size=8))
    values = st.one_of(st.sampled_from(VALUES), st.text(max_size=20))
    pairs = draw(st.lists(st.tuples(names, values), max_size=6))
    query = urlencode(pairs, errors="surrogatepass")
    return f"/export/{draw(st.sampled_from(FILES))}?{query}"


def test_any_request_gets_a_file_or_a_sentence_and_soon(study_client: FlaskClient) -> None:
    seen = set()

    @settings(max_examples=REQUESTS)
    @given(addresses())
    def holds(address: str) -> None:
        begin = time.monotonic()
        with study_client.get(address) as answer:
            seen.add(answer.status_code)
            assert answer.status_code in {200, 400}
            if answer.status_code == 400:
                assert answer.mimetype == "text/plain"
                assert answer.text.endswith(".\n")
            assert "X-Header" not in answer.headers
        assert time.monotonic() - begin < SECONDS

    holds()
    assert seen == {200, 400}


@pytest.mark.parametrize("file", [file for file in FILES if not file.endswith(".csv")])
def test_a_dialect_is_for_csv_alone(study_client: FlaskClient, file: str) -> None:
    answer = study_client.get(f"/export/{file}?dialect=excel&lang=en")
    assert answer.status_code == 400
    assert answer.text.startswith('Unknown parameter "dialect". Allowed: ')
    assert "dialect" not in answer.text.partition("Allowed: ")[2]


def test_what_does_not_fit_into_a_sheet_is_refused_with_what_holds_it(
    study_client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = "/export/indicators.xlsx?municipality=LV-041&lang=en"  # fifteen rows
    monkeypatch.setattr(workbook, "MOST_ROWS", 15)
    assert study_client.get(address).status_code == 200
    monkeypatch.setattr(workbook, "MOST_ROWS", 14)
    answer = study_client.get(address)
    assert answer.status_code == 400
    assert answer.text == (
        "These rows do not fit into an XLSX file, which holds 14 rows, and 32,767 characters in a "
        "cell. They can be had as: csv, parquet, geojson, geo.parquet.\n"
    )


def test_a_text_too_long_for_a_cell_is_refused_and_never_cut(
    study_client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "LONGEST_TEXT", 50)
    answer = study_client.get("/export/statements.xlsx")
    assert answer.status_code == 400
    assert answer.text.endswith("šādā formātā: csv, parquet.\n")


HOSTILE = [
    "=1+1",
    "+371 67",
    "-2",
    "@SUM(A1)",
    '=HYPERLINK("http://x.invalid")',
    "\t=1",
    "1,5",
    "'",
]


@pytest.fixture
def hostile_client(client: Client, study_database: Path, tmp_path: Path) -> FlaskClient:
    """A database whose texts would be formulas if a program let them."""
    path = Path(shutil.copy(study_database, tmp_path / "hostile.duckdb"))
    with duckdb.connect(str(path)) as connection:
        connection.execute(
            "update statement set quote = list_extract($texts, statement_id::INTEGER) "
            "where statement_id <= len($texts)",
            {"texts": HOSTILE},
        )
    return client(path)


def test_a_cell_that_begins_like_a_formula_stays_a_text(
    hostile_client: FlaskClient, tmp_path: Path
) -> None:
    saved = {
        ending: save(hostile_client, f"/export/statements.{ending}", tmp_path)
        for ending in ("xlsx", "parquet", "csv")
    }
    sheet = openpyxl.load_workbook(saved["xlsx"]).worksheets[0]
    column = [cell.value for cell in sheet[1]].index("quote") + 1
    cells = [sheet.cell(row, column) for row in range(2, len(HOSTILE) + 2)]
    assert [cell.value for cell in cells] == HOSTILE
    assert {cell.data_type for cell in cells} == {"s"}
    assert list(pd.read_parquet(saved["parquet"])["quote"][: len(HOSTILE)]) == HOSTILE
    rows = list(csv.DictReader(io.StringIO(saved["csv"].read_text("utf-8"), newline="")))
    assert [row["quote"] for row in rows[: len(HOSTILE)]] == HOSTILE


def test_csv_for_excel_puts_an_apostrophe_before_a_formula(hostile_client: FlaskClient) -> None:
    answer = hostile_client.get("/export/statements.csv?dialect=excel")
    text = answer.data.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    found = [row["quote"] for row in rows[: len(HOSTILE)]]
    assert found[:6] == [f"'{one}" for one in HOSTILE[:6]]
    assert found[6:] == HOSTILE[6:]
