"""A value says where answers of some institutions are known, and of others nothing is published."""

from pathlib import Path

import pytest

from etl.build import build
from etl.replies.load import Given
from etl.write import opened
from tests.conftest import quiet

Caveats = list[str]


@pytest.fixture(scope="module")
def with_a_branch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The study, and one invented reply: a branch of the employment agency has materials."""
    folder = tmp_path_factory.mktemp("branch")
    reply = folder / "invented.csv"
    reply.write_text("institution_id,client_materials\nea-unplaced-07,yes\n", "utf-8")
    build(folder / "x.duckdb", given=Given([reply]), say=quiet)
    return folder / "x.duckdb"


def value(database: Path, indicator: str, kind: str) -> tuple[int, int, Caveats]:
    with opened(database) as connection:
        row = connection.execute(
            "select numerator, denominator, caveats from indicator_value where wave = '2016' "
            "and municipality_code = '' and planning_region = '' and boundary_set = '2009' "
            "and indicator = $indicator and institution_type = $kind",
            {"indicator": indicator, "kind": kind},
        ).fetchone()
    assert row is not None
    return row


def test_one_branch_of_26_is_told_to_be_a_part(with_a_branch: Path) -> None:
    assert value(with_a_branch, "materials_availability", "employment_agency") == (
        *(1, 1, ["partly_published"]),
    )
    _, denominator, caveats = value(with_a_branch, "materials_availability", "all")
    assert denominator == 231
    assert "partly_published" in caveats
    assert "employment_agency_left_out" not in caveats


def test_where_all_are_known_or_estimated_nothing_is_said(
    with_a_branch: Path, study_database: Path
) -> None:
    assert value(with_a_branch, "training_coverage", "employment_agency") == (0, 26, [])
    with opened(study_database) as connection:
        found = connection.execute(
            "select count(*) from indicator_value where list_contains(caveats, 'partly_published')"
        ).fetchone()
    assert found == (0,)
