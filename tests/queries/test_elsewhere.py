"""The same queries where the tables lie as Parquet files behind views, and under another name.

So no query needs more of a table than its name, its columns and their types, and none knows the
catalogue. DuckLake itself was tried by hand: docs/operations.md says with what and what it showed.
"""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

import queries
from etl.write import opened
from tests.queries.test_queries import NAMES, VALUES, parameters


@pytest.fixture(scope="module")
def here(study_database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with opened(study_database) as connection:
        yield connection


@pytest.fixture(scope="module")
def elsewhere(
    here: duckdb.DuckDBPyConnection, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[duckdb.DuckDBPyConnection]:
    """Views over one Parquet file a table; no key, no constraint, no index."""
    folder = tmp_path_factory.mktemp("lake")
    with duckdb.connect(":memory:") as connection:
        connection.execute(queries.sql("schema/01_types"))
        for (table,) in here.execute("select table_name from duckdb_tables()").fetchall():
            path = folder / f"{table}.parquet"
            here.table(table).write_parquet(str(path))
            columns = here.table(table)
            # Parquet knows no ENUM: the view gives the column its type, and so its order, again.
            typed = ", ".join(
                f'"{name}"::{known_type(kind)} as "{name}"'
                for name, kind in zip(columns.columns, columns.types, strict=True)
            )
            connection.read_parquet(str(path)).project(typed).create_view(table)
        yield connection


def known_type(kind: object) -> str:
    text = str(kind)
    if not text.startswith("ENUM"):
        return text
    first = text.partition("'")[2].partition("'")[0]
    return {
        "orphans_court": "INSTITUTION_TYPE",
        "named": "EVIDENCE",
        "count": "TOTAL_UNIT",
        "experience": "STATEMENT_THEME",
    }[first]


def rows(connection: duckdb.DuckDBPyConnection, name: str) -> list[tuple[object, ...]]:
    """What a query finds, with a value for each of its parameters."""
    values = VALUES | ({"boundary_set": "2025"} if name == "successors" else {})
    given = {parameter: values.get(parameter, []) for parameter in parameters(name)}
    return connection.execute(queries.sql(name), given).fetchall()


@pytest.mark.parametrize("name", NAMES)
def test_a_query_gives_the_same_rows_over_parquet_files(
    here: duckdb.DuckDBPyConnection, elsewhere: duckdb.DuckDBPyConnection, name: str
) -> None:
    assert rows(elsewhere, name) == rows(here, name)


@pytest.fixture(scope="module")
def renamed(study_database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The same file, attached under a name that no query can know."""
    with duckdb.connect(":memory:") as connection:
        connection.execute(f"attach '{study_database}' as \"a lake of another name\" (read_only)")
        connection.execute('use "a lake of another name"')
        yield connection


@pytest.mark.parametrize("name", NAMES)
def test_a_query_gives_the_same_rows_in_a_catalogue_of_another_name(
    here: duckdb.DuckDBPyConnection, renamed: duckdb.DuckDBPyConnection, name: str
) -> None:
    assert rows(renamed, name) == rows(here, name)
