"""A visitor who wants to leave no trace: no cookie, no storage, on any page and from any file."""

import pytest
from playwright.sync_api import BrowserContext, Page, Response

from tests.browser import verbs
from tests.browser.conftest import Watch

STORED = """async () => ({
  cookies: document.cookie, local: Object.keys(localStorage), session: Object.keys(sessionStorage),
  databases: (await indexedDB.databases()).map((one) => one.name),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {"cookies": "", "local": [], "session": [], "databases": [], "workers": 0}
PAGES = ("/", "/municipality/LV-041", "/table", "/methods", "/nowhere")
FILES = (
    "/healthz",
    "/export/indicators.csv?municipality=LV-041",
    "/export/answers.csv?municipality=LV-041",
    "/export/answers.csv?colour=red",
    "/export/map.svg",
    "/embed",
)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_stores_nothing_and_sets_no_cookie(
    page: Page, desk: BrowserContext, watch: Watch, path: str
) -> None:
    answers: list[Response] = []

    def keep(answer: Response) -> None:  # Playwright takes no method of a list
        answers.append(answer)

    page.on("response", keep)
    verbs.open_page(page, path)
    page.wait_for_load_state("networkidle")
    assert answers
    assert [one.url for one in answers if "set-cookie" in one.headers] == []
    assert page.evaluate(STORED) == NOTHING
    assert desk.cookies() == []
    watch.forgive_nowhere()


@pytest.mark.parametrize("path", FILES)
def test_a_file_sets_no_cookie(page: Page, path: str) -> None:
    assert "set-cookie" not in page.request.get(path).headers


def test_a_choice_stands_in_the_address_alone(page: Page, desk: BrowserContext) -> None:
    verbs.open_map(page)
    verbs.choose_indicator(page, "identified_cases")
    verbs.hide_estimates(page)
    page.get_by_role("link", name="EN", exact=True).click()
    verbs.drawn(page)
    assert page.evaluate(STORED) == NOTHING
    assert desk.cookies() == []
    assert {"indicator=identified_cases", "estimates=off", "lang=en"} <= set(
        page.url.partition("?")[2].split("&")
    )
