"""The institutions of a synthetic survey: as many as are wanted, placed in real municipalities."""

import csv
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

GEODATA = Path(__file__).parents[1] / "geodata"
BOUNDARY_SETS = ("2009", "2021", "2025")
# How the study's frame is made up, roughly: of ten, five courts, four services, one branch.
PATTERN = (
    "orphans_court", "social_service", "orphans_court", "social_service", "employment_agency",
    "orphans_court", "social_service", "orphans_court", "social_service", "orphans_court",
)  # fmt: skip
SHORT = {"orphans_court": "oc", "social_service": "ss", "employment_agency": "ea"}
NOUN = {"orphans_court": "bāriņtiesa", "social_service": "sociālais dienests"}


@dataclass(slots=True)
class Institution:
    """An invented institution, and what was drawn for it in one wave."""

    institution_id: str
    institution_type: str
    name_lv: str
    municipality_code: str
    sub_unit: str
    silent: bool = False
    hidden_yes: bool = False

    def cells(self) -> list[str]:
        """Its row of institutions.csv."""
        return [
            *(self.institution_id, self.institution_type, self.name_lv),
            *(self.municipality_code, self.sub_unit, "izdomāts saraksts", "", ""),
        ]


def institutions(count: int, boundary_set: str) -> list[Institution]:
    """`count` institutions in municipalities of a boundary set; ids are the same in every set.

    Raises:
        ValueError: fewer than one of each type.
    """
    if count < len(PATTERN):
        raise ValueError(f"{count} institutions are too few: the least is {len(PATTERN)}.")
    seats = _seats(boundary_set)
    names = {row["code"]: row["name_gen"] for row in _rows(f"municipalities_{boundary_set}")}
    before = dict.fromkeys(SHORT, 0)
    made = []
    for number in range(count):
        kind = PATTERN[number % len(PATTERN)]
        nth = before[kind]
        before[kind] += 1
        own_id = f"{SHORT[kind]}-{nth + 1:06}"
        if kind == "employment_agency":
            made.append(Institution(own_id, kind, f"Izdomātā filiāle {nth + 1}", "", ""))
            continue
        code = seats[nth % len(seats)]
        around = nth // len(seats)  # 0: the municipality's own, then those of its parts
        sub_unit = f"Izdomātais {around}. pagasts" if around else ""
        name = f"{names[code]} {NOUN[kind]}" + (f", {sub_unit}" if sub_unit else "")
        made.append(Institution(own_id, kind, name, code, sub_unit))
    return made


@cache
def _seats(boundary_set: str) -> list[str]:
    """Where the 119 municipalities of 2009 have their seat in a boundary set, in their order."""
    codes = [row["code"] for row in _rows("municipalities_2009")]
    for earlier, later in pairwise(BOUNDARY_SETS):
        if earlier >= boundary_set:
            break
        moved = {
            row["from_code"]: row["to_code"]
            for row in _rows(f"crosswalk_{earlier}_{later}")
            if row["seat"] == "true"
        }
        codes = [moved[code] for code in codes]
    return codes


def _rows(name: str) -> list[dict[str, str]]:
    with (GEODATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
