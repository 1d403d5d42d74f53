"""The addresses of the map's files. Each carries what the file depends on: data and program."""

import hashlib
from pathlib import Path

from dashboard.database import Edition


def _program_fingerprint() -> str:
    """A digest of the program's words, colours and code: what else a kept file depends on."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.rglob("*")):
        if path.suffix in {".py", ".toml"}:
            digest.update(path.read_bytes())
    return digest.hexdigest()[:8]


IDENTITY_LENGTH = 16
PROGRAM = _program_fingerprint()


def edition_key(edition: Edition) -> str:
    """What tells the files of one database and one program apart from all others."""
    return f"{edition.identity[:IDENTITY_LENGTH]}-{PROGRAM}"


def file_address(edition: Edition, *parts: str, ending: str = "json") -> str:
    """The address of a map file of this edition, e.g. areas, 2009."""
    return f"/map/{edition_key(edition)}/{'/'.join(parts)}.{ending}"
