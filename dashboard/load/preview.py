"""What a database that was built would change of the one in service."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.database import Edition, open_edition

ALL = "all"  # of all institution types: what the maps show first


@dataclass(frozen=True, slots=True)
class IndicatorChange:
    """What changes of an indicator in a wave, within the wave's own boundaries.

    Municipalities are codes; an indicator can change for Latvia alone and then has none.
    """

    wave: str
    indicator: str
    changed: tuple[str, ...]
    reported: tuple[str, ...]  # evidence is now `reported` and was not
    lost: tuple[str, ...]  # evidence was `reported` and no longer is


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that changes."""

    changes: tuple[IndicatorChange, ...]
    new_waves: tuple[str, ...]
    gone_waves: tuple[str, ...]
    conflicts: tuple[Mapping[str, Any], ...]  # rows of the query `conflicts` that are new

    @property
    def reported(self) -> int:
        """Municipalities with a value that is now reported."""
        return len({(one.wave, code) for one in self.changes for code in one.reported})


@contextmanager
def opened(path: Path) -> Iterator[Edition]:
    """A database that is not in service, for as long as it is looked at."""
    edition = open_edition(path, (0, 0))
    try:
        yield edition
    finally:
        edition.connection.close()


def difference(before: Edition | None, after: Edition, lang: str) -> Difference:
    """Compare two databases; `before` is None where nothing was in service."""
    old, new = _waves(before), _waves(after)
    shared = [wave for wave in new if old.get(wave) == new[wave]]
    changes = [
        change
        for wave in shared
        if before is not None
        for change in _changes(
            wave, _values(before, wave, new[wave]), _values(after, wave, new[wave])
        )
    ]
    conflicts = [
        row
        for wave in new
        for row in _conflicts(after, wave, lang)
        if row not in (_conflicts(before, wave, lang) if before and wave in old else [])
    ]
    return Difference(
        tuple(changes),
        tuple(wave for wave in new if wave not in shared),
        tuple(wave for wave in old if wave not in new),
        tuple(conflicts),
    )


def _waves(edition: Edition | None) -> dict[str, str]:
    """Wave → its own boundary set."""
    if edition is None:
        return {}
    return {row["wave"]: row["boundary_set"] for row in edition.rows("waves")}


def _conflicts(edition: Edition, wave: str, lang: str) -> list[dict[str, Any]]:
    return edition.rows("conflicts", {"wave": wave, "lang": lang})


Key = tuple[str, ...]  # indicator, institution type, code, region


def _values(edition: Edition, wave: str, boundary_set: str) -> dict[Key, dict[str, Any]]:
    rows = edition.rows("area_values", {"wave": wave, "boundary_set": boundary_set})
    names = ("indicator", "institution_type", "code", "planning_region")
    return {tuple(str(row[name]) for name in names): row for row in rows}


def _changes(
    wave: str, before: dict[Key, dict[str, Any]], after: dict[Key, dict[str, Any]]
) -> Iterator[IndicatorChange]:
    found: dict[str, list[Key]] = defaultdict(list)
    for key in before | after:
        if before.get(key) != after.get(key):
            found[key[0]].append(key)
    for indicator, keys in found.items():
        ours = [key for key in keys if key[1] == ALL and key[2]]
        was = {key for key in ours if before.get(key, {}).get("evidence") == "reported"}
        now = {key for key in ours if after.get(key, {}).get("evidence") == "reported"}
        codes = [tuple(sorted(key[2] for key in one)) for one in (ours, now - was, was - now)]
        yield IndicatorChange(wave, indicator, *codes)
