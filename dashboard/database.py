"""The database file, open read-only; a newer file under the same name is noticed by itself.

The obvious way fails: while any connection of a process holds a path, DuckDB gives that path's
old file to every new connection. So each file is attached to a fresh in-memory database under a
name of its own.
"""

import logging
import os
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import duckdb

import queries
from dashboard.pipe import through_pipe

SECONDS_BETWEEN_LOOKS = 1.0
# DuckDB would ask the network for an extension it misses; nothing here needs one.
OFFLINE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
# What a process may take for its queries; the sorting of a large export goes to the disk beyond it.
MEMORY = "1GB"
OTHER_TABLES = "it was built by another version of the program"
Params = dict[str, Any]


class DatabaseMissing(RuntimeError):  # noqa: N818 - says what happened
    """There is no database that can be read; the message says which file and what to do."""


class OtherTables(RuntimeError):  # noqa: N818 - says what happened
    """The file was built by another version of the program, with other tables than those here."""


@dataclass(slots=True)
class Edition:
    """One database file as it was when it was opened. It stays readable after a replacement."""

    connection: duckdb.DuckDBPyConnection
    stamp: tuple[int, int]
    identity: str = ""
    kept: dict[object, Any] = field(default_factory=dict)

    def rows(self, query: str, params: Params | None = None) -> list[dict[str, Any]]:
        """The rows of a named query, as dicts by column name."""
        columns, rows = self.table(query, params)
        return [dict(zip(columns, row, strict=True)) for row in rows]

    def table(
        self, query: str, params: Params | None = None
    ) -> tuple[list[str], list[tuple[Any, ...]]]:
        """Column names and rows of a named query. One cursor a call: cursors are not shared."""
        with self.cursor() as cursor:
            cursor.execute(queries.sql(query), params or {})
            columns = [column[0] for column in cursor.description or []]
            return columns, cursor.fetchall()

    def stream(
        self, query: str, params: Params | None = None, size: int = 2000
    ) -> tuple[list[str], Iterator[list[tuple[Any, ...]]]]:
        """Column names, and the rows in batches as they are asked for: memory stays constant."""
        cursor = self.connection.cursor()
        cursor.execute(queries.sql("session/use"))
        cursor.execute(queries.sql(query), params or {})
        columns = [column[0] for column in cursor.description or []]
        return columns, _batches(cursor, size)

    def csv(self, query: str, params: Params | None = None) -> Iterator[bytes]:
        """The rows as a CSV file in pieces, as DuckDB writes it; an empty cell is null."""
        with self.cursor() as cursor:
            rows = cursor.sql(queries.sql(query), params=params or {})
            yield from through_pipe(rows.write_csv, cursor.interrupt)

    @contextmanager
    def cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor of one's own, by which bare names mean this file's tables."""
        cursor = self.connection.cursor()
        try:
            cursor.execute(queries.sql("session/use"))
            yield cursor
        finally:
            cursor.close()


def _batches(cursor: duckdb.DuckDBPyConnection, size: int) -> Iterator[list[tuple[Any, ...]]]:
    with closing(cursor):
        while batch := cursor.fetchmany(size):
            yield batch


class Database:
    """The newest readable edition of the database file."""

    def __init__(self, path: Path):
        self.path = path
        self._lock = threading.Lock()
        self._edition: Edition | None = None
        self._previous: Edition | None = None
        self._looked = 0.0
        self._said = ""

    def edition(self) -> Edition:
        """The edition in service; a replaced file is picked up within a second.

        If the newer file cannot be read, the last good edition stays in service.

        Raises:
            DatabaseMissing: no edition was ever readable.
        """
        with self._lock:
            now = time.monotonic()
            if self._edition is None or now - self._looked >= SECONDS_BETWEEN_LOOKS:
                self._looked = now
                newest = self._newest(self._edition)
                if newest is not self._edition:
                    self._previous, self._edition = self._edition, newest
            return self._edition

    def with_identity(self, identity: str) -> Edition | None:
        """The edition whose identity begins so: the one in service, a newer file, or the last one.

        Another process may have seen a new file first, and an open page may still ask for the old.
        """
        if self.edition().identity.startswith(identity):
            return self.edition()
        self._looked = 0.0
        newest = self.edition()
        return next(
            (e for e in (newest, self._previous) if e and e.identity.startswith(identity)), None
        )

    def _say_once(self, sentence: str) -> None:
        if sentence != self._said:
            logging.getLogger(__name__).warning(sentence)
        self._said = sentence

    def _newest(self, current: Edition | None) -> Edition:
        try:
            status = self.path.stat()
            stamp = (status.st_ino, status.st_mtime_ns)
            if current is not None and current.stamp == stamp:
                return current
            return open_edition(self.path, stamp)
        except (OSError, duckdb.Error, IndexError, OtherTables) as error:
            if current is not None:
                self._say_once(
                    f"{self.path} cannot be read ({error}); the last good one serves on."
                )
                return current
            raise DatabaseMissing(
                f"There is no usable database at {self.path} ({error}). Run: make build"
            ) from error


def open_edition(path: Path, stamp: tuple[int, int]) -> Edition:
    """Open one file read-only.

    Raises:
        duckdb.Error, IndexError: it is not a database of this program.
        OtherTables: it is one of another version.
    """
    spill = Path(gettempdir()) / f"ricibas-karte-spill-{os.getpid()}"
    bounds: dict[str, Any] = {"memory_limit": MEMORY, "temp_directory": str(spill)}
    connection = duckdb.connect(":memory:", config=OFFLINE | bounds)
    connection.execute(queries.sql("session/attach"), {"path": str(path)})
    edition = Edition(connection, stamp)
    try:
        build = edition.rows("build_info")[0]
    except duckdb.BinderException as error:  # a column is missing
        raise OtherTables(OTHER_TABLES) from error
    if build["schema_sha256"] != queries.schema_sha256():
        raise OtherTables(OTHER_TABLES)
    edition.identity = build["inputs_sha256"]
    return edition
