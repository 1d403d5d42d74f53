"""How a change is painted: told apart by everyone, in grey too; what compares nothing is bare."""

import itertools
from collections.abc import Iterable

import pytest

from dashboard.figures.changes import (
    CLASSES,
    COLOURS,
    OPEN,
    RANGED,
    change_code,
    change_counts,
    change_paints,
    known_code,
)
from dashboard.figures.classes import NO_ANSWER, NOT_PUBLISHED
from dashboard.figures.colours import channels
from dashboard.figures.hatching import MAP, PRESENT, SMALL, Size, pattern
from dashboard.records import Change
from tests.dashboard.figures.test_colours import contrast, luminance

Matrix = tuple[tuple[float, float, float], ...]
# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
VISION: dict[str, Matrix] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
XYZ: Matrix = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
D65 = (0.9505, 1.0, 1.089)


def times(matrix: Matrix, vector: Iterable[float]) -> list[float]:
    values = list(vector)
    return [sum(a * b for a, b in zip(row, values, strict=True)) for row in matrix]


def lab(colour: str, vision: str) -> list[float]:
    """CIE L*a*b* of a colour as somebody sees it."""
    parts = [part / 255 for part in channels(colour)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    seen = [min(1.0, max(0.0, one)) for one in times(VISION[vision], linear)]
    x, y, z = (
        one ** (1 / 3) if one > 0.008856 else 7.787 * one + 16 / 116
        for one in (a / b for a, b in zip(times(XYZ, seen), D65, strict=True))
    )
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]


def change(
    lower: float | None, upper: float | None, number: int | None, reason: str = ""
) -> Change:
    base = None if reason else 2
    return Change(
        wave_before="2016",
        indicator="training_coverage",
        institution_type="all",
        code="LV-041",
        planning_region="Zemgales",
        before_lower=base and 1,
        before_upper=base and 1,
        before_base=base,
        after_lower=base and 1,
        after_upper=base and 1,
        after_base=base,
        lower=lower,
        upper=upper,
        class_number=number,
        reason=reason,
        caveats=(),
    )


@pytest.mark.parametrize("vision", VISION)
def test_any_two_classes_differ_for_every_eye(vision: str) -> None:
    seen = [lab(colour, vision) for colour in COLOURS.values()]
    for one, other in itertools.combinations(seen, 2):
        assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 >= 17


def test_grey_print_keeps_how_much_and_the_sign_says_which_way() -> None:
    for far, near in ((-2, -1), (2, 1)):
        assert luminance(COLOURS[far]) < luminance(COLOURS[near]) < luminance(COLOURS[0])
    signs = {number: change_paints()[known_code(number)].sign for number in CLASSES}
    assert signs == {-2: "minus", -1: "minus", 0: "", 1: "plus", 2: "plus"}
    assert {change_paints()[RANGED[one]].sign for one in (-2, -1)} == {"minus"}
    assert {change_paints()[RANGED[one]].sign for one in (1, 2)} == {"plus"}


def test_signs_and_hatch_stand_out_from_their_ground() -> None:
    for paint in change_paints().values():
        if paint.line:
            assert contrast(paint.line, paint.ground) >= 3, paint


@pytest.mark.parametrize("size", [MAP, SMALL, PRESENT])
def test_a_plus_has_two_strokes_and_a_minus_one_and_only_ranges_are_hatched(size: Size) -> None:
    paints = change_paints()
    for number in (-2, -1, 1, 2):
        known = pattern(paints[known_code(number)], size)
        ranged = pattern(paints[RANGED[number]], size)
        assert ("V" in known) == (number > 0)
        assert known.count("<path") == 1
        assert ranged.count("<path") == 5  # four tiles of hatch and the sign
        assert "<circle" in ranged


@pytest.mark.parametrize(
    ("shown", "code"),
    [
        (change(1.0, 1.0, 2), known_code(2)),
        (change(0.0, 0.0, 0), known_code(0)),
        (change(-0.5, -0.5, -1), known_code(-1)),
        (change(-1.0, -0.25, -2), RANGED[-2]),
        (change(0.1, 0.4, 1), RANGED[1]),
        (change(0.0, 0.5, None), OPEN),
        (change(-1.0, 1.0, None), OPEN),
        (change(None, None, None, "silent_before"), NO_ANSWER),
        (change(None, None, None, "other_wording"), NOT_PUBLISHED),
    ],
)
def test_a_change_has_its_drawing_code(shown: Change, code: int) -> None:
    assert change_code(shown) == code


def test_what_cannot_be_compared_has_no_colour() -> None:
    assert change_paints()[NOT_PUBLISHED].ground == "transparent"
    assert change_paints()[NOT_PUBLISHED].pattern is None


@pytest.mark.parametrize(
    ("lower", "upper", "direction"),
    [
        (0.0, 0.0, "same"),
        (0.5, 0.5, "grew"),
        (0.1, 0.4, "grew"),
        (-1.0, -0.2, "shrank"),
        (0.0, 0.5, "not_shrunk"),
        (-0.5, 0.0, "not_grown"),
        (-0.5, 0.5, "open"),
        (None, None, ""),
    ],
)
def test_a_range_has_a_direction_where_it_leaves_no_doubt(
    lower: float | None, upper: float | None, direction: str
) -> None:
    assert change(lower, upper, None).direction == direction


def test_the_legend_counts_ranges_in_their_class() -> None:
    codes = [known_code(1), RANGED[1], RANGED[-2], OPEN, NO_ANSWER, NOT_PUBLISHED, known_code(0)]
    counts = change_counts(codes)
    assert counts.known == {-2: 1, -1: 0, 0: 1, 1: 2, 2: 0}
    assert counts.ranged == {-2: 1, -1: 0, 1: 1, 2: 0}
    assert (counts.open, counts.silent, counts.not_comparable) == (1, 1, 1)
