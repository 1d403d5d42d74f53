"""The files of a load: states, the lock of the one build, the log; no server and no page."""

import csv
import fcntl
import hashlib
import json
import threading
from io import StringIO
from pathlib import Path

import duckdb
import pytest

from dashboard.database import Database
from dashboard.i18n.translate import Words
from dashboard.load import journal, service
from dashboard.load.office import Office
from dashboard.load.runner import PATIENCE, STOPPED, command, run
from dashboard.load.service import BaseChanged, NothingBefore, Service
from dashboard.load.store import Load, LoadRunning, Sent, Store, plain_name, write_json
from dashboard.settings import LoadSettings

REPORT = "file;sheet;row;column;value;fault;rule_lv;remedy_lv;rule_en;remedy_en\r\n"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "loads")


def kept(store: Store, base: tuple[list[str], str] = ([], "")) -> Load:
    return store.create("Anna", Sent("a.csv", b"x"), base)


def database(path: Path, source: Path) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(source.read_bytes())
    return path


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        ("C:\\Mani faili\\Atbildes Ķekavā.XLSX", "Atbildes Ķekavā.xlsx"),
        ("../../etc/passwd.csv", "passwd.csv"),
        ("-x\n\0.csv", "x.csv"),
        (".csv", "fails.csv"),
        ("ā" * 300 + ".csv", "ā" * 60 + ".csv"),
    ],
)
def test_a_name_keeps_its_letters_and_loses_its_folders(sent: str, name: str) -> None:
    assert plain_name(sent) == name


def test_a_load_is_read_as_it_was_written_by_any_process(store: Store) -> None:
    load = kept(store, (["20260101-000000-00000000"], "abc"))
    again = Store(store.folder)
    assert again.read(load.load) == load
    assert again.all() == [load]
    assert again.given(load.load).read_bytes() == b"x"


@pytest.mark.parametrize("name", ["", "..", "20260101-000000-00000000", "x/../y"])
def test_what_is_no_load_is_not_found(store: Store, name: str) -> None:
    with pytest.raises(FileNotFoundError):
        store.read(name)


def test_what_else_stands_in_the_folder_is_no_load(store: Store) -> None:
    load = kept(store)
    other = store.folder / "loads" / "vecie" / "load.json"
    other.parent.mkdir()
    other.write_text("{}", "utf-8")
    assert store.all() == [load]
    gone = "20260101-000000-00000000"
    assert store.known(load.load) == load
    assert store.known(gone).files == gone


def test_who_only_looks_keeps_nobody_from_building(store: Store) -> None:
    with store.building_lock():
        pass
    with (store.folder / "building").open(encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_SH)
        threading.Timer(0.03, fcntl.flock, (file, fcntl.LOCK_UN)).start()
        with store.building_lock():
            assert store.building() == "?"


def test_the_state_is_what_the_files_say(store: Store) -> None:
    load = kept(store)
    path = store.path(load.load, "ended.json")
    assert store.state(load.load) == "killed"
    with store.building_lock() as lock:
        lock.write(load.load)
        lock.flush()
        assert store.state(load.load) == "running"
    write_json(path, {"code": 1})
    assert store.state(load.load) == "failed"
    store.path(load.load, "report.csv").write_text(REPORT, "utf-8-sig")
    assert store.state(load.load) == "failed"
    told = f"{REPORT}a.csv;;2;answer;x;f;n;l;w;r\r\n"
    store.path(load.load, "report.csv").write_text(told, "utf-8-sig")
    assert store.state(load.load) == "refused"
    write_json(path, {"code": -9})
    assert store.state(load.load) == "killed"
    write_json(path, {"code": 0})
    assert store.state(load.load) == "failed"
    store.path(load.load, "staged.duckdb").write_bytes(b"")
    assert store.state(load.load) == "ready"


def test_one_build_at_a_time(store: Store) -> None:
    with store.building_lock(), pytest.raises(LoadRunning), store.building_lock():
        pass
    with store.building_lock():
        pass


def test_the_build_gets_the_answers_in_service_too(store: Store) -> None:
    first = kept(store)
    load = kept(store, ([first.load], "abc"))
    words = command(store, load, ["--survey", "2016"])
    assert words[1:6] == ["-m", "dashboard.cli", "build", "--survey", "2016"]
    given = [words[at + 1] for at, word in enumerate(words) if word == "--answers"]
    assert given == [str(store.given(first.load)), str(store.given(load.load))]
    assert "--decisions" not in words


def test_the_build_replays_the_decisions_in_service_too(store: Store) -> None:
    decisions = Sent("C:\\lēmumi.csv", b"rows")
    first = store.create("Anna", Sent("lēmumi.csv", b"x"), ([], ""), decisions)
    assert (first.file, first.decisions, first.files) == (
        "lēmumi.csv", "lēmumi.csv", "lēmumi.csv + lēmumi.csv",
    )  # fmt: skip
    assert first.decisions_sha256 == hashlib.sha256(b"rows").hexdigest() != first.sha256
    (kept_,) = store.decisions(first.load)
    assert kept_.read_bytes() == b"rows"
    assert store.read(first.load) == first
    words = command(store, kept(store, ([first.load], "abc")), ["--decisions", "their.csv"])
    given = [words[at + 1] for at, word in enumerate(words) if word == "--decisions"]
    assert given == ["their.csv", str(kept_)]


