"""The committed product, read once, and boundary files made from it."""

from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import pytest

from geodata.atoms import read_atoms
from geodata.boundaries import read_boundary_set

SETS = ("2009", "2021", "2025")


@pytest.fixture(scope="session")
def atoms() -> gpd.GeoDataFrame:
    return read_atoms()


@pytest.fixture(scope="session")
def frames() -> dict[str, gpd.GeoDataFrame]:
    return {key: read_boundary_set(key) for key in SETS}


@pytest.fixture(params=SETS)
def boundary_set(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def frame(frames: dict[str, gpd.GeoDataFrame], boundary_set: str) -> gpd.GeoDataFrame:
    return frames[boundary_set]


@pytest.fixture
def users_rows(frames: dict[str, gpd.GeoDataFrame]) -> gpd.GeoDataFrame:
    """The 42 municipalities as a user's file has them, in LKS-92; row 1 is LV-002."""
    rows = frames["2025"][["code", "name_nom", "geometry"]]
    return rows.rename(columns={"name_nom": "name"}).to_crs("EPSG:3059")


@pytest.fixture
def save(tmp_path: Path) -> Callable[..., Path]:
    """Write rows to a file named by its kind, GeoPackage unless said; return the path."""

    def write(rows: gpd.GeoDataFrame, name: str = "mine.gpkg") -> Path:
        path = tmp_path / name
        rows.to_file(path)
        return path

    return write
