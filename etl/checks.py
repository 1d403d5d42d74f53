"""Checks: what must hold in every finished database, asked as queries that return offenders.

Each file of `queries/checks/` returns no row when all is well. Its header says what an offender
means and what to do; both stand in the problem that a person reads.
"""

from collections.abc import Mapping
from pathlib import Path

import duckdb

import queries
from etl.problems import InputRefused, Problem
from etl.said import Said, Say
from etl.write import opened


def check_database(path: Path, say: Say = print) -> None:
    """Run every check query on a database; raises InputRefused with the offending rows."""
    if not path.is_file():
        raise InputRefused([Problem(path.name, None, "", "", "database_missing")])
    try:
        with opened(path) as connection:
            problems = [*missing_explanations(connection), *failed_checks(connection)]
    except duckdb.Error as error:
        reason = {"reason": str(error).splitlines()[0]}
        problems = [Problem(path.name, None, "", "", "database_foreign", reason)]
    if problems:
        raise InputRefused(problems)
    say(Said("checks_passed", {"file": str(path), "checks": len(queries.names("checks"))}))


def failed_checks(connection: duckdb.DuckDBPyConnection) -> list[Problem]:
    """Every offending row of every check, as problems."""
    problems = []
    for name in queries.names("checks"):
        cursor = connection.execute(queries.sql(name))
        columns = [column[0] for column in cursor.description or []]
        for row in cursor.fetchall():
            shown = ", ".join(f"{c} {v}" for c, v in zip(columns, row, strict=True))
            problems.append(Problem(f"{name}.sql", None, "", shown, name))
    return problems


def missing_explanations(
    connection: duckdb.DuckDBPyConnection, folders: Mapping[str, str] | None = None
) -> list[Problem]:
    """Published totals that the coded answers contradict without a word of explanation.

    `folders` maps a wave to the folder it was read from, where several are to be told apart.
    """
    named = {wave: f"{folder}/" for wave, folder in (folders or {}).items()}
    return [
        Problem(
            f"{named.get(wave, '')}published_totals.csv",
            total_id + 1,
            "value",
            f"{published:g}",
            "difference_unexplained",
            {"coded": f"{coded:g}"},
        )
        for wave, total_id, published, coded in connection.execute(
            queries.sql("unexplained_differences")
        ).fetchall()
    ]
