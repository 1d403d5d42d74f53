"""The examples of the documentation run on real files and give what the study prints."""

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from flask.testing import FlaskClient

from tests.dashboard.exports.saved import save

EXAMPLE = Path(__file__).parents[1] / "docs" / "examples" / "reproduce_figures.py"
EXPECTED = """\
1. Responded
   orphans_court: 126 of 139
   social_service: 104 of 119
   employment_agency: 26 of 28
2. Experience with a case
   orphans_court: 13 of 126
   social_service: 13 of 104
3. Social services without trained staff
   38 of 104: 36.5%
"""
PRINTED = [
    (
        "response",
        "responded",
        {"orphans_court": 126, "social_service": 104, "employment_agency": 26},
    ),
    ("case_experience", "yes", {"orphans_court": 13, "social_service": 13}),
    ("training", "not_trained+planned", {"social_service": 36.5}),
]


@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet"])
def test_three_figures_of_the_study_follow_from_the_exported_answers(
    study_client: FlaskClient, tmp_path: Path, ending: str
) -> None:
    path = save(study_client, f"/export/answers.{ending}", tmp_path)
    ran = subprocess.run(
        [sys.executable, "-W", "error", str(EXAMPLE), str(path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert (ran.stderr, ran.stdout) == ("", EXPECTED)


def test_these_are_the_figures_that_the_study_prints(study_database: Path) -> None:
    with duckdb.connect(study_database, read_only=True) as connection:
        totals = connection.table("published_total")
        for question, category, wanted in PRINTED:
            rows = totals.filter(f"question = '{question}' and category = '{category}'")
            found = dict(rows.project("institution_type, value").fetchall())
            assert {kind: found[kind] for kind in wanted} == wanted
