"""The one scale of all indicators, and the drawing code that says how an area is painted.

Drawing codes: 0-5 the class of a known share; 6-11 the same classes, estimated; 12 no answer;
13 not published; 14 suppressed. A code is a picture's word for (class, evidence) and never data.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.records import AreaValue

UPPER_BREAKS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
CLASS_COUNT = len(UPPER_BREAKS)
FIRST_ESTIMATED = CLASS_COUNT
NO_ANSWER = 12
NOT_PUBLISHED = 13
SUPPRESSED = 14
CODE_COUNT = 15

# A mean of estimates is a sum of floats: 0.2000000000000001 is one fifth, and means class 1.
_ROUNDING = 1e-9
_WITHOUT_VALUE = {
    "no_answer": NO_ANSWER,
    "not_published": NOT_PUBLISHED,
    "suppressed": SUPPRESSED,
}


def class_of(share: float) -> int:
    """Return the class 0-5 of a share between 0 and 1; raise ValueError outside of that."""
    if not -_ROUNDING <= share <= 1 + _ROUNDING:
        raise ValueError(f"A share lies between 0 and 1, not at {share}.")
    return bisect_left(UPPER_BREAKS, share - _ROUNDING)


def drawing_code(value: AreaValue) -> int:
    """Return how an area with this value is drawn."""
    if value.evidence in _WITHOUT_VALUE:
        return _WITHOUT_VALUE[value.evidence]
    if value.value is None:
        raise ValueError(f"{value.code}: evidence {value.evidence} has no value.")
    number = class_of(value.value) if value.class_number is None else value.class_number
    return number + FIRST_ESTIMATED if value.evidence == "estimated" else number


@dataclass(frozen=True, slots=True)
class LegendCounts:
    """How many areas stand in each column of the legend."""

    known: tuple[int, ...]  # by class
    estimated: tuple[int, ...]  # by class
    no_answer: int
    not_published: int
    suppressed: int


def legend_counts(codes: Iterable[int]) -> LegendCounts:
    """Count the drawing codes of a map."""
    tally = Counter(codes)
    return LegendCounts(
        known=tuple(tally[number] for number in range(CLASS_COUNT)),
        estimated=tuple(tally[number + FIRST_ESTIMATED] for number in range(CLASS_COUNT)),
        no_answer=tally[NO_ANSWER],
        not_published=tally[NOT_PUBLISHED],
        suppressed=tally[SUPPRESSED],
    )
