"""The columns of each exported table: their order, types and what they mean, from columns.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `type` is the name that Data Package has for it: string, integer or number."""

    name: str
    type: str
    meaning: Mapping[str, str]  # by language
    empty: Mapping[str, str]  # by language, when the cell is empty; none where it never is


@cache
def _described() -> dict[str, Any]:
    text = files("dashboard.exports").joinpath("columns.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def columns_of(table: str) -> tuple[Column, ...]:
    """The columns of a table in their order. Raises KeyError for a table that is not exported."""
    return tuple(_column(table, name) for name in _described()["order"][table])


def _column(table: str, name: str) -> Column:
    found = _described().get(f"{table}.{name}") or _described()[name]
    meaning = {lang: found[lang] for lang in ("lv", "en")}
    return Column(name, found.get("type", "string"), meaning, found.get("empty", {}))
