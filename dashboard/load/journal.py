"""The log of the office's page: who did what with which file, and when. Lines are only added."""

import csv
import fcntl
import io
import json
import os
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from dashboard.load.store import Load

SENT, REFUSED, FAILED, PUBLISHED, TAKEN_BACK = "sent", "refused", "failed", "published", "back"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


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


def as_csv(entries: list[Entry]) -> str:
    """CSV with the columns COLUMNS, `;` between cells and CRLF, as a Latvian Excel opens it.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(COLUMNS)
    for entry in entries:
        cells = ["" if cell is None else str(cell) for cell in asdict(entry).values()]
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells])
    return out.getvalue()