def test_a_load_and_a_log_of_before_there_were_decisions_are_read(store: Store) -> None:
    load = kept(store)
    path = store.path(load.load, "load.json")
    old = {k: v for k, v in json.loads(path.read_text("utf-8")).items() if "decisions" not in k}
    write_json(path, old)
    assert store.read(load.load) == load
    log = store.folder / "log.jsonl"
    journal.append(log, journal.Entry("2026-01-01", "Anna", journal.SENT, "l", "f.csv", "s"))
    line = json.loads(log.read_text("utf-8"))
    log.write_text(json.dumps({k: v for k, v in line.items() if "decisions" not in k}) + "\n")
    assert [(one.who, one.decisions) for one in journal.read(log)] == [("Anna", "")]


def test_stages_are_read_while_a_line_is_being_written(store: Store) -> None:
    load = kept(store)
    assert store.stages(load.load) == []
    told = {
        "code": "told",
        "stage": "read",
        "seconds": 1.2,
        "lv": "1 iestāde",
        "en": "1 institution",
    }
    beside = {"code": "notice", "stage": "", "seconds": None, "lv": "x", "en": "x"}
    lines = [json.dumps(told), json.dumps(beside), json.dumps(told)[:-9]]
    store.path(load.load, "said.jsonl").write_text("\n".join(lines), "utf-8")
    assert store.stages(load.load) == [told]
    assert store.notices(load.load) == [beside]


def test_options_that_the_build_does_not_know_fail_and_are_told(store: Store) -> None:
    load = kept(store)
    assert run(store, load, ["--unknown"], PATIENCE) == 2
    assert "--unknown" in "\n".join(store.said(load.load, "faults.txt"))


def test_a_build_that_takes_too_long_is_stopped(store: Store) -> None:
    assert run(store, kept(store), [], 0.01) == STOPPED


def test_the_log_is_only_added_to_and_is_no_formula(store: Store) -> None:
    path = store.folder / "log.jsonl"
    for who in ("Anna", "=1+1"):
        journal.append(path, journal.Entry("2026-01-01", who, journal.SENT, "l", "f.csv", "s"))
    assert [one.who for one in journal.read(path)] == ["Anna", "=1+1"]
    assert len([json.loads(line) for line in path.read_text("utf-8").splitlines()]) == 2
    text = journal.as_csv(journal.read(path)).decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text), delimiter=";"))
    assert [(one["who"], one["reported"]) for one in rows] == [("Anna", ""), ("'=1+1", "")]


def test_a_first_database_is_published_and_has_none_before(
    store: Store, tmp_path: Path, small_database: Path
) -> None:
    service = Service(store, tmp_path / "served" / "x.duckdb")
    load = kept(store, service.base())
    database(store.path(load.load, "staged.duckdb"), small_database)
    identity = service.publish(load)
    assert service.base() == ([load.load], identity)
    assert not service.can_go_back()
    with pytest.raises(NothingBefore):
        service.go_back()
    with pytest.raises(BaseChanged):
        service.publish(load)
    assert [path.name for path in (tmp_path / "served").iterdir()] == ["x.duckdb"]


def test_a_database_that_somebody_else_put_there_is_not_taken_back(
    store: Store, tmp_path: Path, small_database: Path, study_database: Path
) -> None:
    service = Service(store, database(tmp_path / "served" / "x.duckdb", study_database))
    load = kept(store, service.base())
    database(store.path(load.load, "staged.duckdb"), small_database)
    service.publish(load)
    assert service.can_go_back()
    database(service.database, study_database)
    assert service.base()[0] == []
    assert not service.can_go_back()


def test_what_another_version_of_the_program_built_is_neither_published_nor_put_back(
    store: Store, tmp_path: Path, small_database: Path, study_database: Path
) -> None:
    service = Service(store, database(tmp_path / "served" / "x.duckdb", study_database))
    load = kept(store, service.base())
    staged = database(store.path(load.load, "staged.duckdb"), small_database)
    with_other_tables(staged)
    with pytest.raises(BaseChanged):
        service.publish(load)
    database(staged, small_database)
    service.publish(load)
    assert service.can_go_back()
    with_other_tables(next(store.folder.glob("previous/*.duckdb")))
    with pytest.raises(NothingBefore):
        service.go_back()


def with_other_tables(path: Path) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute("update build_info set schema_sha256 = 'other'")


def test_a_list_of_many_files_asks_as_little_of_the_database_as_one(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(service, "_identity", lambda path: opened.append(path) or "")
    page = Office(Database(tmp_path / "none.duckdb"), LoadSettings(store.folder, "X-User"))
    asked = []
    for _ in range(3):
        kept(store)
        opened.clear()
        page.overview("Anna", Words("lv"))
        asked.append(len(opened))
    assert asked == [asked[0]] * 3
