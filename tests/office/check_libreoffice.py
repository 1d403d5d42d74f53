"""LibreOffice in a Latvian locale opens the files right: letters, decimals, and no formula.

    make office

Beside the gate, not in it: LibreOffice is large, and a machine may lack it.
"""

import csv
import io
import shutil
import subprocess
from pathlib import Path

import duckdb
import openpyxl
import pytest
from flask.testing import FlaskClient

from tests.conftest import Client
from tests.dashboard.exports.saved import save
from tests.dashboard.exports.test_hostile import HOSTILE

LOCALE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>lv-LV</value></prop></item></oor:items>
"""
AS_SHOWN = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true"  # ; " UTF-8, as it looks
LIKE_A_DOUBLE_CLICK = "--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1062,false,true"
ASKED = "municipality=LV-041&municipality=LV-025"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The command that runs LibreOffice with a Latvian profile of its own."""
    profile = tmp_path_factory.mktemp("profile")
    (profile / "user").mkdir()
    (profile / "user" / "registrymodifications.xcu").write_text(LOCALE, "utf-8")
    return ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless"]


def converted(office: list[str], path: Path, kind: str, *options: str) -> Path:
    target = path.parent / "converted"
    command = [*office, *options, "--convert-to", kind, "--outdir", str(target), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return target / f"{path.stem}.{kind.partition(':')[0]}"


def shown(path: Path) -> list[dict[str, str]]:
    text = io.StringIO(path.read_text("utf-8"), newline="")
    return list(csv.DictReader(text, delimiter=";"))


def rows_of(path: Path) -> list[dict[str, object]]:
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert {cell.data_type for row in sheet for cell in row} <= {"s", "n"}
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_a_workbook_shows_letters_and_decimal_commas(
    office: list[str], study_client: FlaskClient, tmp_path: Path
) -> None:
    path = save(study_client, f"/export/indicators.xlsx?{ASKED}", tmp_path)
    rows = shown(converted(office, path, AS_SHOWN))
    (half,) = (
        row
        for row in rows
        if (row["municipality"], row["indicator"], row["institution_type"])
        == ("Jelgavas novads", "training_coverage", "all")
    )
    assert half["value"] == "0,5"
    assert "zemsvītras piezīme" in half["source"]
    assert {row["municipality"] for row in rows} == {"Jelgavas novads", "Daugavpils novads"}


def test_csv_for_excel_opens_with_typed_numbers(
    office: list[str], study_client: FlaskClient, tmp_path: Path
) -> None:
    path = save(study_client, f"/export/indicators.csv?{ASKED}&dialect=excel", tmp_path)
    rows = rows_of(converted(office, path, "xlsx", LIKE_A_DOUBLE_CLICK))
    assert {type(row["value"]) for row in rows if row["value"] is not None} <= {int, float}
    assert 0.5 in {row["value"] for row in rows}
    assert any("zemsvītras piezīme" in str(row["source"]) for row in rows)


def test_no_cell_becomes_a_formula(
    office: list[str], client: Client, study_database: Path, tmp_path: Path
) -> None:
    database = Path(shutil.copy(study_database, tmp_path / "hostile.duckdb"))
    with duckdb.connect(str(database)) as connection:
        connection.execute(
            "update statement set quote = list_extract($texts, statement_id::INTEGER) "
            "where statement_id <= len($texts)",
            {"texts": HOSTILE},
        )
    book = save(client(database), "/export/statements.xlsx", tmp_path)
    found = [row["quote"] for row in rows_of(converted(office, book, "xlsx"))]
    assert found[: len(HOSTILE)] == HOSTILE
    table = save(client(database), "/export/statements.csv?dialect=excel", tmp_path)
    found = [row["quote"] for row in rows_of(converted(office, table, "xlsx", LIKE_A_DOUBLE_CLICK))]
    assert [str(one).removeprefix("'") for one in found[:6]] == HOSTILE[:6]
