"""The palettes and the one palette table: indicator and drawing code to colour and pattern."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.figures.classes import FIRST_ESTIMATED, NO_ANSWER, NOT_PUBLISHED, SUPPRESSED

INK = "#15191E"
CLASS_OUTLINE = "#5C6670"
COUNTRY_OUTLINE = "#39424C"
STAGE = "#F5F5F2"
WHITE = "#FFFFFF"
GROUP_INKS = ("#FFFFFF", "#15191E", "#717B85", "#CBD0D5")  # priority groups; none comes first
NO_ANSWER_GROUND = "#E3E5E7"
NO_ANSWER_DOT = "#6F7881"

PALETTES = {
    "identified_cases": ("#FFFFFF", "#ECD0DC", "#D8A5BD", "#BB799D", "#924E78", "#5F2D4E"),
    "training_coverage": ("#FFFFFF", "#BCE0EA", "#7FC1D9", "#459CC2", "#22709B", "#144468"),
    "materials_availability": ("#FFFFFF", "#ECD6B1", "#DBAD6A", "#C1812B", "#965807", "#623406"),
    "ngo_awareness": ("#FFFFFF", "#D0DFC0", "#A3C18A", "#769E5F", "#4E7542", "#2C4A29"),
}
INDICATORS = tuple(PALETTES)

# The share of white in the ground under the hatch, by class.
_WHITE_IN_GROUND = (0.0, 0.30, 0.40, 0.45, 0.10, 0.10)


@dataclass(frozen=True, slots=True)
class Paint:
    """How one drawing code of one indicator is painted."""

    indicator: str
    code: int
    ground: str  # the colour that is seen, or the ground under the pattern
    line: str | None  # colour of hatch, dots or bars; None: no pattern
    pattern: str | None  # id of the <pattern>; None: plain colour
    sign: str = ""  # plus | minus: which way a change went
    hatched: bool = True  # whether the pattern has the hatch, where it has a sign


def channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue of "#RRGGBB"."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _colour(red: int, green: int, blue: int) -> str:
    return f"#{red:02X}{green:02X}{blue:02X}"


def mixed_with_white(colour: str, share: float) -> str:
    """Return a colour with this share of white in it."""
    return _colour(*(round(part + (255 - part) * share) for part in channels(colour)))


def own_colour(indicator: str) -> str:
    """Return the colour that stands for an indicator in tabs, rules and squares: class 4."""
    return PALETTES[indicator][4]


def ground(indicator: str, number: int) -> str:
    """Return the colour under the hatch of an estimated class."""
    white = _WHITE_IN_GROUND[number]
    return mixed_with_white(PALETTES[indicator][number], white)


def hatch_line(indicator: str, number: int) -> str:
    """Return the colour of the hatch of an estimated class: white on the two dark ones."""
    return own_colour(indicator) if number < 4 else WHITE


def _estimated(indicator: str, number: int) -> Paint:
    return Paint(
        indicator,
        number + FIRST_ESTIMATED,
        ground(indicator, number),
        hatch_line(indicator, number),
        f"hatch-{indicator}-{number}",
    )


def paints(indicator: str) -> tuple[Paint, ...]:
    """Return the fifteen rows of an indicator in the palette table, by drawing code."""
    palette = PALETTES[indicator]
    known = [Paint(indicator, code, colour, None, None) for code, colour in enumerate(palette)]
    estimated = [_estimated(indicator, number) for number in range(len(palette))]
    # These three look alike for every indicator.
    without_value = [
        Paint(indicator, NO_ANSWER, NO_ANSWER_GROUND, NO_ANSWER_DOT, "no-answer"),
        Paint(indicator, NOT_PUBLISHED, "transparent", None, None),
        Paint(indicator, SUPPRESSED, NO_ANSWER_GROUND, NO_ANSWER_DOT, "suppressed"),
    ]
    return (*known, *estimated, *without_value)


def all_patterned() -> Iterator[Paint]:
    """Yield each patterned row of the palette table once."""
    seen = set()
    for indicator in INDICATORS:
        for paint in paints(indicator):
            if paint.pattern is not None and paint.pattern not in seen:
                seen.add(paint.pattern)
                yield paint
