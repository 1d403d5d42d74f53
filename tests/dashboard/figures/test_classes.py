"""The one scale and the drawing codes."""

import pytest

from dashboard.figures import classes
from dashboard.records import AreaValue


def value(evidence: str, share: float | None, class_number: int | None = None) -> AreaValue:
    return AreaValue(
        indicator="training_coverage",
        institution_type="all",
        code="LV-041",
        planning_region="",
        numerator=None,
        denominator=2,
        value=share,
        lower=share,
        upper=share,
        evidence=evidence,
        sources=(),
        caveats=(),
        class_number=class_number,
    )


@pytest.mark.parametrize(
    ("share", "number"),
    [
        (0.0, 0),
        (0.001, 1),
        (1 / 5, 1),
        (0.1 + 0.1 + 1e-17, 1),
        (0.2 + 1e-6, 2),
        (1 / 3, 2),
        (2 / 5, 2),
        (1 / 2, 3),
        (3 / 5, 3),
        (2 / 3, 4),
        (4 / 5, 4),
        (0.9, 5),
        (1.0, 5),
    ],
)
def test_breaks_belong_to_the_class_below(share: float, number: int) -> None:
    assert classes.class_of(share) == number


def test_the_noise_of_a_float_sum_does_not_move_a_break() -> None:
    assert classes.class_of(0.1 + 0.2 + 0.3) == 3  # 0.6000000000000001
    assert classes.class_of(1e-17) == 0


@pytest.mark.parametrize("share", [-0.1, 1.1])
def test_a_share_outside_of_0_to_1_is_refused(share: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        classes.class_of(share)


@pytest.mark.parametrize(
    ("evidence", "share", "code"),
    [
        ("named", 0.0, 0),
        ("derived", 0.5, 3),
        ("reported", 1.0, 5),
        ("estimated", 0.0, 6),
        ("estimated", 0.25, 8),
        ("no_answer", None, 12),
        ("not_published", None, 13),
        ("suppressed", None, 14),
    ],
)
def test_the_drawing_code_tells_class_and_evidence(
    evidence: str, share: float | None, code: int
) -> None:
    assert classes.drawing_code(value(evidence, share)) == code


def test_the_class_of_the_query_goes_before_the_share() -> None:
    assert classes.drawing_code(value("named", 0.5, class_number=2)) == 2


def test_a_value_that_should_be_known_but_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="has no value"):
        classes.drawing_code(value("named", None))


def test_legend_counts_keep_estimates_and_silence_apart() -> None:
    counts = classes.legend_counts([0, 0, 3, 9, 9, 12, 13, 14])
    assert counts.known == (2, 0, 0, 1, 0, 0)
    assert counts.estimated == (0, 0, 0, 2, 0, 0)
    assert (counts.no_answer, counts.not_published, counts.suppressed) == (1, 1, 1)
