"""The survey rounds of a database: which there are, and within which boundaries each can be shown.

A view names its wave; where the database holds one wave only, no address does, and no control.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.database import Edition
from dashboard.i18n.translate import STUDY, Words
from dashboard.state import ViewState

JOINT = "."  # between wave and boundary set in the address of a file of the map


def wave_sets(edition: Edition) -> Mapping[str, tuple[str, ...]]:
    """Wave → its boundary sets, its own first; the newest wave first. Read once per edition."""
    if "wave_sets" not in edition.kept:
        found: dict[str, tuple[str, ...]] = {}
        for row in edition.rows("wave_boundary_sets"):
            found[row["wave"]] = (*found.get(row["wave"], ()), row["boundary_set"])
        edition.kept["wave_sets"] = found
    sets: Mapping[str, tuple[str, ...]] = edition.kept["wave_sets"]
    return sets


def read_waves(edition: Edition) -> list[Mapping[str, Any]]:
    """The facts of every wave, the newest first. Read once per edition."""
    if "waves" not in edition.kept:
        edition.kept["waves"] = edition.rows("waves")
    rows: list[Mapping[str, Any]] = edition.kept["waves"]
    return rows


def wave_of(edition: Edition, wave: str) -> Mapping[str, Any]:
    """The facts of a wave; "" is the newest."""
    return next(row for row in read_waves(edition) if wave in ("", row["wave"]))


def words_of(edition: Edition, lang: str, waves: Sequence[str] = ()) -> Words:
    """The words for these surveys, or for all: the study's own only where it is the only one."""
    found = set(waves) or set(wave_sets(edition))
    return Words(lang, STUDY if found == {STUDY} else "")


def offered_sets(edition: Edition, state: ViewState) -> list[str]:
    """The boundary sets that the view's wave can be shown in, oldest first."""
    waves = wave_sets(edition)
    return sorted(waves[state.wave or next(iter(waves))])


def scope(boundary_set: str, wave: str) -> str:
    """What a file of the map is of, as a part of its address: "2009", or "2016.2009"."""
    return f"{wave}{JOINT}{boundary_set}" if wave else boundary_set


def read_scope(edition: Edition, part: str) -> tuple[str, str] | None:
    """Boundary set and wave ("" the only one) of such a part; None where it names neither."""
    waves = wave_sets(edition)
    wave, _, boundary_set = part.rpartition(JOINT)
    if bool(wave) != (len(waves) > 1) or wave not in {"", *waves}:
        return None
    return (boundary_set, wave) if boundary_set in waves[wave or next(iter(waves))] else None
