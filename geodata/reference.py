"""The facts about the boundary sets that are tables, not outlines: names, types, crosswalks."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pandas as pd

FOLDER = Path(__file__).parent

NAME_COLUMNS = ["name_nom", "name_gen", "name_dat", "name_acc", "name_loc"]


@dataclass(frozen=True)
class BoundarySet:
    """One vintage of Latvia's municipalities.

    `boundary_set` is its key ("2009"), `units` the number of municipalities, `in_force_to` the
    last day (None: still in force). Texts come in Latvian and English; `licence` names the
    licences of both sources.
    """

    boundary_set: str
    in_force_from: date
    in_force_to: date | None
    units: int
    title_lv: str
    title_en: str
    source_lv: str
    source_en: str
    licence: str
    accuracy_lv: str
    accuracy_en: str


def boundary_sets() -> list[BoundarySet]:
    """Return the boundary sets, the oldest first."""
    with (FOLDER / "boundary_sets.toml").open("rb") as file:
        entries = tomllib.load(file)["boundary_set"]
    return [BoundarySet(**{"in_force_to": None, **entry}) for entry in entries]


def read_municipalities(boundary_set: str) -> pd.DataFrame:
    """Return the municipalities of one set, a row each, sorted by code.

    Columns, all text: code (ISO 3166-2:LV of that time), name_nom, name_gen, name_dat, name_acc,
    name_loc, type (novads, republikas_pilseta or valstspilseta), planning_region; in 2009 also
    hasc. Raises ValueError for an unknown set.
    """
    known = [entry.boundary_set for entry in boundary_sets()]
    if boundary_set not in known:
        raise ValueError(f"boundary_set “{boundary_set}” is unknown. Allowed: {', '.join(known)}.")
    return _read_csv(f"municipalities_{boundary_set}.csv").sort_values("code", ignore_index=True)


def read_crosswalk() -> pd.DataFrame:
    """Return where each old unit went: 2009→2021, 2021→2025 and, composed, 2009→2025.

    Columns: from_set, from_code, to_set, to_code, area_weight (share 0–1 of the old unit's
    area; sums to 1 over an old unit), seat (bool: the part in which the old municipality's
    institutions sat; exactly one per old unit). Sorted by the first four.
    """
    first = _read_step("2009", "2021")
    second = _read_step("2021", "2025")
    steps = pd.concat([first, second, _compose(first, second)])
    return steps.sort_values(["from_set", "to_set", "from_code", "to_code"], ignore_index=True)


def successors(from_set: str, to_set: str) -> dict[str, str]:
    """Return for each old code the new code of its seat."""
    rows = read_crosswalk()
    rows = rows[(rows["from_set"] == from_set) & (rows["to_set"] == to_set) & rows["seat"]]
    return dict(zip(rows["from_code"], rows["to_code"], strict=True))


def _read_step(from_set: str, to_set: str) -> pd.DataFrame:
    rows = _read_csv(f"crosswalk_{from_set}_{to_set}.csv")
    return pd.DataFrame(
        {
            "from_set": from_set,
            "from_code": rows["from_code"],
            "to_set": to_set,
            "to_code": rows["to_code"],
            "area_weight": rows["area_weight"].astype(float),
            "seat": rows["seat"] == "true",
        }
    )


def _compose(first: pd.DataFrame, second: pd.DataFrame) -> pd.DataFrame:
    """Chain two steps: weights multiply along a path and add up over paths to the same end."""
    paths = first.merge(second, left_on="to_code", right_on="from_code", suffixes=("", "_next"))
    paths = paths.assign(
        area_weight=paths["area_weight"] * paths["area_weight_next"],
        seat=paths["seat"] & paths["seat_next"],
        to_set=paths["to_set_next"],
        to_code=paths["to_code_next"],
    )
    key = ["from_set", "from_code", "to_set", "to_code"]
    return paths.groupby(key, as_index=False).agg({"area_weight": "sum", "seat": "any"})


@cache
def _cached_csv(name: str) -> pd.DataFrame:
    return pd.read_csv(FOLDER / name, dtype=str, encoding="utf-8")


def _read_csv(name: str) -> pd.DataFrame:
    return _cached_csv(name).copy()
