"""The palette table."""

import itertools

import pytest

from dashboard.figures import colours
from dashboard.figures.classes import NO_ANSWER

ROWS = [paint for name in colours.INDICATORS for paint in colours.paints(name)]


def luminance(colour: str) -> float:
    parts = [part / 255 for part in colours.channels(colour)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", colours.INDICATORS)
def test_each_indicator_has_fifteen_distinct_rows(name: str) -> None:
    rows = colours.paints(name)
    assert [row.code for row in rows] == list(range(15))
    assert len({(row.ground, row.pattern) for row in rows}) == 15


def test_silence_secrecy_and_absence_look_alike_for_all_indicators() -> None:
    assert len({(row.ground, row.pattern) for row in ROWS if row.code >= NO_ANSWER}) == 3


@pytest.mark.parametrize("name", colours.INDICATORS)
def test_greyscale_keeps_the_order_of_the_classes(name: str) -> None:
    shades = [luminance(colour) for colour in colours.PALETTES[name]]
    assert all(light > dark for light, dark in itertools.pairwise(shades))


@pytest.mark.parametrize("row", [row for row in ROWS if row.line], ids=str)
def test_hatch_and_dots_stand_out_from_their_ground(row: colours.Paint) -> None:
    assert row.line is not None
    assert contrast(row.line, row.ground) >= 3
