"""Replies complete a wave: added where it is silent, and kept beside it where they contradict."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import duckdb
import pytest

import etl.build
from etl.build import build
from etl.conflict import Conflict
from etl.read_survey import read_survey
from etl.replies.complete import Completion
from etl.replies.reply import Reply
from etl.stratum import strata
from etl.survey_format import AnswerRow
from etl.write import opened
from tests.conftest import SMALL_SURVEY, quiet
from tests.etl.replying import completed, reply

pytestmark = pytest.mark.usefixtures("places_read_once")
WHY = "letter of 5 March 2026"
MATERIALS = "client_materials"
QUESTIONS = {
    "materials_availability": (MATERIALS, ("yes",)),
    "ngo_awareness": ("ngo_awareness", ("yes",)),
}


def answers(done: Completion, institution: str, question: str) -> list[AnswerRow]:
    rows = [located.row for located in done.survey.answers]
    return [r for r in rows if (r.institution_id, r.question) == (institution, question)]


def conflicts(done: Completion) -> list[tuple[str, str, str | None, str, str, str]]:
    def line(c: Conflict) -> tuple[str, str, str | None, str, str, str]:
        return (
            c.institution_id,
            c.question,
            c.survey_answer,
            c.reply_answer,
            c.stands,
            c.reason,
        )

    return [line(conflict) for conflict in done.survey.conflicts]


def faults(done: Completion) -> list[tuple[str, int | None, str]]:
    return [(p.fault, p.row, p.sheet) for p in done.problems]


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


# Replies among themselves


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


# Printed totals


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


def services(*materials: str | None) -> list[Reply]:
    """Replies of the three services of which the survey does not know the materials."""
    names = ("ss-incukalns", "ss-varaklani", "ss-jelgavas")
    told = zip(names, materials, strict=True)
    return [reply(name, MATERIALS, answer) for name, answer in told if answer]


# In the database

Built = Callable[..., duckdb.DuckDBPyConnection]


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Built]:
    """The small survey with replies, built and opened."""

    def make(*replies: Reply) -> duckdb.DuckDBPyConnection:
        done = completed(*replies)
        assert done.problems == []
        monkeypatch.setattr(etl.build, "read_survey", lambda *_: done.survey)
        build(tmp_path / "x.duckdb", survey_folders=[SMALL_SURVEY], say=quiet)
        return stack.enter_context(opened(tmp_path / "x.duckdb"))

    with ExitStack() as stack:
        yield make


def value(connection: duckdb.DuckDBPyConnection, **where: str) -> tuple[object, ...]:
    area = {
        "indicator": "materials_availability",
        "institution_type": "social_service",
        "boundary_set": "2009",
        "municipality_code": "",
        "planning_region": "",
    }
    relation = connection.table("indicator_value")
    for column, cell in (area | where).items():
        relation = relation.filter(f"{column} = '{cell}'")
    (row,) = relation.project("numerator, denominator, value, evidence, caveats").fetchall()
    return row


VARAKLANI = {"municipality_code": "LV-102", "planning_region": "Vidzemes"}


def test_a_reply_turns_its_area_from_estimated_to_reported(
    built: Built, small_database: Path
) -> None:
    with opened(small_database) as before:
        assert value(before, **VARAKLANI)[3] == "estimated"
    after = built(reply("ss-varaklani", MATERIALS, "no"))
    assert value(after, **VARAKLANI)[:4] == (0, 1, 0.0, "reported")
    # Two are printed and one is named, so of the two others that are not known one has materials.
    jelgavas = {"municipality_code": "LV-041", "planning_region": "Zemgales"}
    assert value(after, **jelgavas)[:4] == (None, 1, 0.5, "estimated")
    assert value(after)[:4] == (2, 4, 0.5, "derived")


def test_with_every_reply_the_country_is_known_from_replies_and_no_longer_from_the_total(
    built: Built,
) -> None:
    after = built(*services("yes", "no", "no"))
    numerator, denominator, share, evidence, caveats = value(after)
    assert (numerator, denominator, share, evidence) == (2, 4, 0.5, "reported")
    assert caveats == ["text_contradicts_footnote"]


def test_where_replies_contradict_a_total_the_rest_is_not_published_and_says_why(
    built: Built,
) -> None:
    after = built(*services("yes", "yes", None))
    jelgavas = {"municipality_code": "LV-041", "planning_region": "Zemgales"}
    assert value(after, **jelgavas) == (None, None, None, "not_published", ["total_contradicted"])
    assert value(after)[:4] == (3, 3, 1.0, "reported")
    assert "total_contradicted" in value(after)[4]  # type: ignore[operator]


def test_the_country_is_no_longer_known_from_a_total_with_an_answer_that_is_overridden(
    built: Built,
) -> None:
    after = built(reply("ss-jelgava", MATERIALS, "no", overrides=WHY))
    assert value(after)[:4] == (None, 4, 1.5 / 4, "estimated")


def test_a_late_response_counts_on_top_of_the_total(built: Built) -> None:
    after = built(reply("ss-aglona", MATERIALS, "yes", overrides=WHY))
    assert value(after)[:4] == (3, 5, 0.6, "derived")
    aglona = {"municipality_code": "LV-001", "planning_region": "Latgales"}
    assert value(after, **aglona)[:4] == (1, 1, 1.0, "reported")


def test_a_figure_that_late_replies_come_on_top_of_cites_them_beside_the_total(
    built: Built,
) -> None:
    after = built(reply("ss-aglona", MATERIALS, "yes", overrides=WHY, source="letter 7"))
    of_services = "indicator = 'materials_availability' and institution_type = 'social_service'"
    latvia = "boundary_set = '2009' and municipality_code = '' and planning_region = ''"
    values = after.table("indicator_value").filter(f"{of_services} and {latvia}")
    assert values.project("sources").fetchall() == [(['chapter "Materiāli"', "letter 7"],)]


def test_a_late_response_without_an_answer_is_not_estimated_from_a_total_it_is_not_in(
    built: Built,
) -> None:
    after = built(reply("ss-aglona", "training", "trained", overrides=WHY))
    aglona = {"municipality_code": "LV-001", "planning_region": "Latgales"}
    assert value(after, **aglona)[3] == "not_published"


def test_who_is_counted_without_the_others_of_its_area_is_not_shown_as_all(built: Built) -> None:
    """The court answered in time, the service late and not this question."""
    after = built(
        reply("ss-aglona", "training", "trained", overrides=WHY),
        reply("oc-aglona", "case_experience", "no", overrides=WHY, row=3),
    )
    aglona = {"municipality_code": "LV-001", "planning_region": "Latgales"}
    all_cases = {"indicator": "identified_cases", "institution_type": "all"}
    assert value(after, **aglona, **all_cases)[:4] == (0, 1, 0.0, "reported")
    assert value(after, **aglona, **all_cases)[4] == ["partly_published"]
    for kind in ("social_service", "all"):
        of_latvia = value(after, **(all_cases | {"institution_type": kind}))
        assert "partly_published" in of_latvia[4]  # type: ignore[operator]
    alone = value(after, **aglona, **(all_cases | {"institution_type": "orphans_court"}))
    assert alone[4] == []


def test_a_printed_figure_that_replies_change_is_explained_by_them(built: Built) -> None:
    after = built(reply("ss-varaklani", "training", "trained", overrides=WHY))
    (row,) = after.table("reconciliation").filter("published = 40 and difference <> 0").fetchall()
    assert row[2:5] == (20, 40, -20)
    assert row[5].startswith("Kopš publicēšanas")
    assert row[6].startswith("Replies of institutions")


def test_a_difference_that_replies_take_away_is_explained_no_more(built: Built) -> None:
    """Printed are five trained courts, coded four; with one more reply there are five."""
    after = built(reply("oc-gulbene", "training", "trained", overrides=WHY))
    recomputed = after.table("reconciliation").project("difference, explanation_en").fetchall()
    assert recomputed == [(0, None)] * 4


def test_conflicts_are_rows_and_their_sources_can_be_said(built: Built) -> None:
    after = built(
        reply("oc-jelgava", "case_experience", "no"),
        reply("oc-varaklani", "training", "planned", overrides=WHY),
        reply("oc-aglona", MATERIALS, "yes"),
    )
    rows = after.table("conflict").project("conflict_id, stands, reply_source").fetchall()
    assert rows == [
        (1, "survey", 'file "r.xlsx"'),
        (2, "reply", 'file "r.xlsx"'),
        (3, "survey", 'file "r.xlsx"'),
        (4, "survey", 'file "r.xlsx"'),
    ]
    (label,) = (
        after.table("label").filter("code = 'file \"r.xlsx\"'").project("label_lv").fetchall()
    )
    assert label == ("fails „r.xlsx”",)
    loaded = after.table("answer").filter("loaded").project("institution_id, answer").fetchall()
    assert loaded == [("oc-varaklani", "planned")]


def test_the_survey_that_is_completed_stays_as_it_was() -> None:
    survey = read_survey(SMALL_SURVEY)
    before = list(survey.answers)
    completed(reply("oc-varaklani", "training", "planned", overrides=WHY))
    assert survey.answers == before
    assert survey.conflicts == []
