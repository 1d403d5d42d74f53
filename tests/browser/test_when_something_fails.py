"""A slow line, a broken file, a lost server; and the ways to tell somebody about it."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser import verbs
from tests.browser.conftest import Watch
from tests.browser.serving import served

CALLBACK = "**/_dash-update-component*"
LOST = "Serveris neatbild."

# Keeps a mail program from opening; the link that would open it stands in window.mail.
CATCH_MAIL = """document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href^="mailto:"]');
  if (!link) return;
  event.preventDefault();
  window.mail = link.href;
}, true)"""


def held(page: Page, address: str) -> list[Route]:
    """The requests for an address, which wait until they are let go on."""
    found: list[Route] = []

    def hold(route: Route) -> None:
        found.append(route)

    page.route(address, hold)
    return found


@pytest.mark.parametrize("path", ["/", "/methods", "/municipality/LV-041"])
def test_a_lost_server_is_told_on_every_page(page: Page, watch: Watch, path: str) -> None:
    page.route(CALLBACK, lambda route: route.abort("connectionrefused"))
    page.goto(path, wait_until="commit")
    strip = page.get_by_role("alert")
    expect(strip).to_contain_text(f"{LOST} Redzams pēdējais ielādētais skats.")
    page.unroute(CALLBACK)
    strip.get_by_role("button", name="Mēģināt vēlreiz").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(strip).to_be_hidden()
    assert watch.complaints
    watch.complaints.clear()


def test_a_server_that_stays_away_costs_no_page(page: Page, watch: Watch) -> None:
    verbs.open_map(page)
    page.route(CALLBACK, lambda route: route.fulfill(status=500))
    page.evaluate("fetch('/_dash-update-component', {method: 'POST'})")
    strip = page.get_by_role("alert")
    expect(strip).to_contain_text(LOST)
    page.route("**/*", lambda route: route.abort("connectionrefused"))
    strip.get_by_role("button", name="Mēģināt vēlreiz").click()
    expect(strip).to_contain_text("Serveris joprojām neatbild.")
    expect(verbs.headline(page)).to_be_visible()
    verbs.choose_indicator(page, "identified_cases")  # what is here goes on
    watch.complaints.clear()


def test_a_slow_file_fades_the_old_map_and_draws_bars(page: Page) -> None:
    verbs.open_map(page, "municipality=LV-041")
    waiting = held(page, "**/values/2021/*")
    page.locator(".segment-link[data-value='2021']").click()
    stage = page.locator(".stage")
    expect(stage).to_have_attribute("aria-busy", "true")
    expect(page.locator(".map-box")).to_have_css("opacity", "0.6")
    expect(page.locator("#said")).to_have_text("Ielādē karti…")
    assert len(verbs.areas(page)) == 119
    waiting[0].continue_()
    verbs.drawn(page)
    expect(stage).to_have_attribute("aria-busy", "false")
    expect(page.locator(".map-box")).to_have_css("opacity", "1")


def test_a_slow_panel_draws_bars_in_its_place(page: Page) -> None:
    verbs.open_map(page)
    waiting = held(page, "**/panel/2009/lv/*")
    verbs.click_on(page, "LV-041")
    sheet = page.locator(".panel-sheet")
    expect(sheet).to_have_attribute("aria-busy", "true")
    expect(verbs.panel(page).get_by_role("heading", level=2)).to_be_hidden()
    waiting[0].continue_()
    expect(verbs.panel(page).get_by_role("heading", level=2)).to_have_text("Jelgavas novads")
    expect(sheet).to_have_attribute("aria-busy", "false")


def test_a_file_that_fails_leaves_the_old_map_and_a_way_to_try_again(
    page: Page, watch: Watch
) -> None:
    verbs.open_map(page)
    page.route("**/values/2021/*", lambda route: route.fulfill(status=502))
    page.locator(".segment-link[data-value='2021']").click()
    notice = page.get_by_role("note").filter(has_text="Datus neizdevās ielādēt.")
    expect(notice).to_contain_text("Redzama pēdējā derīgā versija, 2016-1.")
    assert len(verbs.areas(page)) == 119
    page.unroute("**/values/2021/*")
    notice.get_by_role("link", name="Mēģināt vēlreiz").click()
    page.wait_for_load_state()
    verbs.drawn(page)
    assert len(verbs.areas(page)) == 43
    assert all("502" in one for one in watch.complaints)
    watch.complaints.clear()


def clipboard(page: Page) -> str:
    """What was copied."""
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def test_a_link_is_copied_and_that_is_said(page: Page, desk: BrowserContext) -> None:
    desk.grant_permissions(["clipboard-read", "clipboard-write"])
    verbs.open_map(page)
    verbs.choose_indicator(page, "identified_cases")
    button = page.get_by_role("button", name="Kopīgot")
    button.click()
    expect(page.get_by_role("button", name="Nokopēts")).to_be_visible()
    expect(page.locator("#said")).to_have_text("Nokopēts")
    assert clipboard(page) == page.url
    expect(button).to_be_visible()
    verbs.click_on(page, "LV-041")
    verbs.panel(page).get_by_role("button", name="Saite").click()
    expect(verbs.panel(page).get_by_role("button", name="Nokopēts")).to_be_visible()
    assert clipboard(page) == page.url


def test_a_citation_is_copied_with_its_whole_address(page: Page, desk: BrowserContext) -> None:
    desk.grant_permissions(["clipboard-read", "clipboard-write"])
    verbs.open_page(page, "/table")
    page.get_by_role("button", name="Kopēt atsauci").click()
    expect(page.get_by_role("button", name="Nokopēts")).to_be_visible()
    assert clipboard(page).startswith("Latvijas Republikas tiesībsargs. ")
    assert clipboard(page).endswith(page.url)


def test_without_a_contact_a_report_is_copied(page: Page, desk: BrowserContext) -> None:
    desk.grant_permissions(["clipboard-read", "clipboard-write"])
    verbs.open_map(page, "municipality=LV-041&indicator=identified_cases")
    verbs.panel(page).get_by_role("button", name="Ziņot par kļūdu").click()
    expect(page.locator("#said")).to_contain_text("nosūtiet to vietnes uzturētājam")
    report = clipboard(page).split("\n")
    assert report[0] == page.url
    assert report[1].startswith(
        "Redzams: Jelgavas novads. Jelgavas novadā ar cilvēku tirdzniecības"
    )
    assert report[2] == "Datu versija 2016-1"


def test_with_a_contact_a_report_is_a_mail(
    page: Page, watch: Watch, study_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RICIBAS_KARTE_CONTACT", "karte@example.org")
    with served(study_database, tmp_path / "log", workers=1) as watch.address:
        page.goto(f"{watch.address}/municipality/LV-041")
        page.evaluate(CATCH_MAIL)
        page.get_by_role("button", name="Ziņot par kļūdu").click()
        mail = page.evaluate("decodeURIComponent(window.mail)")
    start = "mailto:karte@example.org?subject=Kļūda Rīcības kartē: Jelgavas novads&body="
    assert mail.startswith(start + page.url)
    assert re.search(r"Datu versija 2016-1", mail)
