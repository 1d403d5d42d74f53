"""Estimate: from printed totals to what they say of institutions that are not named.

Pure arithmetic of small-area statistics. Nothing here touches a published answer: an institution
whose answer is known enters only by being subtracted.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from etl.faults import Fact, texts


class UnusableFigure(ValueError):  # noqa: N818 - named for what the figure is
    """A printed figure that no count of institutions fits: a fault and its facts."""

    def __init__(self, fault: str, **facts: Fact):
        self.fault, self.facts = fault, facts
        super().__init__(texts(fault)["rule_en"].format_map(facts))


@dataclass(frozen=True, slots=True)
class CountInterval:
    """How many institutions of a stratum can be meant: from `lower` to `upper`, both included."""

    lower: int
    upper: int

    @property
    def midpoint(self) -> float:
        """The middle of the interval; the count itself where the figure pins one."""
        return (self.lower + self.upper) / 2


def printed_decimals(value: str) -> int:
    """The digits behind the decimal point: 1 for "36.5", 0 for "46"."""
    return len(value.partition(".")[2])


def rounded(value: Decimal | float, decimals: int) -> Decimal:
    """`value` rounded half up to `decimals`, as printed percentages are."""
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def counts_of_percentage(value: str, base: int) -> CountInterval:
    """The counts out of `base` whose percentage rounds to `value` at its printed precision.

    Raises:
        UnusableFigure: no count rounds to it; the figure has another base or is no rounded share.
    """
    decimals = printed_decimals(value)
    counts = [
        count
        for count in range(base + 1)
        if base and rounded(Decimal(100) * count / base, decimals) == Decimal(value)
    ]
    if not counts:
        raise UnusableFigure("no_count_is_percentage", base=base, percentage=value)
    return CountInterval(counts[0], counts[-1])


def either(intervals: Iterable[CountInterval], base: int) -> CountInterval:
    """Institutions that fulfil at least one condition, when only each margin is known.

    The Fréchet bounds: at least the largest margin, at most the sum of all or everybody.
    """
    margins = list(intervals)
    return CountInterval(
        max(margin.lower for margin in margins), min(base, sum(margin.upper for margin in margins))
    )


def synthetic_share(interval: CountInterval, base: int, named: int, named_yes: int) -> float:
    """The share, 0-1, that each institution not named contributes: its synthetic estimate.

    (published count - named yes) / (responding - named), kept within 0 and 1. The sum over the
    stratum, named ones included, then equals the interval's midpoint.
    """
    if base == named:
        return 0.0
    return min(1.0, max(0.0, (interval.midpoint - named_yes) / (base - named)))
