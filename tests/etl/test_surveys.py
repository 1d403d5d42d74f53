"""Several surveys make one database: each wave in its own boundaries, each fault told by folder."""

from pathlib import Path

import pytest

from dashboard.cli import main
from etl.build import STUDY, build, survey_folder
from etl.surveys import folder_names
from etl.write import opened
from tests.conftest import SMALL_SURVEY, SmallSurvey, quiet
from tests.invented_wave import invented_wave


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the command line writes."""
    path = tmp_path / "built" / "ricibas_karte.duckdb"
    monkeypatch.setenv("RICIBAS_KARTE_DB", str(path))
    return path


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    with opened(path) as connection:
        return connection.execute(sql).fetchall()


def test_the_command_line_builds_two_waves_each_in_its_own_boundaries(
    target: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    invented = invented_wave(tmp_path / "invented")
    assert main(["build", "--survey", "2016", "--survey", str(invented)]) == 0
    said = capsys.readouterr().out
    assert "2 surveys, 372 institutions" in said
    assert said.index("Wave 2016") < said.index("Wave 2026")
    assert rows(target, "select wave, boundary_set from wave order by wave") == [
        ("2016", "2009"),
        ("2026", "2025"),
    ]
    counted = "select wave, count(*) from institution group by wave order by wave"
    assert rows(target, counted) == [("2016", 286), ("2026", 86)]
    files = {name for (name,) in rows(target, "select file from build_input")}
    assert {"etl/study_2016/answers.csv", "invented/answers.csv", "invented/wave.toml"} <= files


def test_a_wave_gives_the_same_values_alone_and_beside_another(
    study_database: Path, tmp_path: Path
) -> None:
    both = tmp_path / "both.duckdb"
    build(both, survey_folders=[invented_wave(tmp_path / "invented"), STUDY], say=quiet)
    for table in ("indicator_value", "institution_indicator", "reconciliation", "stratum"):
        asked = f"from {table} where wave = '2016' order by all"
        assert rows(both, asked) == rows(study_database, asked)


def test_2016_is_the_study_and_a_folder_of_that_name_is_given_with_a_dot() -> None:
    assert survey_folder("2016") == STUDY
    assert survey_folder("./2016") == Path("2016")


def test_every_fault_of_every_folder_is_told_with_its_folder(
    target: Path, small_survey: SmallSurvey, capsys: pytest.CaptureFixture[str]
) -> None:
    small_survey.change("answers.csv", 2, quote="")
    (small_survey.folder.parent / "nothing").mkdir()
    nothing = str(small_survey.folder.parent / "nothing")
    assert main(["build", "--survey", nothing, "--survey", str(small_survey.folder)]) == 1
    told = capsys.readouterr().err
    assert "small_survey/answers.csv, row 2, column quote: is empty." in told
    assert "nothing/wave.toml: is missing. Add the file, or correct its name." in told
    assert not target.exists()


def test_an_unexplained_difference_names_the_folder(
    target: Path, small_survey: SmallSurvey, capsys: pytest.CaptureFixture[str]
) -> None:
    differences = small_survey.folder / "differences.csv"
    differences.write_text(differences.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    assert main(["build", "--survey", "2016", "--survey", str(small_survey.folder)]) == 1
    told = capsys.readouterr().err.splitlines()
    assert told[1].startswith("small_survey/published_totals.csv, row 5, column value: “5” differs")


def test_two_folders_cannot_be_the_same_wave(
    target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["--survey", str(SMALL_SURVEY), "--survey", str(SMALL_SURVEY)]
    assert main(["build", *given]) == 1
    assert capsys.readouterr().err.splitlines()[1] == (
        "small_survey/wave.toml, column wave: “2020” is the wave of small_survey too. "
        "Give each survey a wave of its own, e.g. 2020b."
    )


def test_folders_of_one_name_are_told_apart_by_what_stands_before_it() -> None:
    assert folder_names([Path("/a/survey")]) == ["survey"]
    assert folder_names([Path("/a/survey"), Path("/b/survey")]) == ["a/survey", "b/survey"]
    assert folder_names([Path("/a/x"), Path("/a/y")]) == ["x", "y"]
