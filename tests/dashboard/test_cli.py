"""The command line: exit 0 done, 1 refused with a sentence, 2 not understood."""

import os
import sys
from pathlib import Path

import pytest

from dashboard.cli import main


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
    for word in ("build", "check", "serve", "RICIBAS_KARTE_DB", "HOST", "PORT", "WORKERS"):
        assert word in said


def test_a_wrong_setting_stops_every_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PORT", "http")
    assert main(["serve"]) == 1
    assert capsys.readouterr().err.startswith("PORT is «http»: ")


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
    assert said[1] == "answer_options.csv: is missing. Add the file."
    assert not database.exists()


def test_checking_a_database_that_is_missing_is_refused(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check"]) == 1
    assert capsys.readouterr().err == "1 problem:\nx.duckdb: is missing. Run: make build.\n"
