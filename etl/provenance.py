"""Provenance: which inputs a build is made of. The same inputs give the same identity."""

import hashlib
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path


def named(files: Iterable[Path], root: Path, folder: str = "") -> dict[str, Path]:
    """Files by their path below `root`; a file elsewhere by the name of its folder and its own."""
    return {
        path.relative_to(root).as_posix()
        if path.is_relative_to(root)
        else f"{folder or path.parent.name}/{path.name}": path
        for path in files
    }


def file_hashes(files: Mapping[str, Path]) -> dict[str, str]:
    """SHA-256 of each named file, sorted by name."""
    return {
        name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in sorted(files.items())
    }


def identity(hashes: dict[str, str]) -> str:
    """One SHA-256 over all inputs: what tells two builds of different data apart."""
    lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(hashes.items()))
    return hashlib.sha256(lines.encode()).hexdigest()


def program_version() -> str:
    """The installed version of this program."""
    return version("ricibas-karte")
