"""Whatever ends a build, the last good database stays, and the next build cleans up after it."""

import ctypes
import os
import resource
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from etl.build import build
from etl.problems import InputRefused
from etl.workspace import workspace
from tests.conftest import SMALL_SURVEY, quiet

ROOT = Path(__file__).parents[2]
# Where a build is when it is killed: the module's function that is called then.
STAGES = {
    "before anything is read": "etl.build.read_survey",
    "between reading and matching": "etl.build.match_institutions",
    "while rules are checked": "etl.build.validate",
    "while totals become estimates": "etl.build.strata",
    "with an empty database": "etl.build.database_tables",
    "with half of the tables": "etl.build.label_rows_are_in",
    "with all answers and no value": "etl.build._take_staged",
    "before the checks": "etl.build.failed_checks",
    "before the summary": "etl.build.summary",
    "before the file is flushed": "etl.write._sync",
    "before the file is renamed": "pathlib.Path.replace",
}
DIES = """
import importlib, os, signal, sys
from pathlib import Path
import etl.build, etl.staging
etl.staging.LARGE = 0  # answers are staged: more is half made
owner, _, name = sys.argv[2].rpartition(".")
def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
if name == "label_rows_are_in":
    append = etl.build.append
    etl.build.append = lambda c, table, rows: die() if table == "label" else append(c, table, rows)
elif owner == "pathlib.Path":
    Path.replace = die
else:
    setattr(importlib.import_module(owner), name, die)
etl.build.build(Path(sys.argv[1]), survey_folders=[Path(sys.argv[3])], say=lambda line: None)
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """An old database, alone in its folder."""
    path = tmp_path / "served" / "ricibas_karte.duckdb"
    path.parent.mkdir()
    path.write_bytes(b"the old database")
    return path


def untouched(path: Path) -> bool:
    return path.read_bytes() == b"the old database"


def run(
    path: Path, *, before: Callable[[], None] | None = None, lang: str = "en"
) -> subprocess.CompletedProcess[str]:
    """Build `path` by the command line, in a process of its own."""
    return subprocess.run(
        [
            *(sys.executable, "-m", "dashboard.cli", "build"),
            *("--survey", str(SMALL_SURVEY), "--lang", lang),
        ],
        cwd=ROOT,
        env=os.environ | {"RICIBAS_KARTE_DB": str(path)},
        preexec_fn=before,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("stage", STAGES)
def test_a_build_that_is_killed_leaves_the_old_database_and_the_next_one_cleans_up(
    old: Path, stage: str
) -> None:
    killed = subprocess.run(
        [sys.executable, "-c", DIES, str(old), STAGES[stage], str(SMALL_SURVEY)],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()
    assert untouched(old)
    assert len(list(old.parent.iterdir())) == 2  # what it had half made
    build(old, survey_folders=[SMALL_SURVEY], say=quiet)
    assert not untouched(old)
    assert list(old.parent.iterdir()) == [old]


@pytest.mark.parametrize("size", [0, 100_000, 1_000_000, 3_000_000])
def test_a_full_disk_is_told_and_changes_nothing(old: Path, size: int) -> None:
    """No file may grow beyond `size` bytes, as on a disk with so much room."""

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    done = run(old, before=little_room)
    assert done.returncode == 1, done.stderr
    told = done.stderr.splitlines()
    assert told[0] == "1 problem:"
    assert told[1] == (
        f"{old}: cannot be written: the file would become larger than is allowed. "
        "Make room beside the database and start again."
    )
    assert told[2] == f"{old} is unchanged."
    assert "Traceback" not in done.stderr
    assert untouched(old)
    assert list(old.parent.iterdir()) == [old]


def without_privilege() -> None:
    """Let file modes hold for root too, as they do for everybody else."""
    drop_from_bounding_set, may_write_anywhere = 24, 1
    ctypes.CDLL(None).prctl(drop_from_bounding_set, may_write_anywhere, 0, 0, 0)


def test_a_folder_that_cannot_be_written_is_told(old: Path) -> None:
    old.parent.chmod(0o555)
    try:
        done = run(old, before=without_privilege)
    finally:
        old.parent.chmod(0o755)
    assert done.returncode == 1, done.stderr
    assert "its folder: this program has no right of access. " in done.stderr.splitlines()[1]
    assert f"{old} is unchanged." in done.stderr
    assert untouched(old)


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("/proc/ricibas_karte.duckdb", "tādas mapes vai faila nav"),
        ("{file}/x/ricibas_karte.duckdb", "viena no ceļā norādītajām mapēm ir fails"),
    ],
)
def test_a_place_where_no_file_can_be_is_told(tmp_path: Path, place: str, why: str) -> None:
    (tmp_path / "file").write_text("no folder")
    done = run(Path(place.format(file=tmp_path / "file")), lang="lv")
    assert done.returncode == 1, done.stderr
    assert f": nav ierakstāma savā mapē: {why}. Izveidojiet mapi, " in done.stderr.splitlines()[1]


def test_a_second_build_at_once_is_refused_and_the_first_succeeds(old: Path) -> None:
    started, go_on = threading.Event(), threading.Event()

    def say(_line: str) -> None:
        started.set()
        go_on.wait(60)

    first = threading.Thread(target=build, args=(old,), kwargs={"say": say})
    first.start()
    started.wait(60)
    second = run(old)
    assert untouched(old)
    go_on.set()
    first.join()
    assert second.returncode == 1
    assert second.stderr.splitlines()[1] == (
        "ricibas_karte.duckdb: is being built by another process. "
        "Wait until it ends, or stop it, and start again."
    )
    assert not untouched(old)
    assert list(old.parent.iterdir()) == [old]


def test_many_builds_at_once_never_share_a_folder(tmp_path: Path) -> None:
    """Whoever gets the folder has it alone and empty; who does not is refused."""
    target = tmp_path / "x.duckdb"
    inside: list[int] = []
    seen: list[str] = []

    def work() -> None:
        for _ in range(100):
            try:
                with workspace(target) as folder:
                    inside.append(1)
                    seen.append("alone" if len(inside) == 1 and not any(folder.iterdir()) else "!")
                    (folder / "half made").write_text("x")
                    inside.pop()
            except InputRefused:
                seen.append("refused")

    workers = [threading.Thread(target=work) for _ in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(seen) == 800
    assert set(seen) == {"alone", "refused"}
    assert list(tmp_path.iterdir()) == []
