"""What replies change in a built database: values, caveats, sources, reconciliation, conflicts."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import duckdb
import pytest

import etl.build
from etl.build import build
from etl.replies.reply import Reply
from etl.write import opened
from tests.conftest import SMALL_SURVEY, quiet
from tests.etl.replying import MATERIALS, WHY, completed, reply, services

pytestmark = pytest.mark.usefixtures("places_read_once")


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
