"""An answer that comes is taken out of the estimate, and may contradict the printed total."""

import pytest

from etl.replies.complete import Completion
from etl.stratum import strata
from tests.etl.replying import MATERIALS, WHY, completed, reply, services

pytestmark = pytest.mark.usefixtures("places_read_once")
QUESTIONS = {
    "materials_availability": (MATERIALS, ("yes",)),
    "ngo_awareness": ("ngo_awareness", ("yes",)),
}


def stratum(done: Completion, indicator: str, institution_type: str) -> dict[str, object] | None:
    rows = strata(done.survey, QUESTIONS).records
    keys = [(row["indicator"], row["institution_type"]) for row in rows]
    wanted = (indicator, institution_type)
    return rows[keys.index(wanted)] if wanted in keys else None


def test_an_answer_that_comes_is_taken_out_of_the_estimate() -> None:
    """40 % of five services are two; one is named, of the other three one more has materials."""
    before = stratum(completed(), "materials_availability", "social_service")
    after = stratum(
        completed(reply("ss-incukalns", MATERIALS, "no")),
        "materials_availability",
        "social_service",
    )
    assert before
    assert after
    assert (before["named"], before["share"]) == (2, 1 / 3)
    assert (after["named"], after["share"]) == (3, 1 / 2)


@pytest.mark.parametrize(
    ("institution", "answer", "counts", "share"),
    [
        ("ss-jelgava", "no", (1, 2), 1.5 / 3),  # was yes
        ("ss-jelgava", "no_answer", (1, 2), 1.5 / 3),
        ("ss-gulbene", "yes", (2, 3), (2.5 - 2) / 3),  # was no answer
        ("ss-gulbene", "no", (2, 2), (2 - 1) / 3),
    ],
)
def test_a_total_may_or_may_not_have_counted_what_is_overridden(
    institution: str, answer: str, counts: tuple[int, int], share: float
) -> None:
    done = completed(reply(institution, MATERIALS, answer, overrides=WHY))
    row = stratum(done, "materials_availability", "social_service")
    assert row
    assert (row["lower_count"], row["upper_count"]) == counts
    assert row["share"] == pytest.approx(share)


def test_where_every_answer_is_known_nothing_is_estimated() -> None:
    done = completed(*services("yes", "no", "no"))
    assert stratum(done, "materials_availability", "social_service") is None
    assert strata(done.survey, QUESTIONS).contradicted == []


def test_a_total_that_replies_contradict_estimates_nothing_more() -> None:
    done = completed(*services("yes", "yes", None))
    found = strata(done.survey, QUESTIONS)
    assert stratum(done, "materials_availability", "social_service") is None
    assert found.problems == []
    assert found.contradicted == [
        {
            "indicator": "materials_availability",
            "institution_type": "social_service",
            "base": 5,
            "sources": ['chapter "Materiāli"'],
            "lower": 2,
            "upper": 2,
            "least": 3,
            "most": 4,
        }
    ]


def test_a_late_response_is_none_of_those_that_a_total_speaks_of() -> None:
    done = completed(
        reply("ss-aglona", MATERIALS, "yes", overrides=WHY),
    )
    row = stratum(done, "materials_availability", "social_service")
    assert row
    assert (row["base"], row["named"], row["share"]) == (5, 2, 1 / 3)
