"""The choice of a survey in the header: a name, buttons, or a menu where there are many."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from dashboard.database import Edition
from dashboard.i18n.translate import LANGUAGES, Words
from dashboard.pages.survey_switch import MOST_BUTTONS, survey_switch
from dashboard.state import Usual, ViewState
from tests.dashboard.components.trees import plain

FIRST = 2016


def switch_of(count: int, lang: str = "lv", chosen: int = 0) -> dict[str, Any]:
    """The switch of a database with so many surveys, the newest first, one of them chosen."""
    years = [FIRST + number for number in reversed(range(count))]
    waves = [
        {"wave": str(year), "title_lv": f"{year}. gada aptauja", "title_en": f"Survey of {year}"}
        for year in years
    ]
    edition = cast("Edition", SimpleNamespace(kept={"waves": waves}))
    state = ViewState(
        boundary_set="2009", wave=waves[chosen]["wave"], lang=lang, usual=Usual("2009", "2009")
    )
    return plain(survey_switch(edition, state, "/priorities?lang=en", Words(lang)))


def parts(tree: Any, kind: str) -> list[dict[str, Any]]:
    """The elements of a kind, in their order."""
    if isinstance(tree, list):
        return [one for child in tree for one in parts(child, kind)]
    if not isinstance(tree, dict):
        return []
    own = [tree] if tree.get("type") == kind else []
    return own + parts(tree["props"].get("children"), kind)


def said(tree: Any) -> str:
    if isinstance(tree, list):
        return " ".join(filter(None, map(said, tree)))
    return said(tree["props"].get("children")) if isinstance(tree, dict) else str(tree or "")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_survey_is_named_and_offers_nothing(lang: str) -> None:
    tree = switch_of(1, lang)
    assert (tree["type"], parts(tree, "A"), parts(tree, "Details")) == ("Span", [], [])
    assert "2016" in said(tree)


@pytest.mark.parametrize("count", range(2, MOST_BUTTONS + 1))
def test_few_surveys_are_buttons_as_time_goes(count: int) -> None:
    tree = switch_of(count)
    assert parts(tree, "Details") == []
    assert [said(one) for one in parts(tree, "A")] == [str(FIRST + n) for n in range(count)]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("count", [MOST_BUTTONS + 1, 5, 10])
def test_many_surveys_are_a_menu_with_their_titles_the_newest_first(count: int, lang: str) -> None:
    tree = switch_of(count, lang, chosen=1)
    (menu,) = parts(tree, "Details")
    (button,) = parts(menu, "Summary")
    shown = str(FIRST + count - 2)
    assert said(button) == f"{Words(lang)('header.choose_survey')} {shown}"
    title = "{}. gada aptauja" if lang == "lv" else "Survey of {}"
    years = [FIRST + number for number in reversed(range(count))]
    links = parts(menu, "A")
    assert [said(one) for one in links] == [f"{year} {title.format(year)}" for year in years]


@pytest.mark.parametrize("count", [2, 3, 4, 10])
def test_each_leads_to_the_same_page_and_one_is_the_shown(count: int) -> None:
    for chosen in (0, count - 1):
        tree = switch_of(count, chosen=chosen)
        assert tree["props"]["aria-label"] == "Aptaujas gads"
        links = {one["props"]["data-wave"]: one["props"] for one in parts(tree, "A")}
        assert len(links) == count
        for wave, link in links.items():
            assert link["href"] == f"/wave/{wave}/priorities?lang=en"
        current = [wave for wave, link in links.items() if link.get("aria-current")]
        assert current == [str(FIRST + count - 1 - chosen)]
