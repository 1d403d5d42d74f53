"""Replies that say the same count once; those that contradict one another are a fault."""

import pytest

from tests.etl.replying import MATERIALS, WHY, completed, faults, reply

pytestmark = pytest.mark.usefixtures("places_read_once")


def test_the_same_answer_twice_counts_once() -> None:
    done = completed(
        reply("oc-jelgava", MATERIALS, "yes"),
        reply("oc-jelgava", MATERIALS, "yes", file="other.csv", sheet="", row=9),
    )
    assert (done.added, done.problems) == (1, [])


@pytest.mark.parametrize("reason", ["", WHY])
def test_of_replies_that_say_the_same_none_counts_for_standing_first(reason: str) -> None:
    """A reason holds wherever it stands, and so do the source and the quotation."""
    told = [
        reply("oc-varaklani", "training", "not_trained", file="a.csv", row=2),
        reply("oc-varaklani", "training", "not_trained", file="b.csv", source="letter 5", row=3),
        reply("oc-varaklani", "training", "not_trained", file="b.csv", overrides=reason, row=4),
        reply("oc-aglona", "training", "trained", file="b.csv", source="letter 6", row=5),
        reply("oc-aglona", MATERIALS, "yes", file="a.csv", overrides=reason, row=6),
    ]
    orders = [completed(*told), completed(*reversed(told)), completed(*told[2:], *told[:2])]
    first, *others = [
        {str(one) for one in (*done.survey.answers, *done.survey.conflicts)} for done in orders
    ]
    assert others == [first, first]
    stands = {conflict.stands for conflict in orders[0].survey.conflicts}
    assert stands == ({"reply"} if reason else {"survey"})


@pytest.mark.parametrize(("other", "written"), [("no", "nav"), ("no_answer", "nav atbildes")])
def test_two_answers_that_cannot_both_be_right_are_a_fault(other: str, written: str) -> None:
    done = completed(
        reply("oc-jelgava", MATERIALS, "yes", file="a.csv", sheet=""),
        reply("oc-jelgava", MATERIALS, other, row=7, column="Materiāli"),
    )
    (problem,) = done.problems
    assert str(problem) == (
        f"r.xlsx, sheet Atbildes, row 7, column Materiāli: “{written}” contradicts row 2 of file "
        "a.csv, where the same institution, Jelgavas pilsētas bāriņtiesa (oc-jelgava), answers the "
        "same question, “Whether there are materials”, with “yes”. Keep the answer that is right: "
        "empty the wrong cell, or delete its row if the whole of it is one too many."
    )
    assert "ir pretrunā faila a.csv 2. rindai, kur tā pati iestāde, " in problem.sentence("lv")


@pytest.mark.parametrize(
    ("place", "lv", "en"),
    [
        ({}, "ir pretrunā 2. rindai, kur", "contradicts row 2, where"),
        (
            {"sheet": "A"},
            "ir pretrunā lapas A 2. rindai,",
            "contradicts row 2 of sheet A,",
        ),
        (
            {"file": "a.xlsx"},
            "ir pretrunā faila a.xlsx lapas Atbildes 2. rindai,",
            "contradicts row 2 of sheet Atbildes in file a.xlsx,",
        ),
    ],
)
def test_the_other_reply_is_told_as_far_off_as_it_is(
    place: dict[str, str], lv: str, en: str
) -> None:
    done = completed(
        reply("oc-jelgava", MATERIALS, "yes", **place),
        reply("oc-jelgava", MATERIALS, "no", row=7, written="nē"),
    )
    (problem,) = done.problems
    assert problem.value == "nē"
    assert lv in problem.sentence("lv")
    assert en in problem.sentence("en")
    own = problem.file if place.get("file") != "a.xlsx" else "nothing"
    assert own not in problem.rule("lv") + problem.remedy("lv")


def test_a_response_of_none_beside_answers_is_a_fault() -> None:
    done = completed(
        reply("oc-jelgava", "response", "no_response", row=4),
        reply("oc-jelgava", MATERIALS, "yes"),
    )
    assert faults(done) == [("reply_in_silence", 4, "Atbildes")]
