"""Answers too many for Python: tables of DuckDB, asked which rows may have a fault.

The rules stand in `survey_format` and `validate`, once, and judge row by row. Of a large file they
are given only the rows that matter: the queries of `queries/staging/suspects/` find every row that
can break a rule, with the rows that it breaks it with. So a fault is told in the same words
however many rows there are, and what is without fault is never held in memory.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb

import queries
from etl.engine import Engine, one_thread
from etl.large_csv import Layout, header_of, layout, write_numbered
from etl.problems import Problem
from etl.progress import Progress, Rows
from etl.survey_file import Row, header_problems
from etl.write import append

LARGE = 16 << 20  # bytes; a smaller file is read in a second or two and held as a whole
MOST = 10_000  # rows with a fault that are told: nobody mends more by hand
TEXT = "VARCHAR"


def is_large(path: Path) -> bool:
    """Whether a file is to be staged; a missing one is not."""
    return path.is_file() and path.stat().st_size >= LARGE


@dataclass(frozen=True, slots=True)
class Known:
    """What the answers of a survey may refer to."""

    institutions: Iterable[tuple[str, str]]  # id, type
    questions: Iterable[tuple[str, bool]]  # code, whether several answers are allowed
    options: Iterable[tuple[str, str]]  # question, answer
    caveats: Iterable[str]
    source_is_known: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class StagedAnswers:
    """The answers of one survey, in tables that only this connection has."""

    connection: duckdb.DuckDBPyConnection
    rows: int
    told: dict[tuple[str, ...], list[tuple[Any, ...]]] = field(default_factory=dict)

    def suspects(self, known: Known) -> tuple[list[Row], bool]:
        """The rows that the rules must see, by line, and whether there are too many to tell.

        With them come the rows that say whether an institution responded: the rules need them.
        """
        connection = self.connection
        _fill(connection, "known_institution", known.institutions)
        _fill(connection, "known_question", known.questions)
        _fill(connection, "known_option", known.options)
        _fill(connection, "known_caveat", ((caveat,) for caveat in known.caveats))
        unreadable = [(one,) for one in self.sources() if not known.source_is_known(one)]
        _fill(connection, "unreadable_source", unreadable)
        lines: set[int] = set()
        for name in queries.names("staging/suspects"):
            lines.update(_lines(connection, name, {"most": MOST + 1}))
        first = sorted(lines)[:MOST]
        wanted = {*first, *_lines(connection, "staging/responses")}
        found = connection.execute(queries.sql("staging/rows"), {"lines": sorted(wanted)})
        columns = [column[0] for column in found.description or []][1:]
        rows = [
            Row(line, dict(zip(columns, cells, strict=True))) for line, *cells in found.fetchall()
        ]
        return rows, len(lines) > MOST

    def sources(self) -> list[str]:
        """Every source that an answer cites."""
        return [source for (source,) in self._told("sources")]

    def responding(self) -> dict[str, int]:
        """How many institutions of each type responded."""
        return dict(self._told("responding"))

    def answers_of_responding(self, question: str) -> list[tuple[str, str, int]]:
        """Institution type, answer and how often it was given by those that responded."""
        return self._told("answers_of_responding", question=question)

    def take(self, wave: str, rows: Rows) -> None:
        """Move the answers into the table `answer` of the new database; here they are no more."""
        with rows.watching(self.connection, self.rows):
            self.connection.execute(queries.sql("staging/take_answers"), {"wave": wave})
        self.connection.close()

    def _told(self, name: str, **values: str) -> list[tuple[Any, ...]]:
        """What a query tells. A second time it is not run: the rows stay as they are."""
        asked = (name, *values.values())
        if asked not in self.told:
            found = self.connection.execute(queries.sql(f"staging/{name}"), values)
            self.told[asked] = found.fetchall()
        return self.told[asked]


class Staging:
    """Where the large files of a build are staged, and how far that is."""

    def __init__(self, engine: Engine, progress: Progress, files: Iterable[Path]):
        """`files` are all that may be staged, so that it can be said how many rows are left."""
        self._engine = engine
        self._layouts = {path: layout(path) for path in files if is_large(path)}
        total = sum(one.lines for one in self._layouts.values())
        self._rows = progress.rows("read", total)

    def stage(self, path: Path, columns: Sequence[str]) -> tuple[StagedAnswers, list[Problem]]:
        """Read a file that is_large. Returns its rows and its problems of form."""
        connection = self._engine.connection.cursor()  # its temporary tables are seen by no other
        connection.execute(queries.sql("staging/table"))
        known = self._layouts.get(path) or layout(path)
        problems: list[Problem] = []
        if not self._regular(connection, path, known, columns):
            problems = self._numbered(connection, path, columns)
            self._rows.part(known.lines)
        return StagedAnswers(connection, _count(connection)), problems

    def _regular(
        self,
        connection: duckdb.DuckDBPyConnection,
        path: Path,
        known: Layout,
        columns: Sequence[str],
    ) -> bool:
        """Let DuckDB read the file, if it can and if record and line are one."""
        header = header_of(path)
        if not known.ending or header_problems(path.name, header, columns, ()):
            return False
        values = {"path": str(path), "ending": known.ending}
        types = {"columns": dict.fromkeys(header, TEXT)}
        try:
            with self._rows.watching(connection, known.lines), one_thread(connection):
                connection.execute(queries.sql("staging/load_regular"), values | types)
        except duckdb.InvalidInputException:  # Python will say where and what
            return False
        if _count(connection) + 1 == known.lines:
            return True
        self._rows.part(-known.lines)
        connection.execute(queries.sql("staging/forget"))
        return False

    def _numbered(
        self, connection: duckdb.DuckDBPyConnection, path: Path, columns: Sequence[str]
    ) -> list[Problem]:
        target = self._engine.folder / "numbered.csv"
        problems = write_numbered(path, target, columns, MOST, self._rows)
        values = {
            "path": str(target),
            "columns": {"line": "BIGINT", **dict.fromkeys(columns, TEXT)},
        }
        if target.stat().st_size:
            connection.execute(queries.sql("staging/load_numbered"), values)
        target.unlink()
        return problems


def _count(connection: duckdb.DuckDBPyConnection) -> int:
    (count,) = connection.execute(queries.sql("staging/count")).fetchall()[0]
    return int(count)


def _fill(
    connection: duckdb.DuckDBPyConnection, table: str, rows: Iterable[tuple[object, ...]]
) -> None:
    columns = connection.table(table).columns
    append(connection, table, [dict(zip(columns, row, strict=True)) for row in rows])


def _lines(
    connection: duckdb.DuckDBPyConnection, name: str, values: dict[str, Any] | None = None
) -> list[int]:
    return [line for (line,) in connection.execute(queries.sql(name), values or {}).fetchall()]
