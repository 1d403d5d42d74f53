"""A stream is what was written, to its end or to the failure, and nobody waits for ever."""

import csv
import io
import threading
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.database import Database
from dashboard.exports.extract import read_extract
from dashboard.exports.formats import csv_pieces
from dashboard.pipe import PIECE, through_pipe

FILTERS = (
    *("waves", "institution_types", "planning_regions", "municipalities"),
    *("boundary_sets", "evidences", "questions"),
)
EVERYTHING = {name: [] for name in FILTERS} | {"lang": "lv"}


def never() -> None:
    """Nobody gives up."""


def test_a_stream_is_all_that_was_written() -> None:
    content = bytes(range(256)) * 3000

    def write(path: str) -> None:
        Path(path).write_bytes(content)

    pieces = list(through_pipe(write, never))
    assert b"".join(pieces) == content
    assert max(map(len, pieces)) <= PIECE


def test_a_failure_is_raised_after_what_was_written() -> None:
    def fail(path: str) -> None:
        with Path(path).open("wb") as file:
            file.write(b"a beginning")
        raise RuntimeError("no more")

    stream = through_pipe(fail, never)
    assert next(stream) == b"a beginning"
    with pytest.raises(RuntimeError, match="no more"):
        next(stream)


def test_nothing_is_begun_before_the_first_piece_is_asked_for() -> None:
    begun: list[str] = []
    through_pipe(begun.append, never)
    assert begun == []
    assert list(through_pipe(begun.append, never)) == []
    assert len(begun) == 1


def test_who_takes_no_more_ends_the_writing(study_database: Path) -> None:
    before = threading.active_count()
    stream = Database(study_database).edition().csv("export_answers", EVERYTHING)
    assert next(stream).startswith(b"wave,institution_id,")
    stream.close()
    assert threading.active_count() == before


@pytest.mark.parametrize("table", ["answers", "indicators", "statements"])
@pytest.mark.parametrize("lang", ["lv", "en"])
def test_duckdb_writes_what_python_would_write(study_database: Path, table: str, lang: str) -> None:
    edition = Database(study_database).edition()
    asked = {"lang": [lang], "boundary_set": ["2009", "2025"]}
    extract = read_extract(edition, table, asked)
    columns = [column.name for column in extract.columns]
    by_python = b"".join(csv_pieces(columns, extract.batches(), "analysis"))
    assert b"".join(extract.csv()) == by_python
    assert by_python.count(b"\n") > 50


# DuckDB quotes a cell that begins with # or holds a carriage return; Python leaves it bare.
CELLS = st.text(st.characters(codec="utf-8", exclude_characters="#\r\0"), min_size=1)


@given(st.lists(st.tuples(CELLS, st.none() | CELLS, st.floats(0, 1)), min_size=1))
def test_any_cell_is_written_as_python_writes_it(rows: list[tuple[str, str | None, float]]) -> None:
    expected = io.StringIO()
    writer = csv.writer(expected, lineterminator="\n")
    writer.writerow(["a", "b", "c"])
    writer.writerows(rows)
    with duckdb.connect(":memory:") as connection:
        values = connection.values(*rows) if len(rows) > 1 else connection.values(rows[0])
        named = values.project("col0::VARCHAR as a, col1::VARCHAR as b, col2::DOUBLE as c")
        written = b"".join(through_pipe(named.write_csv, connection.interrupt))
    assert written.decode() == expected.getvalue()
