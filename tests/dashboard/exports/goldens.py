"""Golden files: what stands in tests/golden/, and how what is missing there is written.

    python -m tests.dashboard.exports.goldens DATABASE

writes only what is not there: to change one, remove it, write it anew, and read it by eye. The
hash of the database changes with every input, so it stands there as zeros. A zipped file is a
folder of its parts: zlib packs the same part differently from version to version.
"""

import io
import sys
from pathlib import Path
from zipfile import ZipFile

from flask import Flask

from dashboard.database import Database
from dashboard.exports.routes import add_exports
from tests.conftest import GOLDEN
from tests.dashboard.exports.addresses import GOLDENS

ZIPPED = (".xlsx", ".zip")
Parts = dict[str, bytes]


def parts_of(name: str, content: bytes, database: Path) -> Parts:
    """A file's parts, the hash of its database masked; a file that is not zipped is one part."""
    identity = Database(database).edition().identity.encode()
    parts = {"": content}
    if name.endswith(ZIPPED):
        with ZipFile(io.BytesIO(content)) as packed:
            parts = {one: packed.read(one) for one in packed.namelist()}
    return {one: text.replace(identity, b"0" * len(identity)) for one, text in parts.items()}


def golden_parts(name: str) -> Parts:
    """The parts that stand in tests/golden/."""
    path = GOLDEN / name
    if path.is_file():
        return {"": path.read_bytes()}
    files = [one for one in path.rglob("*") if one.is_file()]
    return {one.relative_to(path).as_posix(): one.read_bytes() for one in files}


def write_missing(database: Path) -> None:
    """Write the golden files that are not there."""
    server = Flask("goldens")
    add_exports(server, Database(database))
    for name, address in GOLDENS.items():
        if (GOLDEN / name).exists():
            continue
        content = server.test_client().get(address).data
        for part, text in parts_of(name, content, database).items():
            path = GOLDEN / name / part
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text)


if __name__ == "__main__":
    write_missing(Path(sys.argv[1]))
