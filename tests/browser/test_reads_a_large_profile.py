"""A reader of a very large survey goes through a profile part by part, with and without scripts.

The survey is invented (benchmarks/synthetic_survey.py). A server of its own serves it.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from benchmarks.synthetic_survey import Size, write_surveys
from dashboard.pages.profile_parts import AT_ONCE
from etl.build import build
from tests.browser.conftest import DESKTOP, PHONE, Watch, wait_for_dash
from tests.browser.serving import served
from tests.browser.test_axe import found as violations
from tests.conftest import quiet

PROFILE = "/municipality/LV-002"
INSTITUTIONS, ANSWERS = AT_ONCE["institutions"], AT_ONCE["answers"]


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the production server with 4,000 institutions, 31 of them in one place."""
    folder = tmp_path_factory.mktemp("large")
    surveys = write_surveys(Size(institutions=4000, questions=20), folder / "survey")
    build(folder / "large.duckdb", survey_folders=surveys, say=quiet)
    with served(folder / "large.duckdb", folder / "log") as address:
        yield address


def rows(page: Page) -> int:
    return page.locator("#page .institution-table tbody tr").count()


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desk", "phone"])
def test_the_next_part_is_a_press_away_and_begins_at_its_heading(
    browser: Browser, large: str, size: dict[str, int]
) -> None:
    watch = Watch(large)
    context = browser.new_context(base_url=large, viewport=size)
    page = context.new_page()
    wait_for_dash(page)
    watch.on(page)
    page.goto(PROFILE)
    assert rows(page) == INSTITUTIONS
    answers = page.locator("#page .profile-more dl > div")
    expect(answers).to_have_count(ANSWERS)
    first = answers.first.inner_text()
    page.get_by_role("link", name="Nākamās atbildes").click()
    page.locator("#first").wait_for(state="detached")
    expect(page).to_have_url(f"{large}{PROFILE}?answers=2#other-answers")
    expect(page.get_by_role("heading", name="Kas vēl atbildēts")).to_be_in_viewport()
    expect(page.locator("#page .pager-shown").last).to_contain_text(
        f"{ANSWERS + 1}.–{2 * ANSWERS}."
    )
    assert page.locator("#page .profile-more dl > div").first.inner_text() != first
    assert violations(page) == []
    page.get_by_role("link", name="Nākamās iestādes").click()
    page.locator("#first").wait_for(state="detached")
    assert urlsplit(page.url).query == "institutions=2&answers=2"
    assert 0 < rows(page) < INSTITUTIONS
    context.close()
    assert watch.complaints == []


def test_all_parts_can_be_read_without_scripts(browser: Browser, large: str) -> None:
    context = browser.new_context(base_url=large, viewport=DESKTOP, java_script_enabled=False)
    page = context.new_page()
    page.goto(PROFILE)
    seen = 0
    while True:
        seen += page.locator(".profile-more dl > div").count()
        following = page.get_by_role("link", name="Nākamās atbildes")
        if not following.count():
            break
        following.click()
    shown = page.locator(".pager-shown").last.inner_text()
    assert shown.endswith(f"{seen}. no {seen}.")
    assert seen > 3 * ANSWERS
    page.get_by_role("link", name="Visas atbildes tabulā").first.click()
    assert urlsplit(page.url).path == "/table"
    assert "rows=answers&municipality=LV-002" in urlsplit(page.url).query
    context.close()


def test_paper_says_what_it_leaves_out_and_where_that_is(browser: Browser, large: str) -> None:
    context = browser.new_context(base_url=large, viewport=DESKTOP)
    page = context.new_page()
    wait_for_dash(page)
    page.goto(PROFILE)
    page.emulate_media(media="print")
    expect(page.locator("#page .pager").last).to_be_hidden()
    hint = page.locator("#page .profile-more .profile-hint a").last
    expect(hint).to_be_visible()
    content = hint.evaluate("one => getComputedStyle(one, '::after').content")
    assert "/table?rows=answers&municipality=LV-002" in content
    context.close()
