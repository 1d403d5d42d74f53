"""R reads both dialects as one table, with letters, numbers and nothing where nothing is.

    make office

Beside the gate, not in it: a machine may lack R.
"""

import csv
import io
import os
import subprocess
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.exports.columns import columns_of
from dashboard.exports.extract import LIST, TABLES
from tests.dashboard.exports.saved import save, typed, typed_rows

SCRIPT = Path(__file__).with_name("read_exports.R")


@pytest.mark.parametrize("lang", ["lv", "en"])
@pytest.mark.parametrize("table", [*TABLES, LIST])
def test_both_dialects_are_one_table_and_that_of_the_address(
    study_client: FlaskClient, tmp_path: Path, table: str, lang: str
) -> None:
    address = f"/export/{table}.csv?lang={lang}"
    files = []
    for dialect in ("analysis", "excel"):
        folder = tmp_path / dialect
        folder.mkdir()
        files.append(str(save(study_client, f"{address}&dialect={dialect}", folder)))
    run = subprocess.run(
        ["Rscript", "--vanilla", str(SCRIPT), *files],
        capture_output=True,
        check=False,
        timeout=120,
        env=os.environ | {"LC_ALL": "C.UTF-8"},
    )
    assert run.returncode == 0, run.stderr.decode()
    columns = {column.name: column for column in columns_of(table)}
    printed = csv.DictReader(io.StringIO(run.stdout.decode(), newline=""))
    found = [{name: typed(columns[name], text) for name, text in row.items()} for row in printed]
    assert found == typed_rows(study_client, address, table)
