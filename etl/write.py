"""Write: a new database file beside the old one, checked, then renamed into its place.

Whatever fails on the way, the last good file stays as it was, and nothing half-made is left.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb
import pandas as pd

import queries

# DuckDB would ask the network for an extension it misses; nothing here needs one.
OFFLINE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
# Several threads add up shares in an order of their own, and the last digit of a sum differs.
REPEATABLE = OFFLINE | {"threads": 1}


@contextmanager
def new_database(target: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to a new, empty file that takes the place of `target` if the block succeeds."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    _remove(beside)
    try:
        connection = duckdb.connect(str(beside), config=REPEATABLE)
        try:
            yield connection
            connection.checkpoint()
        finally:
            connection.close()
        _sync(beside)
        beside.replace(target)
    finally:
        _remove(beside)


@contextmanager
def opened(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """An existing database file, for reading only."""
    connection = duckdb.connect(str(path), read_only=True, config=OFFLINE)
    try:
        yield connection
    finally:
        connection.close()


def create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Run the schema files in the order of their names."""
    for name in queries.names("schema"):
        connection.execute(queries.sql(name))


def append(connection: duckdb.DuckDBPyConnection, table: str, rows: list[dict[str, object]]) -> int:
    """Append `rows`, dicts with the table's columns as keys. Returns how many."""
    if rows:
        connection.append(table, pd.DataFrame(rows, dtype=object), by_name=True)
    return len(rows)


def _remove(path: Path) -> None:
    for leftover in (path, path.with_name(path.name + ".wal")):
        with suppress(FileNotFoundError):
            leftover.unlink()


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
