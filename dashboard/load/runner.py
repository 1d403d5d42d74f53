"""The process of one load: runs the build, and writes down how it ended.

It outlives the web process that started it, which may be replaced at any time, and holds the lock
of the one build until it ends: `python -m dashboard.load.runner FOLDER LOAD SECONDS OPTION…`.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from dashboard.load import journal
from dashboard.load.store import Load, Store, write_json

PATIENCE = 30 * 60  # seconds until a build that does not end is stopped
STOPPED = -9


def start(
    store: Store, load: Load, lock: IO[str], options: Sequence[str], patience: float = PATIENCE
) -> None:
    """Start the process of a load and hand the lock on to it."""
    lock.write(load.load)
    lock.flush()
    module = (sys.executable, "-m", "dashboard.load.runner")
    process = subprocess.Popen(  # noqa: S603 - our own module, no shell
        [*module, str(store.folder.resolve()), load.load, str(patience), *options],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=[lock.fileno()],
        start_new_session=True,
    )
    # Whoever starts a process must ask for its end, or it stays in the table of processes.
    threading.Thread(target=process.wait, daemon=True).start()


def command(store: Store, load: Load, options: Sequence[str]) -> list[str]:
    """The build with the answers and decisions in service and those that were sent."""
    loads = (*load.base, load.load)
    given = [part for one in loads for part in ("--answers", str(store.given(one)))]
    decided = [file for one in loads for file in store.decisions(one)]
    given += [part for file in decided for part in ("--decisions", str(file))]
    told = (("--report", "report.csv"), ("--progress", "said.jsonl"))
    kept = [part for name, file in told for part in (name, str(store.path(load.load, file)))]
    build = [sys.executable, "-m", "dashboard.cli", "build", *options]
    return [*build, *given, *kept, "--lang", "lv"]


def run(store: Store, load: Load, options: Sequence[str], patience: float) -> int:
    """Run the build to its end. Returns its exit code, negative where it was killed."""
    target = {"RICIBAS_KARTE_DB": str(store.path(load.load, "staged.duckdb"))}
    unbuffered = {"PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"}
    said, faults = (store.path(load.load, name) for name in ("said.txt", "faults.txt"))
    with said.open("wb") as out, faults.open("wb") as err:
        try:
            done = subprocess.run(  # noqa: S603 - our own module, no shell
                command(store, load, options),
                env=os.environ | target | unbuffered,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                timeout=patience,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return STOPPED
    return done.returncode


def main(folder: str, name: str, patience: str, *options: str) -> None:
    """Run one load, and write its end into its folder and the log."""
    store = Store(Path(folder))
    load = store.read(name)
    code = run(store, load, options, float(patience))
    if code:
        event = journal.REFUSED if code == 1 and store.report(name) else journal.FAILED
        told = (load.who, event, name, load.file, load.sha256)
        entry = journal.Entry(journal.now(), *told)
        journal.append(store.folder / "log.jsonl", journal.with_decisions(entry, load))
    write_json(store.path(name, "ended.json"), {"code": code})


if __name__ == "__main__":
    main(*sys.argv[1:])
