"""Estimates: whatever the true answers were, what is printed of them never says more or less."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.estimate import (
    CountInterval,
    counts_of_percentage,
    either,
    printed_decimals,
    rounded,
    synthetic_share,
)

bases = st.integers(1, 400)
answers = st.lists(st.booleans(), min_size=1, max_size=150)


@given(st.data(), bases, st.integers(0, 2))
def test_the_count_that_was_printed_is_among_the_counts_read_from_its_percentage(
    data: st.DataObject, base: int, decimals: int
) -> None:
    count = data.draw(st.integers(0, base))
    printed = str(rounded(Decimal(100) * count / base, decimals))
    interval = counts_of_percentage(printed, base)
    assert interval.lower <= count <= interval.upper
    for inside in range(interval.lower, interval.upper + 1):
        assert rounded(Decimal(100) * inside / base, decimals) == Decimal(printed)
    for outside in {interval.lower - 1, interval.upper + 1} & set(range(base + 1)):
        assert rounded(Decimal(100) * outside / base, decimals) != Decimal(printed)


@pytest.mark.parametrize(
    ("printed", "base", "lower", "upper"),
    [
        ("15", 126, 19, 19),
        ("35", 104, 36, 36),
        ("36.5", 104, 38, 38),
        ("6", 126, 7, 8),
        ("33", 126, 41, 42),
        ("12.5", 8, 1, 1),
        ("13", 8, 1, 1),
        ("0", 300, 0, 1),
        ("100", 7, 7, 7),
    ],
)
def test_a_percentage_pins_its_counts_rounding_halves_up(
    printed: str, base: int, lower: int, upper: int
) -> None:
    interval = counts_of_percentage(printed, base)
    assert interval == CountInterval(lower, upper)
    assert interval.midpoint == (lower + upper) / 2


@pytest.mark.parametrize(("printed", "base"), [("41", 5), ("12", 8), ("0", 0), ("100", 0)])
def test_a_percentage_that_no_count_makes_is_refused(printed: str, base: int) -> None:
    with pytest.raises(ValueError, match=f"no count out of {base} is {printed} per cent"):
        counts_of_percentage(printed, base)


def test_printed_digits_are_those_behind_the_point() -> None:
    assert [printed_decimals(v) for v in ("46", "36.5", "0.10")] == [0, 1, 2]


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=150))
def test_the_frechet_bounds_hold_the_truth_of_every_two_way_table(
    table: list[tuple[bool, bool]],
) -> None:
    margins = [sum(row[side] for row in table) for side in (0, 1)]
    bounds = either([CountInterval(m, m) for m in margins], len(table))
    assert bounds.lower <= sum(a or b for a, b in table) <= bounds.upper
    assert bounds == CountInterval(max(margins), min(len(table), sum(margins)))


@given(answers, st.data())
def test_named_and_estimated_shares_sum_to_the_printed_figure(
    truth: list[bool], data: st.DataObject
) -> None:
    named = data.draw(st.integers(0, len(truth) - 1))
    known, unnamed = truth[:named], truth[named:]
    width = data.draw(st.integers(0, 5))
    lower, upper = max(sum(known), sum(truth) - width), min(sum(truth) + width, len(truth))
    upper = min(upper, len(truth) - known.count(False))
    interval = CountInterval(lower, upper)
    share = synthetic_share(interval, len(truth), len(known), sum(known))
    assert 0 <= share <= 1
    assert sum(known) + share * len(unnamed) == pytest.approx(interval.midpoint)


@given(answers)
def test_where_everybody_is_named_nothing_is_estimated(truth: list[bool]) -> None:
    interval = CountInterval(sum(truth), sum(truth))
    assert synthetic_share(interval, len(truth), len(truth), sum(truth)) == 0
