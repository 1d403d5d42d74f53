"""The profile's distribution."""

from dashboard.figures.distribution import distribution, estimated_range


def test_equal_shares_stand_in_one_bar_and_the_own_one_is_marked() -> None:
    drawn = distribution([0, 0, 0.5, 0.1 + 0.2, 0.3], own=0.5, latvia=0.4)
    assert [(bar.share, bar.count, bar.own) for bar in drawn.bars] == [
        (0, 2, False),
        (0.3, 2, False),
        (0.5, 1, True),
    ]
    assert [bar.height for bar in drawn.bars] == [1, 1, 0.5]
    assert not drawn.is_range


def test_the_count_steps_aside_for_the_national_line() -> None:
    def side(own: float, latvia: float | None) -> str:
        drawn = distribution([own], own, latvia)
        return drawn.side_of(drawn.bars[0])

    assert side(0.5, 0.53) == "before"
    assert side(0.5, 0.47) == "after"
    assert side(0.5, 0.6) == side(0.5, None) == "above"


def test_without_an_own_value_no_bar_is_marked() -> None:
    assert not any(bar.own for bar in distribution([0, 1], own=None, latvia=None).bars)


def test_an_estimate_is_a_range_compared_with_nobody() -> None:
    drawn = estimated_range(0, 1, 0.25, latvia=0.24)
    assert drawn.is_range
    assert drawn.bars == ()
