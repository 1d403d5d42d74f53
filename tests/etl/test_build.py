"""A build puts a whole database in place, or leaves everything as it was."""

import hashlib
import json
from pathlib import Path

import duckdb
import geopandas as gpd
import pytest

import etl.build
import queries
from dashboard.cli import main
from etl.build import build
from etl.checks import check_database
from etl.problems import InputRefused
from etl.said import Said
from etl.write import opened
from geodata.boundaries import read_boundary_set
from tests.conftest import SMALL_SURVEY, SmallSurvey, quiet


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An old database, alone in its folder, that the command line would replace."""
    path = tmp_path / "served" / "ricibas_karte.duckdb"
    path.parent.mkdir()
    path.write_bytes(b"the old database")
    monkeypatch.setenv("RICIBAS_KARTE_DB", str(path))
    return path


def untouched(path: Path) -> bool:
    """Whether the old file is as it was, and alone."""
    return path.read_bytes() == b"the old database" and list(path.parent.iterdir()) == [path]


def rows(path: Path, table: str) -> list[tuple[object, ...]]:
    with opened(path) as connection:
        return connection.table(table).order("all").fetchall()


def test_the_command_line_builds_the_survey_it_is_given(
    old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--survey", str(SMALL_SURVEY)]) == 0
    said = capsys.readouterr().out
    assert "16 institutions, 48 answers, 7 statements" in said
    assert "Told in words: 7 statements; 4 institutions, 3 municipalities" in said
    assert "13 of 16 institutions placed" in said
    assert f"{old} is in place after" in said
    assert [row[0] for row in rows(old, "wave")] == ["2020"]
    assert list(old.parent.iterdir()) == [old]


def test_the_command_line_says_it_all_in_latvian_and_keeps_it_in_both_languages(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said, answers = tmp_path / "said.jsonl", tmp_path / "a.csv"
    answers.write_text(
        "Iestādes ID;Jautājums;Atbilde\noc-jelgava;client_materials;nav\n"
        "oc-jelgava;case_experience;nav\noc-jelgava;;\n",
        "utf-8",
    )
    given = ["--survey", str(SMALL_SURVEY), "--answers", str(answers)]
    assert main(["build", *given, "--lang", "lv", "--progress", str(said)]) == 0
    told = capsys.readouterr().out
    lines = [" ".join(line.split()) for line in told.splitlines()]
    assert lines[1].endswith(
        "a.csv: 2 atbildes (UTF-8), 1 rinda bez atbildēm, pievienota 1 atbilde, 0 sakrīt ar "
        "aptauju, 1 ir pretrunā aptaujai (tās vietā stājas 0; kur aizstāšanas iemesla nav, paliek "
        "aptaujas atbilde)"
    )
    assert "Iestādes: aptaujātas, atbildējušas, bez vietas avotā" in lines
    (conflict,) = (line for line in lines if line.startswith("Jelgavas pilsētas bāriņtiesa, „"))
    assert "faila a.csv 3. rindā „" in conflict
    assert conflict.endswith("; spēkā paliek aptauja")
    assert lines[-1].startswith(f"Datubāze {old} ir gatava; vajadzēja ")
    kept = [json.loads(line) for line in said.read_text("utf-8").splitlines()]
    stages = [one["stage"] for one in kept if one["stage"]]
    assert stages == ["read", "replies", "match", "validate", "estimate", "write"]
    assert all(one["lv"] in told and one["lv"] != one["en"] for one in kept)


@pytest.mark.parametrize("command", ["build", "check"])
def test_what_becomes_of_a_file_is_said_in_latvian(
    command: str, old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = tmp_path / "a.csv"
    answers.write_text("Iestādes ID;client_materials\noc-jelgava;varbūt\n", "utf-8")
    given = ["--survey", str(SMALL_SURVEY), "--answers", str(answers), "--lang", "lv"]
    assert main([command, *given]) == 1
    last = capsys.readouterr().err.splitlines()[-1]
    assert (last == f"Datubāze {old} nav mainījusies.") == (command == "build")
    answers.write_text("Iestādes ID;client_materials\noc-jelgava;nav\n", "utf-8")
    if command == "check":
        assert main([command, *given]) == 0
        assert capsys.readouterr().out.endswith(f"Failu {answers} var ielādēt.\n")


def test_a_faulty_survey_exits_with_1_and_changes_nothing(
    old: Path, small_survey: SmallSurvey, capsys: pytest.CaptureFixture[str]
) -> None:
    small_survey.change("answers.csv", 2, quote="")
    small_survey.change("institutions.csv", 3, municipality_code="LV-999")
    assert main(["build", "--survey", str(small_survey.folder)]) == 1
    assert capsys.readouterr().err == (
        "2 problems:\n"
        "answers.csv, row 2, column quote: is empty. Quote the words that the answer rests on.\n"
        "institutions.csv, row 3, column municipality_code: “LV-999” is not a municipality of "
        "this survey's boundary set. Correct the code, or leave it empty where the source names "
        "no place.\n"
        f"{old} is unchanged.\n"
    )
    assert untouched(old)


def test_a_difference_without_an_explanation_stops_the_build(
    old: Path, small_survey: SmallSurvey, capsys: pytest.CaptureFixture[str]
) -> None:
    survey = small_survey.folder / "differences.csv"
    survey.write_text(survey.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    assert main(["build", "--survey", str(small_survey.folder)]) == 1
    assert capsys.readouterr().err.splitlines()[1] == (
        "published_totals.csv, row 5, column value: “5” differs from the coded answers, which "
        "give 4. Correct the coding, or explain the difference in differences.csv."
    )
    assert untouched(old)


def test_a_broken_boundary_file_is_refused_row_by_row(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    frame = read_boundary_set("2025")[["code", "geometry"]]
    frame.loc[0, "code"] = "LV-999"
    frame.to_file(tmp_path / "mine.gpkg")
    given = ["--boundaries", str(tmp_path / "mine.gpkg"), "--boundary-set", "2025"]
    assert main(["build", *given]) == 1
    assert capsys.readouterr().err == (
        "2 problems:\n"
        "mine.gpkg, column code: “LV-002 Aizkraukles novads” is missing. "
        "Add a row with its outline.\n"
        "mine.gpkg, row 1, column code: “LV-999” is no code or name of a municipality of "
        "boundary set 2025. Correct it, or remove the row.\n"
        f"{old} is unchanged.\n"
    )
    assert untouched(old)


def test_boundaries_of_a_set_that_there_is_not_are_refused(
    old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--boundaries", "mine.gpkg", "--boundary-set", "2030"]) == 1
    told = "mine.gpkg: “2030” is not a boundary set. Known: 2009, 2021, 2025."
    assert told in capsys.readouterr().err
    assert untouched(old)


def test_loaded_boundaries_replace_the_outlines_of_one_set_and_no_value(
    tmp_path: Path, small_database: Path
) -> None:
    path = tmp_path / "mine.gpkg"
    frame: gpd.GeoDataFrame = read_boundary_set("2025")[["code", "geometry"]]
    frame.to_file(path)
    target = tmp_path / "x.duckdb"
    build(target, survey_folders=[SMALL_SURVEY], boundary_files={"2025": path}, say=quiet)
    sources = {row[0]: row[6] for row in rows(target, "boundary_set")}
    assert sources["2025"] == "loaded file mine.gpkg"
    assert "loaded file" not in sources["2021"]
    assert rows(target, "indicator_value") == rows(small_database, "indicator_value")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert ("boundaries 2025", digest) in rows(target, "build_input")


def test_who_reads_the_old_file_reads_it_to_its_end(old: Path) -> None:
    with old.open("rb") as reader:
        start = reader.read(4)
        build(old, survey_folders=[SMALL_SURVEY], say=quiet)
        assert start + reader.read() == b"the old database"
    assert [row[0] for row in rows(old, "wave")] == ["2020"]


@pytest.mark.parametrize("stage", ["read_survey", "strata", "append", "failed_checks", "summary"])
def test_a_build_that_dies_in_a_stage_leaves_the_old_file_and_nothing_else(
    old: Path, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    def die(*_: object) -> None:
        raise MemoryError(stage)

    monkeypatch.setattr(etl.build, stage, die)
    with pytest.raises(MemoryError, match=stage):
        build(old, survey_folders=[SMALL_SURVEY], say=quiet)
    assert untouched(old)


def test_the_same_files_give_the_same_tables_every_time(
    tmp_path: Path, small_database: Path
) -> None:
    build(tmp_path / "again.duckdb", survey_folders=[SMALL_SURVEY], say=quiet)
    tables = ["indicator_value", "institution_indicator", "answer", "build_input", "reconciliation"]
    for table in tables:
        assert rows(tmp_path / "again.duckdb", table) == rows(small_database, table)


def test_a_changed_input_changes_the_identity_of_the_build(
    tmp_path: Path, small_survey: SmallSurvey, small_database: Path
) -> None:
    small_survey.change("institutions.csv", 2, quote="Aglonas")
    build(tmp_path / "x.duckdb", survey_folders=[small_survey.folder], say=quiet)
    (ours,), (theirs,) = (
        rows(tmp_path / "x.duckdb", "build_info"),
        rows(small_database, "build_info"),
    )
    assert ours[2] != theirs[2]


def test_check_says_that_a_folder_can_be_built_and_writes_nothing(
    old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(SMALL_SURVEY)]) == 0
    assert f"{SMALL_SURVEY} can be built." in capsys.readouterr().out
    assert untouched(old)


def test_check_passes_a_good_database_and_refuses_what_is_none(
    tmp_path: Path, small_database: Path
) -> None:
    said: list[Said] = []
    check_database(small_database, said.append)
    checks = len(queries.names("checks"))
    assert [str(one) for one in said] == [f"{small_database}: {checks} checks passed."]
    (tmp_path / "torn.duckdb").write_bytes(small_database.read_bytes()[:5000])
    duckdb.connect(str(tmp_path / "foreign.duckdb")).close()
    for name, rule in {
        "none.duckdb": "is missing",
        "torn.duckdb": "is not a database of this program",
        "foreign.duckdb": "is not a database of this program",
    }.items():
        with pytest.raises(InputRefused) as refusal:
            check_database(tmp_path / name, quiet)
        (problem,) = refusal.value.problems
        assert (problem.file, problem.remedy()) == (name, "Run: make build.")
        assert problem.rule().startswith(rule)
