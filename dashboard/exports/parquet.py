"""Parquet and GeoParquet, written by DuckDB from the very CSV that the address beside them gives.

So the two cannot differ, and whatever is streamed as CSV can be had, however its rows are made.
"""

import csv
import json
from pathlib import Path
from typing import Any

import duckdb

import queries
from dashboard.database import OFFLINE
from dashboard.exports.areas import read_areas
from dashboard.exports.citation import facts
from dashboard.exports.extract import Extract

TYPES = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE"}
# Said here and not by DuckDB, which says it only where there is an outline: a file without rows is
# GeoParquet too.
GEO = {
    "version": "1.0.0",
    "primary_column": "geometry",
    "columns": {
        "geometry": {
            "encoding": "WKB",
            "geometry_types": ["Polygon", "MultiPolygon"],
            "orientation": "counterclockwise",
        }
    },
}
# One thread keeps the order of the rows and the bytes; the limit makes large files spill to disk.
WRITER = OFFLINE | {"threads": 1, "memory_limit": "256MB"}


def write_parquet(extract: Extract, path: Path) -> None:
    """Write the rows with their types; an empty cell is null."""
    _write(extract, path, "session/parquet", facts(extract, "parquet"))


def write_geoparquet(extract: Extract, path: Path) -> None:
    """Write the rows, each with the outline of its area."""
    areas = path.with_suffix(".areas")
    with areas.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["boundary_set", "area", "geometry"])
        outlines = read_areas(extract.edition, extract.boundary_sets)
        writer.writerows((*area, outline) for area, outline in outlines.items())
    said = facts(extract, "geo.parquet") | {"geo": json.dumps(GEO)}
    _write(extract, path, "session/geoparquet", said, areas=str(areas))


def _write(extract: Extract, path: Path, statement: str, said: dict[str, str], **more: str) -> None:
    source = path.with_suffix(".csv")
    with source.open("wb") as file:
        file.writelines(extract.csv())
    values: dict[str, Any] = {
        "csv": str(source),
        "columns": {column.name: TYPES[column.type] for column in extract.columns},
        "path": str(path),
        "facts": said,
    }
    config = WRITER | {"temp_directory": str(path.parent)}
    with duckdb.connect(":memory:", config=config) as connection:
        connection.execute(queries.sql(statement), values | more)
