"""The database file in service: replaced under our feet, broken, missing, and back again."""

import json
import shutil
import threading
from pathlib import Path

import duckdb
import pytest

from dashboard import database as module
from dashboard.database import Database, DatabaseMissing, Edition
from tests.conftest import Client


@pytest.fixture(autouse=True)
def look_every_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SECONDS_BETWEEN_LOOKS", 0)


@pytest.fixture
def path(tmp_path: Path, small_database: Path) -> Path:
    """The small survey, in service."""
    return Path(shutil.copy(small_database, tmp_path / "served.duckdb"))


def put(source: bytes | Path, path: Path) -> None:
    """Rename a new file into place, as a build does."""
    beside = path.with_name("beside")
    beside.write_bytes(source if isinstance(source, bytes) else source.read_bytes())
    beside.replace(path)


def wave(edition: Edition) -> str:
    return str(edition.rows("waves")[0]["wave"])


def test_rows_are_dicts_and_a_table_is_columns_and_tuples(path: Path) -> None:
    edition = Database(path).edition()
    rows = edition.rows("strata", {"wave": "2020"})
    columns, table = edition.table("strata", {"wave": "2020"})
    assert [tuple(row) for row in rows] == [tuple(columns)] * 3
    assert [tuple(row.values()) for row in rows] == table
    assert (rows[0]["indicator"], rows[0]["base"]) == ("materials_availability", 5)


def test_a_stream_gives_the_same_rows_in_batches_and_lets_others_ask_meanwhile(
    path: Path,
) -> None:
    edition = Database(path).edition()
    columns, batches = edition.stream("labels", {"lang": "lv"}, size=7)
    first = next(batches)
    expected = edition.table("labels", {"lang": "lv"})
    assert len(first) == 7
    assert (columns, first + [row for batch in batches for row in batch]) == expected


def test_the_file_cannot_be_written_through_an_edition(path: Path) -> None:
    connection = Database(path).edition().connection
    with pytest.raises(duckdb.InvalidInputException, match="read-only"):
        connection.execute("delete from edition.answer")


def test_the_old_file_is_served_until_it_is_replaced_and_then_the_new_one(
    path: Path, study_database: Path
) -> None:
    database = Database(path)
    old = database.edition()
    assert database.edition() is old
    put(study_database, path)
    new = database.edition()
    assert (wave(old), wave(new)) == ("2020", "2016")  # who began with the old one ends with it
    assert old.identity != new.identity
    assert database.edition() is new


def test_what_is_kept_with_an_edition_goes_with_it(path: Path, study_database: Path) -> None:
    database = Database(path)
    database.edition().kept["atlas"] = "of the small survey"
    assert database.edition().kept == {"atlas": "of the small survey"}
    put(study_database, path)
    assert database.edition().kept == {}


def test_the_file_is_looked_at_no_more_than_once_a_second(
    path: Path, study_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SECONDS_BETWEEN_LOOKS", 1000)
    database = Database(path)
    old = database.edition()
    put(study_database, path)
    assert database.edition() is old
    monkeypatch.setattr(module, "SECONDS_BETWEEN_LOOKS", 0)
    assert database.edition() is not old


@pytest.mark.parametrize("rest", [0, 1, 4096, 300_000])
def test_a_torn_newer_file_leaves_the_last_good_one_in_service(
    path: Path, study_database: Path, rest: int
) -> None:
    database = Database(path)
    old = database.edition()
    put(study_database.read_bytes()[:rest], path)
    assert database.edition() is old
    assert wave(old) == "2020"
    put(study_database, path)
    assert wave(database.edition()) == "2016"


def test_a_file_that_goes_away_stays_in_service(path: Path) -> None:
    database = Database(path)
    database.edition()
    path.unlink()
    assert wave(database.edition()) == "2020"


def test_without_a_file_the_message_names_it_and_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "none.duckdb"
    with pytest.raises(DatabaseMissing, match=r"none\.duckdb .*Run: make build"):
        Database(path).edition()


def test_a_file_that_is_no_database_of_this_program_is_none(tmp_path: Path) -> None:
    path = tmp_path / "other.duckdb"
    path.write_text("a letter")
    with pytest.raises(DatabaseMissing, match=r"other\.duckdb"):
        Database(path).edition()
    path.unlink()
    with duckdb.connect(str(path)) as other:
        other.execute("create table invoice (number integer)")
    with pytest.raises(DatabaseMissing, match="build_info"):
        Database(path).edition()


@pytest.mark.parametrize(
    "change",
    ["update build_info set schema_sha256 = 'other'", "alter table build_info drop schema_sha256"],
)
def test_a_file_that_another_version_built_is_refused_and_the_last_good_one_serves_on(
    path: Path, study_database: Path, caplog: pytest.LogCaptureFixture, change: str
) -> None:
    database = Database(path)
    old = database.edition()
    other = path.with_name("other.duckdb")
    shutil.copy(study_database, other)
    with duckdb.connect(str(other)) as connection:
        connection.execute(change)
    with pytest.raises(DatabaseMissing, match=r"another version of the program.*Run: make build"):
        Database(other).edition()
    put(other, path)
    assert database.edition() is old
    assert "built by another version of the program" in caplog.text
    put(study_database, path)
    assert wave(database.edition()) == "2016"


def test_many_threads_share_one_edition(path: Path) -> None:
    database = Database(path)
    found: list[tuple[int, str]] = []

    def ask() -> None:
        edition = database.edition()
        found.append((id(edition), wave(edition)))

    threads = [threading.Thread(target=ask) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 12
    assert len(set(found)) == 1


def test_healthz_is_503_with_the_reason_until_the_database_appears(
    client: Client, tmp_path: Path, small_database: Path
) -> None:
    path = tmp_path / "late.duckdb"
    health = client(path)
    answer = health.get("/healthz")
    assert answer.status_code == 503
    said = json.loads(answer.data)
    assert said["status"] == "unavailable"
    assert str(path) in said["reason"]
    put(small_database, path)
    answer = health.get("/healthz")
    assert answer.status_code == 200
    said = json.loads(answer.data)
    assert (said["status"], said["waves"]) == ("ok", ["2020-1"])
    assert said["inputs_sha256"] == Database(path).edition().identity
    assert len(said["inputs_sha256"]) == 64
