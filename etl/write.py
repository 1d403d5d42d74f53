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
from etl.engine import OFFLINE, Engine


@contextmanager
def new_database(target: Path, engine: Engine) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to a new, empty file that replaces `target` if the block succeeds.

    Both lie on one disk, so that the new file takes the place of the old one at once or not.
    """
    beside = engine.folder / "database.duckdb"
    engine.connection.execute(queries.sql("session/attach_built"), {"path": str(beside)})
    engine.connection.execute(queries.sql("session/use_built"))
    yield engine.connection
    engine.connection.execute(queries.sql("session/detach_built"))
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


def run_all(connection: duckdb.DuckDBPyConnection, folder: str) -> None:
    """Run the queries of a folder in the order of their names."""
    for name in queries.names(folder):
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
