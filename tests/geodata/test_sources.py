"""The public packages are read only if they are the ones meant. No network."""

import dataclasses
import hashlib
import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from geodata import sources

MAP = (
    b'{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"ISO":"LV-007"},'
    b'"geometry":{"type":"Point","coordinates":[24,57]}}]}'
)


def wheel(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("maps/lv.geojson", MAP)
    return path


def tarball(path: Path) -> Path:
    with tarfile.open(path, "w:gz") as archive:
        entry = tarfile.TarInfo("maps/lv.geojson")
        entry.size = len(MAP)
        archive.addfile(entry, io.BytesIO(MAP))
    return path


def source_of(path: Path) -> sources.Source:
    return dataclasses.replace(
        sources.OFFICIAL,
        member="maps/lv.geojson",
        archive_sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        member_sha256=hashlib.sha256(MAP).hexdigest(),
    )


@pytest.mark.parametrize(("make", "name"), [(wheel, "a.whl"), (tarball, "a.tgz")])
def test_a_map_is_read_out_of_either_kind_of_archive(make, name: str, tmp_path: Path) -> None:
    path = make(tmp_path / name)
    assert list(sources.read(source_of(path), path)["ISO"]) == ["LV-007"]


def test_another_archive_is_refused(tmp_path: Path) -> None:
    path = wheel(tmp_path / "a.whl")
    with pytest.raises(ValueError, match=r"a\.whl: SHA-256 is .* expected 4b5886b2"):
        sources.read(sources.OFFICIAL, path)


def test_another_file_in_the_right_archive_is_refused(tmp_path: Path) -> None:
    path = wheel(tmp_path / "a.whl")
    source = dataclasses.replace(source_of(path), member_sha256="0" * 64)
    with pytest.raises(ValueError, match=r"maps/lv\.geojson: SHA-256 is .* expected 0000"):
        sources.read(source, path)
