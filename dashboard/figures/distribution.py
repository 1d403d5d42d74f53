"""The profile's small distribution: how many municipalities stand at each share, and where own is.

Positions and heights are shares 0-1 of the drawing's box; components/distribution.py paints it.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

NEAR = 0.06  # half of a count's width, as a share of the drawing's


@dataclass(frozen=True, slots=True)
class Bar:
    """The municipalities at one share."""

    share: float
    count: int
    height: float  # 0-1 of the highest bar
    own: bool


@dataclass(frozen=True, slots=True)
class Distribution:
    """Bars for known values, a range for an own estimate; never both for the own value."""

    bars: tuple[Bar, ...]
    latvia: float | None  # the national share, without the employment agency
    lower: float | None = None
    upper: float | None = None
    mean: float | None = None

    def side_of(self, bar: Bar) -> str:
        """Where the count over a bar goes so that the national line does not cross it."""
        if self.latvia is None or abs(self.latvia - bar.share) > NEAR:
            return "above"
        return "before" if self.latvia >= bar.share else "after"

    @property
    def is_range(self) -> bool:
        """Say whether the own value is an estimate, drawn between its bounds."""
        return self.lower is not None and self.upper is not None


def distribution(shares: Iterable[float], own: float | None, latvia: float | None) -> Distribution:
    """Count known shares; the bar of the own one is marked (None: no own value)."""
    tally = Counter(_rounded(share) for share in shares)
    tallest = max(tally.values(), default=1)
    mine = None if own is None else _rounded(own)
    bars = tuple(
        Bar(share, count, count / tallest, share == mine) for share, count in sorted(tally.items())
    )
    return Distribution(bars, latvia)


def estimated_range(lower: float, upper: float, mean: float, latvia: float | None) -> Distribution:
    """Return the drawing of an estimate: its bounds and its mean, compared with nobody."""
    return Distribution((), latvia, lower, upper, mean)


def _rounded(share: float) -> float:
    # Sums of floats must not make two bars of one share.
    return round(share, 4)
