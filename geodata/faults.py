"""What can be wrong with a boundary file, as sentences with a place and a remedy."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class BoundaryFault:
    """One fault of a boundary file.

    `row` is the number of the feature in the file, the first being "1"; None where the fault
    belongs to no single feature. `column` is "geometry" for the outlines and "" where no column
    is meant. `value` is what was found, as text. `rule` says what is wrong, `remedy` what to do.
    """

    file: str
    row: str | None
    column: str
    value: str
    rule: str
    remedy: str

    def __str__(self) -> str:
        """Return the fault as one line: place, value, rule, remedy."""
        place = [self.file]
        if self.row is not None:
            place.append(f"row {self.row}")
        if self.column:
            place.append(f"column {self.column}")
        found = f"«{self.value}»: " if self.value else ""
        return f"{', '.join(place)}: {found}{self.rule} {self.remedy}"


class BoundaryError(Exception):
    """A boundary file cannot be used; `faults` holds every reason, never only the first."""

    def __init__(self, faults: Sequence[BoundaryFault]) -> None:
        self.faults: tuple[BoundaryFault, ...] = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))
