"""The fonts have every letter that the pages may show, and are those of their README."""

import hashlib
import tomllib
from collections.abc import Iterator
from pathlib import Path
from unicodedata import category

import duckdb
import pytest
from fontTools.ttLib import TTFont

from dashboard.served_assets import FOLDER
from etl.build import ROOT

FONTS = sorted((FOLDER / "fonts").glob("*.woff2"))
BY_FONT = pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)


def texts(content: object) -> Iterator[str]:
    """Every text of a catalogue."""
    if isinstance(content, dict):
        for inner in content.values():
            yield from texts(inner)
    elif isinstance(content, list):
        for inner in content:
            yield from texts(inner)
    elif isinstance(content, str):
        yield content


def missing(font: Path, found: Iterator[str]) -> set[str]:
    shown = {letter for text in found for letter in text if category(letter) not in {"Cc", "Cf"}}
    assert len(shown) > 80
    return shown - {chr(code) for code in TTFont(font).getBestCmap()}


@BY_FONT
def test_it_has_every_letter_of_the_interface(font: Path) -> None:
    files = [*(ROOT / "dashboard" / "i18n").glob("*.toml"), ROOT / "etl" / "labels.toml"]
    assert len(files) == 3
    catalogues = [tomllib.loads(file.read_text("utf-8")) for file in files]
    assert missing(font, (text for one in catalogues for text in texts(one))) == set()


@BY_FONT
def test_it_has_every_letter_of_the_database(font: Path, study_database: Path) -> None:
    def cells() -> Iterator[str]:
        with duckdb.connect(study_database, read_only=True) as connection:
            columns = connection.execute(
                "select table_name, column_name from information_schema.columns"
                " where data_type in ('VARCHAR', 'VARCHAR[]')"
            ).fetchall()
            for table, column in columns:
                query = f'select distinct cast("{column}" as varchar) from "{table}"'
                for (cell,) in connection.execute(query).fetchall():
                    yield cell or ""

    assert missing(font, cells()) == set()


@BY_FONT
def test_it_is_the_one_of_its_readme(font: Path) -> None:
    readme = (FOLDER / "fonts" / "README.md").read_text("utf-8")
    content = font.read_bytes()
    assert f"{len(content):,} | `{hashlib.sha256(content).hexdigest()}`" in readme


@BY_FONT
def test_it_does_not_carry_the_reserved_name(font: Path) -> None:
    names = {record.nameID: record.toUnicode() for record in TTFont(font)["name"].names}
    assert [number for number, name in names.items() if "Source" in name] == [0]  # the copyright
    assert names[1].startswith("Karte")
    assert "Reserved Font Name 'Source'" in (FOLDER / "fonts" / "OFL.txt").read_text("utf-8")
