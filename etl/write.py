"""Write: a new database file beside the old one, checked, then renamed into its place.

Whatever fails on the way, the last good file stays as it was, and nothing half-made is left.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pandas as pd

import queries

# DuckDB would ask the network for an extension it misses; nothing here needs one.
Settings = dict[str, str | bool | int | float | list[str]]
OFFLINE: Settings = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
MEMORY = "1GB"  # what DuckDB may take; whatever is larger goes to the disk for a while


def settings(folder: Path) -> Settings:
    """How DuckDB works on something large: within bounds, and what spills over into `folder`."""
    return OFFLINE | {
        "memory_limit": MEMORY,
        "temp_directory": str(folder / "spill"),
    }


@contextmanager
def new_database(target: Path, folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to a new, empty file in `folder` that replaces `target` if the block succeeds.

    Both lie on one disk, so that the new file takes the place of the old one at once or not.
    """
    beside = folder / "database.duckdb"
    # Several threads add up shares in an order of their own; the last digit of a sum differs.
    connection = duckdb.connect(str(beside), config=settings(folder) | {"threads": 1})
    try:
        yield connection
        connection.checkpoint()
    finally:
        connection.close()
    _sync(beside)
    beside.replace(target)
    _sync(target.parent)


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


def _sync(path: Path) -> None:
    """Have the disk keep a file, or the names in a folder."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
