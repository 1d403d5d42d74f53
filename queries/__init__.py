"""Every question that is asked of the database: find a query by its name.

A query is a file `queries/<name>.sql`. Its header comment is its contract: the question, the
parameters, the columns, the order. Values are bound by DuckDB itself, which refuses missing and
surplus parameters; no text is ever spliced.
"""

import hashlib
import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@cache
def sql(name: str) -> str:
    """The text of query `name`, e.g. `area_values` or `checks/silence_is_not_no`.

    Raises:
        KeyError: there is no such query; the message lists the folder's queries.
    """
    path = FOLDER / f"{name}.sql"
    if not path.is_file():
        known = ", ".join(names(path.parent.relative_to(FOLDER).as_posix()))
        raise KeyError(f"no query “{name}”; known: {known}")
    return path.read_text("utf-8")


def names(folder: str = ".") -> list[str]:
    """The names of the queries in `folder` (".", "schema", "build", "checks", …), sorted."""
    prefix = "" if folder == "." else f"{folder}/"
    return [f"{prefix}{path.stem}" for path in sorted((FOLDER / folder).glob("*.sql"))]


def header(name: str) -> str:
    """The header comment of query `name` without its comment marks."""
    lines = []
    for line in sql(name).splitlines():
        if not line.startswith("--"):
            break
        lines.append(line.removeprefix("--").strip())
    return "\n".join(lines)


@cache
def schema_sha256() -> str:
    """SHA-256 of the tables that the queries read; how they are commented on does not count."""
    tables = [re.sub(r"--.*", "", sql(name)).split() for name in names("schema")]
    return hashlib.sha256("\n".join(map(" ".join, tables)).encode()).hexdigest()
