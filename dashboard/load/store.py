"""What is known of each load, as files in a folder: any process of the server reads the same.

A load is a folder: the file as it came (`given/`) and decisions about its names (`decisions/`), who
sent it (`load.json`), what the build said (`said.txt`, `said.jsonl`, `faults.txt`, `report.csv`),
how it ended (`ended.json`) and what it built (`staged.duckdb`). One build runs at a time: it holds
a lock that ends with its process.
"""

import csv
import fcntl
import hashlib
import json
import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, NamedTuple

LOAD_ID = re.compile(r"\d{8}-\d{6}-[0-9a-f]{8}")
RUNNING, READY, REFUSED, FAILED, KILLED = "running", "ready", "refused", "failed", "killed"
WAITS = (0.01, 0.05, 0.2)  # seconds between two tries for the lock
LONGEST_NAME = 60  # characters before the ending: file systems take 255 bytes


class LoadRunning(RuntimeError):  # noqa: N818 - says what happened
    """Another build holds the lock."""


@dataclass(frozen=True, slots=True)
class Load:
    """A file that somebody sent, and upon what it is built."""

    load: str  # its identifier: time and chance
    who: str
    file: str  # the name as sent
    sha256: str
    at: str  # ISO 8601, UTC
    base: tuple[str, ...]  # loads in service whose answers it adds to
    base_identity: str  # inputs_sha256 of the database in service; "" where there was none
    decisions: str = ""  # the name of the file of decisions that was sent with it, if any
    decisions_sha256: str = ""

    @property
    def files(self) -> str:
        """What was sent, to be shown."""
        return " + ".join(one for one in (self.file, self.decisions) if one)


class Sent(NamedTuple):
    """A file as a form sends it."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Store:
    """The folder of all loads."""

    folder: Path

    def path(self, load: str, *parts: str) -> Path:
        """A file of a load."""
        return self.folder.joinpath("loads", load, *parts)

    def given(self, load: str) -> Path:
        """The file as it was sent, under its own name: problems are told with it."""
        return self.path(load, "given", self.read(load).file)

    def decisions(self, load: str) -> list[Path]:
        """The file of decisions that was sent with a load, likewise; none where none was."""
        name = self.read(load).decisions
        return [self.path(load, "decisions", name)] if name else []

    def create(
        self,
        who: str,
        answers: Sent,
        base: tuple[list[str], str],
        decisions: Sent | None = None,
    ) -> Load:
        """Keep what was sent; `base`: the loads and the identity that are in service."""
        now = datetime.now(UTC)
        name = f"{now:%Y%m%d-%H%M%S}-{secrets.token_hex(4)}"
        at = now.isoformat(timespec="seconds")
        kept = self._keep(name, "given", answers)
        decided = self._keep(name, "decisions", decisions) if decisions else ("", "")
        load = Load(name, who, *kept, at, tuple(base[0]), base[1], *decided)
        write_json(self.path(name, "load.json"), asdict(load))
        return load

    def _keep(self, load: str, folder: str, sent: Sent) -> tuple[str, str]:
        """Write a file into a load; its name there and its SHA-256."""
        path = self.path(load, folder, plain_name(sent.name))
        path.parent.mkdir(parents=True)
        path.write_bytes(sent.content)
        return path.name, hashlib.sha256(sent.content).hexdigest()

    def read(self, load: str) -> Load:
        """A load. Raises FileNotFoundError where there is none of this identifier."""
        if not LOAD_ID.fullmatch(load):
            raise FileNotFoundError(load)
        known = json.loads(self.path(load, "load.json").read_text("utf-8"))
        return Load(**known | {"base": tuple(known["base"])})

    def known(self, load: str) -> Load:
        """A load; of one whose folder somebody took away nothing but its identifier."""
        try:
            return self.read(load)
        except FileNotFoundError:
            return Load(load, who="", file=load, sha256="", at="", base=(), base_identity="")

    def all(self) -> list[Load]:
        """Every load, the newest first; what else stands in the folder is none."""
        names = [path.parent.name for path in self.folder.glob("loads/*/load.json")]
        return [self.read(one) for one in sorted(names, reverse=True) if LOAD_ID.fullmatch(one)]

    def state(self, load: str) -> str:
        """RUNNING, READY, REFUSED (there is a report), FAILED (it ended otherwise) or KILLED."""
        # In this order: the result is written before the lock is let go.
        running = self.building() == load
        ended = self.path(load, "ended.json")
        if ended.exists():
            code = json.loads(ended.read_text("utf-8"))["code"]
            if code == 0:
                return READY if self.path(load, "staged.duckdb").exists() else FAILED
            if code < 0:
                return KILLED
            return REFUSED if self.report(load) else FAILED
        return RUNNING if running else KILLED

    def report(self, load: str) -> list[dict[str, str]]:
        """The problems of a load's file, by the columns of the build's report."""
        path = self.path(load, "report.csv")
        if not path.exists():
            return []
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file, delimiter=";"))

    def said(self, load: str, name: str = "said.txt") -> list[str]:
        """What the build has said so far, a stage a line."""
        path = self.path(load, name)
        return path.read_text("utf-8", "replace").splitlines() if path.exists() else []

    def stages(self, load: str) -> list[dict[str, Any]]:
        """The stages that the build has told of so far: `stage`, `seconds`, `lv`, `en`.

        `seconds` is None of a stage that goes on.
        """
        return [told for told in self._told(load) if told["stage"]]

    def notices(self, load: str) -> list[dict[str, Any]]:
        """What the build told that refuses nothing: `lv`, `en`."""
        return [told for told in self._told(load) if told["code"] == "notice"]

    def _told(self, load: str) -> list[dict[str, Any]]:
        whole = [line for line in self.said(load, "said.jsonl") if line.endswith("}")]
        return list(map(json.loads, whole))

    def building(self) -> str:
        """The load whose build holds the lock; "" where nothing is built."""
        path = self.folder / "building"
        if not path.exists():
            return ""
        with path.open(encoding="utf-8") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                return file.read() or "?"
        return ""

    @contextmanager
    def building_lock(self) -> Iterator[IO[str]]:
        """The lock of the one build, as a file to hand on to its process.

        Raises:
            LoadRunning: somebody else's build has it.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "building").open("a+", encoding="utf-8") as file:
            if not _locked(file):
                raise LoadRunning
            file.truncate(0)
            yield file

    @contextmanager
    def publishing_lock(self) -> Iterator[None]:
        """Let one process at a time replace the database; others wait."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "publishing").open("w", encoding="utf-8") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield


def _locked(file: IO[str]) -> bool:
    """Whether the lock is ours. Who only looks holds it for a moment, and is waited for."""
    for wait in (*WAITS, None):
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if wait is not None:
                time.sleep(wait)
        else:
            return True
    return False


def plain_name(name: str) -> str:
    """A file's name without folders and without what no file system takes; its ending stays."""
    last = re.split(r"[\\/]", name)[-1]
    printable = "".join(one for one in last if one.isprintable()).strip()
    stem, dot, ending = printable.rpartition(".")
    return f"{stem.lstrip('.-')[:LONGEST_NAME] or 'fails'}{dot}{ending.lower()[:10]}"


def write_json(path: Path, content: Any) -> None:
    """Write a file whole or not at all."""
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    beside.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    beside.replace(path)
