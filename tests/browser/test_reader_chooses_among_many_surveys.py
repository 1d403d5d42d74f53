"""A reader of a site with many surveys: the header stays whole, and any survey can be chosen.

All surveys but the study are invented (tests/invented_wave.py).
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from etl.build import STUDY, build
from tests.browser.conftest import DESKTOP, PHONE, Open, opener
from tests.browser.serving import served
from tests.browser.test_axe import found as violations
from tests.conftest import quiet
from tests.invented_wave import invented_wave

YEARS = ("2021", "2022", "2023", "2024", "2026")
BUTTON = ".survey-button"
# What of the header overlaps, or stands out of the window.
FAULTS = """() => {
  const shown = [...document.querySelectorAll('.brand, .nav, .header-extra > *, .languages')]
    .filter((one) => one.offsetParent);
  const boxes = shown.map((one) => [one.className, one.getBoundingClientRect()]);
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;
  const found = boxes.filter(([, box]) => box.right > innerWidth + 0.5).map(([name]) => name);
  boxes.forEach(([name, box], at) => {
    for (const [other, next] of boxes.slice(at + 1)) {
      if (meet(box, next)) found.push(`${name}|${other}`);
    }
  });
  return [shown.length, found];
}"""


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with the study and five further surveys."""
    folder = tmp_path_factory.mktemp("many")
    waves = [invented_wave(folder / year, year) for year in YEARS]
    build(folder / "x.duckdb", survey_folders=[STUDY, *waves], say=quiet)
    with served(folder / "x.duckdb", folder / "log") as address:
        yield address


@pytest.fixture
def opened(browser: Browser, many: str) -> Iterator[Open]:
    """Open a page of that server."""
    yield from opener(browser, many)


@pytest.mark.parametrize("lang", ["lv", "en"])
def test_nothing_of_the_header_overlaps_in_any_window(opened: Open, lang: str) -> None:
    page = opened(f"/methods?lang={lang}")
    for width in (1920, 1440, 1280, 1040, 900, 768):
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate(FAULTS) == [5, []], width
    page.set_viewport_size(PHONE)
    page.locator(".menu-button").click()
    assert page.evaluate(FAULTS) == [5, []]
    page.locator(BUTTON).click()
    assert page.evaluate(FAULTS) == [5, []]
    assert violations(page) == []


def test_a_survey_is_chosen_by_keyboard_and_the_view_stays(opened: Open) -> None:
    page = opened("/priorities?planning_region=Latgales")
    button, links = page.locator(BUTTON), page.locator(".survey-link")
    expect(button).to_have_text("Aptaujas gads2026")
    button.focus()
    page.keyboard.press("Enter")
    expect(links).to_have_count(6)
    expect(links.first).to_be_visible()
    page.keyboard.press("Tab")
    expect(links.first).to_be_focused()
    page.keyboard.press("Escape")
    expect(links.first).to_be_hidden()
    expect(button).to_be_focused()
    page.keyboard.press("Space")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/priorities?*wave=2023*")
    assert "planning_region=Latgales" in page.url
    expect(page.locator(BUTTON)).to_have_text("Aptaujas gads2023")
    current = page.locator(".survey-link[aria-current]")
    expect(current).to_have_count(1)
    expect(current).to_contain_text("Izdomāta 2023. gada aptauja")


def test_the_menu_closes_when_it_is_left(opened: Open) -> None:
    page = opened("/methods")
    page.locator(BUTTON).click()
    expect(page.locator(".survey-list")).to_be_visible()
    assert violations(page) == []
    page.locator("h1").click()
    expect(page.locator(".survey-list")).to_be_hidden()
    page.locator(BUTTON).click()
    page.locator(".language-link").first.focus()
    expect(page.locator(".survey-list")).to_be_hidden()


def test_on_the_map_the_menu_follows_what_is_chosen_there(opened: Open) -> None:
    page = opened("/")
    page.get_by_role("tab", name="Atpazīti gadījumi").click()
    page.wait_for_url("**indicator=identified_cases*")
    page.locator(BUTTON).click()
    page.locator('.survey-link[data-wave="2016"]').click()
    page.wait_for_url("**wave=2016*")
    assert "indicator=identified_cases" in page.url


def test_the_menu_opens_without_scripts(browser: Browser, many: str) -> None:
    context = browser.new_context(base_url=many, viewport=DESKTOP, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.locator(BUTTON).click()
    page.locator('.survey-link[data-wave="2016"]').click()
    expect(page.locator(BUTTON)).to_contain_text("2016")
    context.close()
