"""Chapters: what belongs together stands in one line, what contradicts itself in two."""

from dataclasses import replace
from typing import get_args

import pytest

from dashboard.i18n.translate import LANGUAGES, Words
from dashboard.pages.study_chapters import CHAPTERS, THEMES, Choice, chapters, home, lines
from dashboard.pages.study_figures import figure_text
from dashboard.records import Figure, Statement
from etl.survey_format import StatementTheme

COUNT = Figure(
    1, "orphans_court", "cooperation", "no", "nav bijusi", 115, 0, "count", 126, "a", "b", ""
)
PERCENT = replace(COUNT, total_id=2, value=91, unit="percent")
TOLD = Statement(1, "cooperation", "ss-1", "social_service", "LV-041", "Teksts.", "a", "")
REGIONS = {"LV-041": "Zemgales"}
SHARE, ABOUT = {"unit": "percent"}, {"unit": "about_percent"}
MONEY = {"unit": "euro", "denominator": None}


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_count_and_its_percentage_are_one_line() -> None:
    (line,) = lines([COUNT, PERCENT])
    assert plain(figure_text(line, Words("lv"))) == "115 no 126 (91 %)"
    assert plain(figure_text(line, Words("en"))) == "115 of 126 (91%)"
    assert line.share == 115 / 126
    assert not line.is_about


def test_the_same_figure_printed_twice_is_one_line_with_both_places() -> None:
    again = replace(COUNT, total_id=9, source="chapter")
    (line,) = lines([COUNT, again])
    assert [one.total_id for one in line.figures] == [1, 9]


def test_figures_that_contradict_one_another_stay_two_lines() -> None:
    other = replace(COUNT, total_id=3, value=114)
    assert [line.first.value for line in lines([COUNT, other])] == [115, 114]


@pytest.mark.parametrize(
    "change",
    [{"institution_type": "social_service"}, {"category": "yes"}, {"question": "training"}],
)
def test_figures_of_different_things_are_different_lines(change: dict[str, str]) -> None:
    assert len(lines([COUNT, replace(PERCENT, **change)])) == 2


@pytest.mark.parametrize(
    ("change", "latvian", "english", "share", "about"),
    [
        (SHARE | {"value": 36.5, "decimals": 1}, "36,5 % no 126", "36.5% of 126", 0.365, False),
        (ABOUT | {"value": 33}, "aptuveni 33 % no 126", "about 33% of 126", 0.33, True),
        ({"value": 3}, "3 no 126", "3 of 126", 3 / 126, False),
        ({"value": 63, "denominator": None}, "63", "63", None, False),
        (MONEY | {"value": 66160}, "66 160 eiro", "€66,160", None, False),
    ],
)  # fmt: skip
def test_a_figure_reads_as_it_is_printed(
    change: dict[str, object], latvian: str, english: str, share: float | None, about: bool
) -> None:
    (line,) = lines([replace(COUNT, **change)])
    assert plain(figure_text(line, Words("lv"))) == latvian
    assert plain(figure_text(line, Words("en"))) == english
    assert line.share == pytest.approx(share)
    assert line.is_about == about


def test_a_question_that_no_chapter_names_makes_a_last_chapter() -> None:
    assert chapters(["training"]) == CHAPTERS
    (*known, last) = chapters(["weather", "training", "weather"])
    assert tuple(known) == CHAPTERS
    assert (last.name, last.questions) == ("other", ("weather",))


def test_a_theme_of_two_chapters_goes_where_its_source_prints_figures() -> None:
    figures = [
        replace(COUNT, question="support_contact", source="chapter one"),
        replace(COUNT, question="client_education", source="chapter two"),
    ]
    told = replace(TOLD, theme="information")
    homes = {
        source: home(replace(told, source=source), figures).name
        for source in ("chapter one", "chapter two", "footnote 49")
    }
    assert homes == {"chapter one": "support", "chapter two": "clients", "footnote 49": "support"}
    assert home(TOLD, figures).name == "cooperation"


def test_every_theme_has_a_chapter_and_every_chapter_a_name() -> None:
    for lang in LANGUAGES:
        assert all(f"study.chapter.{c.name}" in Words(lang) for c in chapters(["weather"]))
    assert set(THEMES) == set(get_args(StatementTheme))
    questions = [question for chapter in CHAPTERS for question in chapter.questions]
    assert len(set(questions)) == len(questions)


@pytest.mark.parametrize(
    ("choice", "taken"),
    [
        (Choice(), True),
        (Choice("cooperation", "social_service", "Zemgales"), True),
        (Choice("training"), False),
        (Choice(institution_type="orphans_court"), False),
        (Choice(planning_region="Latgales"), False),
    ],
)
def test_a_choice_takes_what_is_asked_for(choice: Choice, taken: bool) -> None:
    assert choice.takes(TOLD, REGIONS) == taken
    assert choice.active == (choice != Choice())


def test_a_region_leaves_out_what_has_no_place() -> None:
    nowhere = replace(TOLD, code="", institution_id="")
    assert Choice().takes(nowhere, REGIONS)
    assert not Choice(planning_region="Zemgales").takes(nowhere, REGIONS)
