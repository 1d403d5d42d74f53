"""The worlds that tests live in: the real study, a small survey, and a client that asks for files.

Both databases are built once, through the real build; a test that breaks one copies it first.
"""

import csv
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import settings

from dashboard.database import Database
from dashboard.exports.maps import add_map_export
from dashboard.exports.routes import add_exports
from dashboard.health import add_health
from etl.build import STUDY, build
from tests.invented_wave import invented_wave

# The same examples each time, and no failure because a machine is slow.
settings.register_profile("house", deadline=None, derandomize=True)
settings.load_profile("house")
# What the command line says must not depend on whose machine it is.
os.environ["LANGUAGE"] = "en"

SMALL_SURVEY = Path(__file__).parent / "data" / "small_survey"
GOLDEN = Path(__file__).parent / "golden"
STUDY_2016 = Path(__file__).parents[1] / "etl" / "study_2016"
Client = Callable[[Path], FlaskClient]


def quiet(_line: object) -> None:
    """Take what a build says, and say nothing."""


@dataclass(frozen=True, slots=True)
class SmallSurvey:
    """A copy of tests/data/small_survey. Its records are one line each, so a row is a line."""

    folder: Path

    def records(self, file: str) -> list[dict[str, str]]:
        """The rows of one file."""
        with (self.folder / file).open(encoding="utf-8", newline="") as source:
            return list(csv.DictReader(source))

    def line(self, file: str, **where: str) -> int:
        """The line of the one row with these cells; the header is line 1."""
        (found,) = (
            line
            for line, row in enumerate(self.records(file), 2)
            if all(row[column] == value for column, value in where.items())
        )
        return found

    def change(self, file: str, line: int, **cells: str) -> int:
        """Change cells of the row that stands in a line; returns the line."""
        rows = self.records(file)
        rows[line - 2] |= cells
        self._write(file, rows)
        return line

    def add(self, file: str, like: int, **cells: str) -> int:
        """Append a copy of the row in line `like` with other cells; returns its line."""
        rows = self.records(file)
        rows.append(rows[like - 2] | cells)
        self._write(file, rows)
        return len(rows) + 1

    def remove(self, file: str, line: int) -> None:
        """Take a row out."""
        rows = self.records(file)
        del rows[line - 2]
        self._write(file, rows)

    def rewrite(self, file: str, change: Callable[[bytes], bytes]) -> None:
        """Change the bytes of a file."""
        path = self.folder / file
        path.write_bytes(change(path.read_bytes()))

    def _write(self, file: str, rows: list[dict[str, str]]) -> None:
        with (self.folder / file).open("w", encoding="utf-8", newline="") as target:
            writer = csv.DictWriter(target, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


@pytest.fixture
def small_survey(tmp_path: Path) -> SmallSurvey:
    """A survey of six municipalities in a folder of its own, for a test to change."""
    return SmallSurvey(Path(shutil.copytree(SMALL_SURVEY, tmp_path / "small_survey")))


@pytest.fixture(scope="session")
def study_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real study of 2016, built once. Never write to it."""
    path = tmp_path_factory.mktemp("study") / "ricibas_karte.duckdb"
    build(path, say=quiet)
    return path


@pytest.fixture(scope="session")
def small_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small survey, built once. Never write to it."""
    path = tmp_path_factory.mktemp("small") / "ricibas_karte.duckdb"
    build(path, survey_folders=[SMALL_SURVEY], say=quiet)
    return path


@pytest.fixture(scope="session")
def two_waves_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The study, and an invented wave of 2026 within the boundaries of 2025. Never write to it."""
    folder = tmp_path_factory.mktemp("two_waves")
    path = folder / "ricibas_karte.duckdb"
    build(path, survey_folders=[STUDY, invented_wave(folder / "invented")], say=quiet)
    return path


@pytest.fixture(scope="session")
def client() -> Client:
    """Make a client of a bare server with the exports and /healthz of a database file."""

    def serve(path: Path) -> FlaskClient:
        server = Flask("exports")
        server.testing = True
        database = Database(path)
        add_exports(server, database)
        add_map_export(server, database)
        add_health(server, database)
        return server.test_client()

    return serve


@pytest.fixture(scope="session")
def study_client(client: Client, study_database: Path) -> FlaskClient:
    """A client of the real study."""
    return client(study_database)
