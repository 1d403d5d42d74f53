"""The DuckDB of a build: one, in memory, within bounds; what is more goes to the disk for a while.

Everything that a build asks in SQL it asks here: of answers too many for Python, and of the new
database, which is a file that is attached.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

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


@dataclass(frozen=True, slots=True)
class Engine:
    """A DuckDB that keeps nothing by itself, and the folder for what is half made."""

    connection: duckdb.DuckDBPyConnection
    folder: Path


@contextmanager
def engine_in(folder: Path) -> Iterator[Engine]:
    """An engine that spills over into `folder`; it ends with the block."""
    with duckdb.connect(config=settings(folder)) as connection:
        yield Engine(connection, folder)


@contextmanager
def one_thread(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Let the block's queries run in one thread, so that the rows they write lie close together.

    Several threads leave them in pieces, and what is made of pieces is written twice.
    """
    connection.execute(queries.sql("session/one_thread"))
    try:
        yield
    finally:
        connection.execute(queries.sql("session/all_threads"))
