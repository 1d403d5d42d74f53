"""The same link gives the same bytes on another machine: what differs between two is changed here.

Another hour and zone, language, order of hashes, number of processors, folder and directory for
temporary files; the database is built there anew. Other clones and another Python were tried by
hand (docs/exports.md).
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.dashboard.exports.saved import OF_ONE_SURVEY

THERE = """
import os, sys
from dashboard.cli import main
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])
assert main(["build"]) == 0
for file in sys.argv[1].split():
    asked = sys.argv[3:] if file.startswith("priorities") else sys.argv[2:]
    assert main(["export", file, *asked, "--to", "."]) == 0
"""
# A list of priorities has no type of institution; it is asked for whole.
ASKED = ["institution_type=social_service", "lang=en"]


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every file, made by a process to which everything around it is another."""
    folder = tmp_path_factory.mktemp("elsewhere ž")
    (folder / "temporary").mkdir()
    around = {
        "PATH": os.environ["PATH"],
        "TZ": "Pacific/Auckland",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "4242",
        "TMPDIR": str(folder / "temporary"),
        "RICIBAS_KARTE_DB": str(folder / "another name.duckdb"),
    }
    run = subprocess.run(
        [sys.executable, "-c", THERE, " ".join(OF_ONE_SURVEY), *ASKED],
        cwd=folder,
        env=around,
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert run.returncode == 0, run.stderr.decode()
    return folder


@pytest.mark.parametrize("file", OF_ONE_SURVEY)
def test_a_file_made_elsewhere_is_the_same(
    study_client: FlaskClient, there: Path, file: str
) -> None:
    asked = ASKED[1:] if file.startswith("priorities") else ASKED
    here = study_client.get(f"/export/{file}?{'&'.join(asked)}").data
    assert len(here) > 1_000
    assert (there / f"ricibas-karte-2016-1-{file}").read_bytes() == here


def test_nothing_is_left_behind(there: Path) -> None:
    assert list((there / "temporary").iterdir()) == []
