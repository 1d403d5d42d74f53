"""The documentation as tests read it: which pages there are, their sections and tables."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from etl.build import ROOT, STUDY

README = ROOT / "README.md"
EXPORTS = ROOT / "docs" / "exports.md"
FORMAT = ROOT / "docs" / "survey-format.md"
OPERATIONS = ROOT / "docs" / "operations.md"
CODING = STUDY / "README.md"
ETL = ROOT / "etl" / "README.md"
PAGES = sorted(
    path
    for path in ROOT.rglob("*.md")
    if not {".venv", "build", "node_modules"} & set(path.relative_to(ROOT).parts)
    and not any(part.startswith(".") for part in path.relative_to(ROOT).parts)
)


def section(path: Path, heading: str) -> str:
    """The text between a heading of any level and the next heading."""
    parts = re.split(r"^#+ (.*)\n", path.read_text("utf-8"), flags=re.MULTILINE)
    found = dict(zip(parts[1::2], parts[2::2], strict=True))
    assert heading in found, f"{path.name} has no heading {heading!r}"
    return found[heading]


def tables(text: str) -> Iterator[list[dict[str, str]]]:
    """Each table as rows by column name, code marks taken off."""
    for block in re.findall(r"(?:^\|.*\n)+", text + "\n", re.MULTILINE):
        head, _, *rows = [
            [re.sub(r"^`([^`]*)`$", r"\1", cell.strip()) for cell in line.strip("|").split("|")]
            for line in block.splitlines()
        ]
        yield [dict(zip(head, row, strict=True)) for row in rows]


def table(path: Path, heading: str) -> list[dict[str, str]]:
    return next(tables(section(path, heading)))


def coded(name: str) -> list[dict[str, str]]:
    with (STUDY / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
