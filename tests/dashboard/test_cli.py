"""The command line: exit 0 done, 1 refused with a sentence, 2 not understood."""

import csv
import os
import sys
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.cli import main
from tests.conftest import SMALL_SURVEY
from tests.dashboard.exports.saved import OF_ONE_SURVEY


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "x.duckdb"
    monkeypatch.setenv("RICIBAS_KARTE_DB", str(path))
    return path


@pytest.mark.parametrize("arguments", [[], ["paint"], ["build", "--colour", "red"]])
def test_a_command_that_is_not_understood_exits_with_2_and_the_usage(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    assert capsys.readouterr().err.startswith("usage: ricibas-karte")


def test_help_lists_the_commands_and_the_settings(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--help"])
    assert stop.value.code == 0
    said = " ".join(capsys.readouterr().out.split())
    for word in (
        "build",
        "check",
        "template",
        "export",
        "serve",
        "RICIBAS_KARTE_DB",
        "HOST",
        "PORT",
        "WORKERS",
    ):
        assert word in said


def test_a_wrong_setting_stops_every_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PORT", "http")
    assert main(["serve"]) == 1
    assert capsys.readouterr().err.startswith("PORT is “http”: ")


def test_serving_without_a_database_says_what_to_do(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve"]) == 1
    assert capsys.readouterr().err == f"There is no database at {database}. Run: make build\n"


def test_serving_hands_over_to_the_production_server(
    database: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    database.touch()
    monkeypatch.setenv("PORT", "8123")
    monkeypatch.setenv("WORKERS", "3")
    taken: list[tuple[str, list[str]]] = []
    monkeypatch.setattr(os, "execv", lambda *handed: taken.append(handed))
    main(["serve"])
    assert capsys.readouterr().out == "Rīcības karte: http://127.0.0.1:8123/\n"
    ((program, arguments),) = taken
    assert (program, arguments[:4]) == (
        sys.executable,
        [sys.executable, "-m", "gunicorn", "dashboard.wsgi:server"],
    )
    assert "127.0.0.1:8123" in arguments
    assert arguments[arguments.index("--workers") + 1] == "3"


@pytest.fixture
def study(study_database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real study is the database that commands find."""
    monkeypatch.setenv("RICIBAS_KARTE_DB", str(study_database))


@pytest.mark.parametrize("file", OF_ONE_SURVEY)
def test_a_file_is_written_as_its_address_sends_it(
    study: None,
    study_client: FlaskClient,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    file: str,
) -> None:
    asked = ["planning_region=Zemgales", "planning_region=Rīgas", "boundary_set=2021", "lang=en"]
    if file.startswith("published_totals"):  # which have no place
        asked = ["question=training", "question=response", "lang=en"]
    assert main(["export", file, *asked, "--to", str(tmp_path)]) == 0
    written = tmp_path / f"ricibas-karte-2016-1-{file}"
    assert capsys.readouterr().out == f"{written}\n"
    assert written.read_bytes() == study_client.get(f"/export/{file}?{'&'.join(asked)}").data


def test_a_file_is_written_where_it_is_to_be_and_to_standard_output(
    study: None, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    asked = ["export", "answers.csv", "municipality=LV-041&dialect=excel"]
    assert main([*asked, "--to", str(tmp_path / "mine.csv")]) == 0
    capfdbinary.readouterr()
    assert main([*asked, "--to", "-"]) == 0
    sys.stdout.flush()
    assert capfdbinary.readouterr().out == (tmp_path / "mine.csv").read_bytes()


def test_a_file_that_cannot_be_had_is_refused_as_at_its_address(
    study: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "answers.docx"]) == 2
    assert capsys.readouterr().err.startswith("There is no file answers.docx. There are: answers")
    assert main(["export", "answers.csv", "colour=red", "lang=en"]) == 1
    assert capsys.readouterr().err.startswith('Unknown parameter "colour". Allowed: wave, ')


def test_there_is_nothing_to_export_without_a_database(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "answers.csv"]) == 1
    assert "Run: make build" in capsys.readouterr().err


def test_boundaries_without_their_set_are_not_understood(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--boundaries", "mine.gpkg"]) == 2
    assert capsys.readouterr().err == "Give one --boundary-set for each --boundaries.\n"
    assert not database.exists()


def test_two_files_for_one_boundary_set_are_not_understood(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    twice = ["--boundaries", "a.gpkg", "--boundary-set", "2021"]
    assert main(["build", *twice, "--boundaries", "b.gpkg", "--boundary-set", "2021"]) == 2
    assert capsys.readouterr().err == "Give each --boundary-set only once.\n"
    assert not database.exists()


def test_a_refused_build_without_an_old_file_says_that_none_was_written(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--survey", str(tmp_path / "nothing")]) == 1
    said = capsys.readouterr().err.splitlines()
    assert (said[0], said[-1]) == ("9 problems:", "No database was written.")
    assert said[1] == "answer_options.csv: is missing. Add the file, or correct its name."
    assert not database.exists()


def test_checking_a_database_that_is_missing_is_refused(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check"]) == 1
    assert capsys.readouterr().err == "1 problem:\nx.duckdb: is missing. Run: make build.\n"


@pytest.mark.parametrize("command", ["build", "check"])
def test_problems_are_told_in_latvian_and_written_as_a_table(
    command: str, database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    survey, report = tmp_path / "survey", tmp_path / "report.csv"
    survey.mkdir()
    where = ["--survey", str(survey)] if command == "build" else [str(survey)]
    assert main([command, *where, "--lang", "lv", "--report", str(report)]) == 1
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "9 kļūdas:"
    assert "answers.csv: nav atrodams. Pievienojiet failu vai izlabojiet tā nosaukumu." in told
    with report.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert len(rows) == 9
    assert {row["fault"] for row in rows} == {"file_missing"}
    assert (rows[0]["rule_lv"], rows[0]["rule_en"]) == ("nav atrodams", "is missing")


def test_a_report_of_nothing_is_its_header(database: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.csv"
    report.write_text("of an earlier run")
    assert main(["check", str(SMALL_SURVEY), "--report", str(report)]) == 0
    assert report.read_text("utf-8-sig").splitlines()[0].startswith("file;sheet;row;")
    assert len(report.read_text("utf-8-sig").splitlines()) == 1


def test_a_report_that_cannot_be_written_is_said(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nowhere = tmp_path / "none" / "report.csv"
    assert main(["check", str(SMALL_SURVEY), "--report", str(nowhere)]) == 1
    assert capsys.readouterr().err == (
        f"The report {nowhere} cannot be written: there is no such folder or file.\n"
    )
