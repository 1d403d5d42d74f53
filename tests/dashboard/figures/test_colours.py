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


def test_sentinels_of_estimates_are_distinct_from_every_other_colour() -> None:
    estimated = [row.sentinel for row in ROWS if 6 <= row.code < 12]
    others = {row.sentinel for row in ROWS if not 6 <= row.code < 12}
    assert len(estimated) == len(set(estimated)) == 24
    assert not others & set(estimated)


def test_silence_secrecy_and_absence_have_three_sentinels_shared_by_all_indicators() -> None:
    sentinels = {(row.code, row.sentinel) for row in ROWS if row.code >= NO_ANSWER}
    assert len(sentinels) == len({colour for _, colour in sentinels}) == 3


@pytest.mark.parametrize("name", colours.INDICATORS)
def test_each_indicator_has_fifteen_distinct_rows(name: str) -> None:
    rows = colours.paints(name)
    assert [row.code for row in rows] == list(range(15))
    assert len({row.sentinel for row in rows}) == 15


@pytest.mark.parametrize("name", colours.INDICATORS)
def test_greyscale_keeps_the_order_of_the_classes(name: str) -> None:
    shades = [luminance(colour) for colour in colours.PALETTES[name]]
    assert all(light > dark for light, dark in itertools.pairwise(shades))


@pytest.mark.parametrize("row", [row for row in ROWS if row.line], ids=str)
def test_hatch_and_dots_stand_out_from_their_ground(row: colours.Paint) -> None:
    assert row.line is not None
    assert contrast(row.line, row.ground) >= 3


@pytest.mark.parametrize("name", colours.INDICATORS)
def test_a_sentinel_is_one_step_from_the_class_colour(name: str) -> None:
    rows = colours.paints(name)
    for known, estimated in zip(rows[:6], rows[6:12], strict=True):
        pair = zip(
            colours.channels(known.sentinel), colours.channels(estimated.sentinel), strict=True
        )
        assert 0 < sum(abs(one - other) for one, other in pair) <= 4


def test_the_colour_scale_is_stepped_at_whole_drawing_codes() -> None:
    scale = colours.colorscale("training_coverage")
    assert len(scale) == 30
    assert (scale[0][0], scale[-1][0]) == (0, 1)
    assert [colour for _, colour in scale[6:8]] == ["#459CC2", "#459CC2"]
    width = colours.ZMAX - colours.ZMIN
    middle = (3 - colours.ZMIN) / width
    assert float(scale[6][0]) < middle < float(scale[7][0])
