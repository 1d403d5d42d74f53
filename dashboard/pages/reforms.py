"""What happened between two boundary sets, by the crosswalk: merged, split, as it was."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.database import Edition


@dataclass(frozen=True, slots=True)
class Step:
    """An older unit, or a part of it, that went to a newer one; `seat`: its institutions too."""

    old: str
    new: str
    seat: bool


@dataclass(frozen=True, slots=True)
class Reform:
    """The steps from one boundary set to a newer one, and what they amount to."""

    older: str
    newer: str
    steps: Sequence[Step]

    @property
    def split(self) -> list[str]:
        """The older units whose area went to several newer ones."""
        return [code for code, n in Counter(one.old for one in self.steps).items() if n > 1]

    @property
    def merged(self) -> list[str]:
        """The older units that went whole to a newer one made of more than they."""
        shared = {code for code, n in Counter(one.new for one in self.steps).items() if n > 1}
        split = set(self.split)
        return [one.old for one in self.steps if one.new in shared and one.old not in split]

    @property
    def same(self) -> list[str]:
        """The older units that stayed as they were, whatever their name since."""
        changed = {*self.split, *self.merged}
        return [one.old for one in self.steps if one.old not in changed]

    def after(self, code: str) -> list[str]:
        """Where an older unit went, the unit that holds its institutions first."""
        mine = [one for one in self.steps if one.old == code]
        return [one.new for one in sorted(mine, key=lambda one: not one.seat)]

    def before(self, code: str) -> list[str]:
        """Which older units a newer one is made of, wholly or in part."""
        return [one.old for one in self.steps if one.new == code]

    def seat(self, code: str) -> str:
        """The newer unit in which an older unit's institutions count."""
        return next(one.new for one in self.steps if one.old == code and one.seat)


def read_reform(edition: Edition, older: str, newer: str) -> Reform:
    """The reform between two boundary sets, the older one first."""
    rows = edition.rows("successors", {"boundary_set": newer})
    mine = [row for row in rows if row["from_set"] == older]
    steps = [Step(row["from_code"], row["to_code"], row["seat"]) for row in mine]
    return Reform(older, newer, steps)


def other_set(sets: Sequence[str], boundary_set: str, against: str) -> str:
    """What a boundary set is compared with: the one asked for, else the next, else the last."""
    if against in sets and against != boundary_set:
        return against
    at = sets.index(boundary_set)
    return sets[at + 1] if at + 1 < len(sets) else sets[at - 1]
