"""A reply is added where the survey is silent, and kept beside it where it contradicts."""

import pytest

from etl.read_survey import read_survey
from tests.conftest import SMALL_SURVEY
from tests.etl.replying import MATERIALS, WHY, answers, completed, conflicts, faults, reply

pytestmark = pytest.mark.usefixtures("places_read_once")


# What becomes of one reply


def test_an_answer_where_the_survey_is_silent_is_added_as_reported() -> None:
    done = completed(reply("oc-jelgava", MATERIALS, "yes", quote="ir bukleti"))
    (added,) = answers(done, "oc-jelgava", MATERIALS)
    assert (added.answer, added.evidence, added.quote) == ("yes", "reported", "ir bukleti")
    assert added.source == 'file "r.xlsx"'
    assert (done.added, done.agreed, conflicts(done), done.problems) == (1, 0, [], [])


def test_its_own_source_stands_before_the_name_of_the_file() -> None:
    done = completed(reply("oc-jelgava", MATERIALS, "no", source="letter 1-12/34"))
    assert answers(done, "oc-jelgava", MATERIALS)[0].source == "letter 1-12/34"


def test_a_silence_that_is_told_is_no_answer_and_never_no() -> None:
    done = completed(reply("oc-jelgava", MATERIALS, "no_answer"))
    (added,) = answers(done, "oc-jelgava", MATERIALS)
    assert (added.answer, added.evidence) == ("no_answer", "no_answer")


def test_where_a_reply_agrees_the_survey_stands_with_its_stronger_evidence() -> None:
    done = completed(reply("oc-jelgava", "case_experience", "yes", overrides=WHY))
    (kept,) = answers(done, "oc-jelgava", "case_experience")
    assert (kept.evidence, kept.source) == ("named", "footnote 13")
    assert (done.added, done.agreed, conflicts(done)) == (0, 1, [])


@pytest.mark.parametrize("own", ["named", "derived", "reported", "no_answer"])
def test_where_a_reply_contradicts_both_are_kept_and_the_survey_stands(own: str) -> None:
    institution, question, answer, other = {
        "named": ("oc-jelgava", "case_experience", "yes", "no"),
        "derived": ("oc-varaklani", "training", "trained", "planned"),
        "reported": ("ss-incukalns", "training", "trained", "not_trained"),
        "no_answer": ("oc-incukalns", "training", "no_answer", "trained"),
    }[own]
    done = completed(reply(institution, question, other))
    (kept,) = answers(done, institution, question)
    assert (kept.answer, kept.evidence) == (answer, own)
    assert conflicts(done) == [(institution, question, answer, other, "survey", "")]
    conflict = done.survey.conflicts[0]
    assert (conflict.survey_evidence, conflict.survey_source) == (own, kept.source)
    assert (conflict.file, conflict.sheet, conflict.line) == ("r.xlsx", "Atbildes", 2)
    assert done.added == 0


def test_a_reason_makes_the_reply_stand_and_keeps_the_survey_beside_it() -> None:
    done = completed(reply("oc-varaklani", "training", "not_trained", overrides=WHY))
    (stands,) = answers(done, "oc-varaklani", "training")
    assert (stands.answer, stands.evidence, stands.caveat) == ("not_trained", "reported", ())
    expected = ("oc-varaklani", "training", "trained", "not_trained", "reply", WHY)
    assert conflicts(done) == [expected]


def test_one_more_of_several_answers_contradicts_none() -> None:
    done = completed(
        reply("ss-jelgava", "support_contact", "marta"),
        reply("ss-jelgava", "support_contact", "ngo", row=3),
    )
    told = {row.answer: row.evidence for row in answers(done, "ss-jelgava", "support_contact")}
    assert told == {"drosa_maja": "named", "marta": "named", "ngo": "reported"}
    assert (done.added, done.agreed, conflicts(done)) == (1, 1, [])


# Who did not respond


def test_a_reply_of_who_did_not_respond_waits_with_all_it_says() -> None:
    done = completed(reply("oc-aglona", "training", "trained"), reply("oc-aglona", MATERIALS, "no"))
    assert [row.answer for row in answers(done, "oc-aglona", "response")] == ["no_response"]
    assert answers(done, "oc-aglona", "training") == []
    assert conflicts(done) == [
        ("oc-aglona", "response", "no_response", "responded", "survey", ""),
        ("oc-aglona", "training", None, "trained", "survey", ""),
        ("oc-aglona", MATERIALS, None, "no", "survey", ""),
    ]


def test_a_reason_lets_in_whom_the_survey_has_as_silent() -> None:
    done = completed(
        reply("oc-aglona", "response", "responded", overrides=WHY),
        reply("oc-aglona", "training", "trained"),
    )
    assert [row.answer for row in answers(done, "oc-aglona", "response")] == ["responded"]
    assert [row.evidence for row in answers(done, "oc-aglona", "training")] == ["reported"]
    assert conflicts(done) == [("oc-aglona", "response", "no_response", "responded", "reply", WHY)]


def test_that_there_was_no_reply_takes_nothing_back() -> None:
    done = completed(reply("oc-jelgava", "response", "no_response"))
    assert conflicts(done) == [("oc-jelgava", "response", "responded", "no_response", "survey", "")]
    assert [row.answer for row in answers(done, "oc-jelgava", "response")] == ["responded"]
    done = completed(reply("oc-jelgava", "response", "no_response", overrides=WHY))
    assert faults(done) == [("silence_overrides", 2, "Atbildes")]
    done = completed(reply("oc-aglona", "response", "no_response"))
    assert (done.agreed, conflicts(done), done.problems) == (1, [], [])


# The survey itself


def test_the_survey_that_is_completed_stays_as_it_was() -> None:
    survey = read_survey(SMALL_SURVEY)
    before = list(survey.answers)
    completed(reply("oc-varaklani", "training", "planned", overrides=WHY))
    assert survey.answers == before
    assert survey.conflicts == []
