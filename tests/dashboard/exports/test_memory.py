"""However many rows, a file takes the same memory: each format writes as it reads."""

import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.database import Database
from dashboard.exports.extract import Extract, Row, read_extract
from dashboard.exports.geojson import write_geojson
from dashboard.exports.parquet import write_geoparquet, write_parquet
from dashboard.exports.workbook import write_workbook


@pytest.fixture(scope="module")
def extract(study_database: Path) -> Extract:
    edition = Database(study_database).edition()
    asked = {"boundary_set": ["2021"], "planning_region": ["Zemgales"]}
    return read_extract(edition, "indicators", asked)


@pytest.mark.parametrize("write", [write_workbook, write_parquet, write_geoparquet, write_geojson])
def test_ten_times_the_rows_take_no_more_memory(
    extract: Extract, tmp_path: Path, write: Callable[[Extract, Path], None]
) -> None:
    rows = [row for batch in extract.batches() for row in batch]

    def repeated(times: int) -> Extract:
        def batches() -> Iterator[list[Row]]:
            for _ in range(times):
                yield list(rows)

        return replace(extract, batches=batches, written=None)

    def most(times: int) -> int:
        tracemalloc.start()
        write(repeated(times), tmp_path / f"{write.__name__}{times}")
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return peak

    most(1)  # what is read once and kept
    assert most(30) < most(3) * 1.2 + 100_000
