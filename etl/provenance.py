"""Provenance: which inputs a build is made of. The same inputs give the same identity."""

import hashlib
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path


def file_hashes(files: Iterable[Path], root: Path) -> dict[str, str]:
    """SHA-256 by path below `root` (the bare name for files elsewhere), sorted by path."""
    hashes = {}
    for path in files:
        inside = path.is_relative_to(root)
        name = path.relative_to(root).as_posix() if inside else path.name
        hashes[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return dict(sorted(hashes.items()))


def identity(hashes: dict[str, str]) -> str:
    """One SHA-256 over all inputs: what tells two builds of different data apart."""
    lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(hashes.items()))
    return hashlib.sha256(lines.encode()).hexdigest()


def program_version() -> str:
    """The installed version of this program."""
    return version("ricibas-karte")
