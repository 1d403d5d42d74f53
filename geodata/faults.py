"""What can be wrong with a boundary file, as sentences with a place and a remedy."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("faults.toml")


class Several(tuple[str, ...]):
    """A list among the facts of a fault: "a, b, c", or with a conjunction "a, b or c"."""

    __slots__ = ()

    def __format__(self, conjunction: str) -> str:
        if conjunction and len(self) > 1:
            return f"{', '.join(self[:-1])} {conjunction} {self[-1]}"
        return ", ".join(self)


Fact = str | int | Several
Facts = Mapping[str, Fact]


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """Fault → the four texts: rule_lv, remedy_lv, rule_en, remedy_en. A rule ends in a stop."""
    return tomllib.loads(FILE.read_text("utf-8"))


@dataclass(frozen=True)
class BoundaryFault:
    """One fault of a boundary file.

    `row` is the number of the feature in the file, the first being "1"; None where the fault
    belongs to no single feature. `column` is "geometry" for the outlines and "" where no column
    is meant. `value` is what was found, as text. `fault` is a code of `faults.toml`, whose
    braces `facts` fill.
    """

    file: str
    row: str | None
    column: str
    value: str
    fault: str
    facts: Facts = field(default_factory=dict, hash=False)

    @property
    def rule(self) -> str:
        """What is wrong, in English."""
        return catalogue()[self.fault]["rule_en"].format_map(self.facts)

    @property
    def remedy(self) -> str:
        """What to do, in English."""
        return catalogue()[self.fault]["remedy_en"].format_map(self.facts)

    def __str__(self) -> str:
        """Return the fault as one line: place, value, rule, remedy."""
        place = [self.file]
        if self.row is not None:
            place.append(f"row {self.row}")
        if self.column:
            place.append(f"column {self.column}")
        found = f"“{self.value}”: " if self.value else ""
        return f"{', '.join(place)}: {found}{self.rule} {self.remedy}"


class BoundaryError(Exception):
    """A boundary file cannot be used; `faults` holds every reason, never only the first."""

    def __init__(self, faults: Sequence[BoundaryFault]) -> None:
        self.faults: tuple[BoundaryFault, ...] = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))
