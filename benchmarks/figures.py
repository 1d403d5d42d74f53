"""What was measured: samples by measure and design, their medians, ranges and ratios. Pure."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median


@dataclass(frozen=True, slots=True)
class Spread:
    """The median of some samples, with the smallest and the largest."""

    middle: float
    low: float
    high: float


def spread(samples: Sequence[float]) -> Spread:
    """Return median and range of at least one sample."""
    return Spread(median(samples), min(samples), max(samples))


@dataclass(slots=True)
class Figures:
    """Samples of one run, so that all of them may be set in ratio to one another."""

    samples: dict[str, dict[str, list[float]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )

    def note(self, measure: str, design: str, value: float | None) -> None:
        """Keep a sample; None, which a design cannot do or did not do in time, is none."""
        if value is not None:
            self.samples[measure][design].append(value)

    def of(self, measure: str, design: str) -> Spread | None:
        """Return median and range, None where nothing was measured."""
        found = self.samples.get(measure, {}).get(design)
        return spread(found) if found else None

    def ratio(self, upper: tuple[str, str], lower: tuple[str, str]) -> float | None:
        """Return the ratio of two medians, each named by (measure, design)."""
        above, below = self.of(*upper), self.of(*lower)
        return above.middle / below.middle if above and below and below.middle else None

    def to_json(self) -> str:
        """Return the samples as text."""
        return json.dumps(self.samples, indent=1)
