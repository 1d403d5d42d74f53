"""A loaded reply that contradicts the survey is told where its institution and its method are."""

from pathlib import Path

import pytest
from dash import html

from dashboard.atlas import read_atlas, read_labels
from dashboard.database import Database, Edition
from dashboard.i18n.translate import Words
from dashboard.pages.conflicts import conflicts
from dashboard.pages.place_parts import Voice
from dashboard.pages.place_statements import place_statements
from etl.build import build
from etl.replies.load import Given
from etl.said import Said
from tests.conftest import SMALL_SURVEY
from tests.dashboard.components.trees import text

ANSWERS = """institution_id,question,answer,source,overrides
oc-jelgava,case_experience,no,letter 7,
oc-varaklani,training,planned,letter 8,a slip of the list
oc-aglona,training,trained,,
"""
WHERE = {"LV-JEL": "survey", "LV-102": "reply", "LV-001": "silent"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Edition, str]:
    folder = tmp_path_factory.mktemp("conflicts")
    (folder / "answers.csv").write_text(ANSWERS, "utf-8")
    said: list[Said] = []
    given = Given([folder / "answers.csv"])
    build(folder / "x.duckdb", survey_folders=[SMALL_SURVEY], given=given, say=said.append)
    return Database(folder / "x.duckdb").edition(), "\n".join(map(str, said))


def voice(edition: Edition, lang: str) -> Voice:
    return Voice(read_atlas(edition, "2009"), Words(lang), read_labels(edition, lang))


def test_each_is_told_on_the_profile_of_its_place_and_on_no_other(
    built: tuple[Edition, str],
) -> None:
    edition, _ = built
    for lang, title in {"lv": "kas ir pretrunā aptaujai", "en": "contradict the survey"}.items():
        speaker = voice(edition, lang)
        told = {
            code: " ".join(str(part) for part in place_statements(edition, speaker, code))
            for code in speaker.atlas.municipalities
        }
        assert {code for code, shown in told.items() if title in shown} == set(WHERE)


def test_the_methods_tell_all_with_both_answers_and_which_stands(
    built: tuple[Edition, str],
) -> None:
    edition, _ = built
    told = [text(part) for part in conflicts(edition, voice(edition, "en"), html.H3, None)]
    shown = " ".join(told)
    assert "(footnote 13)" in shown
    assert "(letter 7). The survey's answer stands." in shown
    assert "(letter 8). The loaded reply stands, because: a slip of the list." in shown
    assert "the institution did not respond, says the survey; so it is not counted" in shown


def test_a_survey_that_nothing_contradicts_tells_nothing(small_database: Path) -> None:
    edition = Database(small_database).edition()
    assert conflicts(edition, voice(edition, "lv"), html.H3, None) == []


def test_the_summary_of_the_build_lists_them(built: tuple[Edition, str]) -> None:
    _, said = built
    assert "Replies that contradict the survey: 4" in said
    assert (
        "  oc-varaklani training: survey trained, answers.csv row 3 planned; "
        "the reply stands: a slip of the list" in said
    )
    assert (
        "  oc-jelgava case_experience: survey yes, answers.csv row 2 no; the survey stands" in said
    )
