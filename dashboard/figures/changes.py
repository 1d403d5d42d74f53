"""How a change is painted: two colours apart from zero, each with its sign, hatch for a range.

Orange-brown is fewer, teal is more, white is no change: told apart in every kind of colour vision
(CIE 1976 distance 17 and more between any two classes). In grey print both sides are equally dark,
so each class but zero also bears its sign. A range is hatched, as estimates are; where it leaves
the direction open it has the ground of zero.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.figures.classes import NO_ANSWER, NOT_PUBLISHED
from dashboard.figures.colours import (
    CLASS_OUTLINE,
    INK,
    NO_ANSWER_DOT,
    NO_ANSWER_GROUND,
    WHITE,
    Paint,
    mixed_with_white,
)
from dashboard.records import Change

CHANGE = "change"  # stands where the palettes of the map have an indicator
COLOURS = {-2: "#A4500F", -1: "#F0BE90", 0: WHITE, 1: "#9FD3CB", 2: "#17706A"}
CLASSES = tuple(COLOURS)
_MIDDLE = 3  # the drawing code of class 0
# The codes of hatched areas are those of estimates: boundaries have their casing there.
RANGED = {-2: 6, -1: 7, 1: 8, 2: 9}
OPEN = 10  # the range leaves the direction open


def known_code(number: int) -> int:
    """Return the drawing code of a class that is no range."""
    return number + _MIDDLE


def change_code(change: Change) -> int:
    """Return how an area with this change is drawn."""
    if change.reason:
        return NO_ANSWER if change.reason.startswith("silent") else NOT_PUBLISHED
    if change.class_number is None:
        return OPEN
    if change.is_range:
        return RANGED[change.class_number]
    return known_code(change.class_number)


def change_paints() -> dict[int, Paint]:
    """Return the rows of the palette table of a change, by drawing code."""
    known = [_known(number) for number in CLASSES]
    ranged = [_ranged(number, code) for number, code in RANGED.items()]
    others = [
        Paint(CHANGE, OPEN, WHITE, CLASS_OUTLINE, "change-open"),
        Paint(CHANGE, NO_ANSWER, NO_ANSWER_GROUND, NO_ANSWER_DOT, "no-answer"),
        Paint(CHANGE, NOT_PUBLISHED, "transparent", None, None),
    ]
    return {paint.code: paint for paint in (*known, *ranged, *others)}


def _known(number: int) -> Paint:
    code, colour = known_code(number), COLOURS[number]
    if number == 0:
        return Paint(CHANGE, code, colour, None, None)
    line = WHITE if abs(number) == 2 else INK
    return Paint(CHANGE, code, colour, line, f"change-{code}", _sign(number), hatched=False)


def _ranged(number: int, code: int) -> Paint:
    dark = abs(number) == 2
    ground = mixed_with_white(COLOURS[number], 0.1 if dark else 0.3)
    line = WHITE if dark else COLOURS[2 if number > 0 else -2]
    return Paint(CHANGE, code, ground, line, f"change-{code}", _sign(number))


def _sign(number: int) -> str:
    return "plus" if number > 0 else "minus"


@dataclass(frozen=True, slots=True)
class ChangeCounts:
    """How many areas stand in each column of the legend of a change."""

    known: dict[int, int]  # by class, ranges of a certain direction included
    ranged: dict[int, int]  # of them
    open: int
    silent: int
    not_comparable: int


def change_counts(codes: Iterable[int]) -> ChangeCounts:
    """Count the drawing codes of a map of changes."""
    tally = Counter(codes)
    ranged = {number: tally[code] for number, code in RANGED.items()}
    return ChangeCounts(
        known={n: tally[known_code(n)] + ranged.get(n, 0) for n in CLASSES},
        ranged=ranged,
        open=tally[OPEN],
        silent=tally[NO_ANSWER],
        not_comparable=tally[NOT_PUBLISHED],
    )
