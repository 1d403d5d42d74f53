"""The log of the office's page: who did what with which file, and when. Lines are only added."""

import fcntl
import json
import os
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from dashboard.exports.formats import csv_pieces
from dashboard.load.store import Load

SENT, REFUSED, FAILED, PUBLISHED, TAKEN_BACK = "sent", "refused", "failed", "published", "back"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. Numbers are None where the event changes nothing of what is served."""

    at: str  # ISO 8601, UTC
    who: str
    event: str  # sent | refused | failed | published | back
    load: str
    file: str
    sha256: str
    reported: int | None = None  # municipalities whose values are now reported
    changed: int | None = None  # indicators that changed
    conflicts: int | None = None  # new conflicts with the survey
    identity: str = ""  # inputs_sha256 of the database in service afterwards
    decisions: str = ""  # the file of decisions that came with it, if any
    decisions_sha256: str = ""


COLUMNS = tuple(Entry.__dataclass_fields__)


def now() -> str:
    """The time of an entry."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def with_decisions(entry: Entry, load: Load) -> Entry:
    """The entry with the file of decisions that came with a load."""
    return replace(entry, decisions=load.decisions, decisions_sha256=load.decisions_sha256)


def append(path: Path, entry: Entry) -> None:
    """Add a line; processes wait for one another, and the line is on the disk when this returns."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.write(json.dumps(asdict(entry), ensure_ascii=False) + "\n")
        file.flush()
        os.fsync(file.fileno())


def read(path: Path) -> list[Entry]:
    """Every entry, the oldest first."""
    if not path.exists():
        return []
    return [Entry(**json.loads(line)) for line in path.read_text("utf-8").splitlines()]


def as_csv(entries: list[Entry]) -> bytes:
    """The log as a file with the columns COLUMNS, as a spreadsheet in Latvian opens it."""
    rows = [tuple(asdict(entry).values()) for entry in entries]
    return b"".join(csv_pieces(list(COLUMNS), [rows], "excel"))
