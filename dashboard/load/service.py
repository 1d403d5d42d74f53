"""The database in service: what is in it, a new one put into its place, the one before put back."""

import json
import os
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.database import Database, DatabaseMissing
from dashboard.load.store import Load, Store, write_json


class BaseChanged(RuntimeError):  # noqa: N818 - says what happened
    """The database in service is no longer the one upon which the load was built."""


class NothingBefore(RuntimeError):  # noqa: N818 - says what happened
    """No database is kept that could be put back."""


@dataclass(frozen=True, slots=True)
class Service:
    """The database file, and what the store knows of it."""

    store: Store
    database: Path

    def identity(self) -> str:
        """What the file in service is made of; "" where there is none that can be read."""
        return _identity(self.database)

    def base(self) -> tuple[list[str], str]:
        """The loads in service and the identity of the file.

        A file that somebody put there otherwise holds none of our loads, as far as we know.
        """
        known, identity = self._current(), self.identity()
        return (known["loads"] if known["identity"] == identity else []), identity

    def publish(self, load: Load) -> str:
        """Put what a load built into service and keep what was there. Returns its identity.

        Raises:
            BaseChanged: the file in service, or the program, changed since the load was built.
        """
        with self.store.publishing_lock():
            loads, identity = self.base()
            staged = self.store.path(load.load, "staged.duckdb")
            same = identity == load.base_identity and tuple(loads) == load.base
            if not (same and _identity(staged)):
                raise BaseChanged
            if identity:
                self._keep(loads, identity)
            self._put(staged)
            return self._settle([*loads, load.load])

    def can_go_back(self) -> bool:
        """Whether the file in service is ours, and the one before it is kept and can be read."""
        ours, kept = self._current()["identity"], self._kept()
        return bool(kept) and ours == self.identity() and bool(_identity(kept[-1]))

    def go_back(self) -> tuple[list[str], str]:
        """Put the database before back. Returns the loads that went, and the identity now.

        Raises:
            NothingBefore: none is kept, or the file in service is not ours.
        """
        with self.store.publishing_lock():
            if not self.can_go_back():
                raise NothingBefore
            kept = self._kept()[-1]
            before = json.loads(kept.with_suffix(".json").read_text("utf-8"))
            gone = [one for one in self._current()["loads"] if one not in before["loads"]]
            self._put(kept)
            identity = self._settle(before["loads"])
            kept.unlink()
            kept.with_suffix(".json").unlink()
            return gone, identity

    def _current(self) -> dict[str, Any]:
        path = self.store.folder / "current.json"
        if not path.exists():
            return {"loads": [], "identity": ""}
        known: dict[str, Any] = json.loads(path.read_text("utf-8"))
        return known

    def _kept(self) -> list[Path]:
        """The databases before, the last at the end; each with its facts beside it."""
        return sorted(self.store.folder.glob("previous/[0-9]*.duckdb"))

    def _keep(self, loads: list[str], identity: str) -> None:
        folder = self.store.folder / "previous"
        folder.mkdir(exist_ok=True)
        number = int(self._kept()[-1].stem) + 1 if self._kept() else 1
        path = folder / f"{number:06}.duckdb"
        write_json(path.with_suffix(".json"), {"loads": loads, "identity": identity})
        _copy(self.database, path)

    def _put(self, source: Path) -> None:
        """Copy beside the file in service, then rename over it: nobody ever reads a half."""
        self.database.parent.mkdir(parents=True, exist_ok=True)
        _copy(source, self.database)

    def _settle(self, loads: list[str]) -> str:
        identity = self.identity()
        write_json(self.store.folder / "current.json", {"loads": loads, "identity": identity})
        return identity


def _identity(database: Path) -> str:
    try:
        return Database(database).edition().identity
    except DatabaseMissing:
        return ""


def _copy(source: Path, target: Path) -> None:
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        shutil.copyfile(source, beside)
        with beside.open("rb") as file:
            os.fsync(file.fileno())
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
