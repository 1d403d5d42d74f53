"""A municipal official: prints a profile for a meeting, saves the map as a PDF, sends a link."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from dashboard.figures.colours import own_colour
from tests.browser import verbs
from tests.browser.conftest import Watch
from tests.browser.sheets import A4, Sheets, rgb, sheets

JELGAVA = "/municipality/LV-041"
SMALLEST = 10.5  # px, the least that the look allows on paper
SHEET = {"width": 680, "height": 1000}  # what an A4 has within its margins, px

# What a hatch or a dot stands on: printed only where the page insists on its backgrounds.
GROUNDS = """(of) => {
  const probe = document.createElement('span');
  probe.className = `square square-estimated of-${of}`;
  document.body.append(probe);
  const { backgroundColor } = getComputedStyle(probe);
  probe.remove();
  return backgroundColor.match(/\\d+/g).map(Number);
}"""

# Texts that stand out of the sheet to its right.
WIDER = """() => [...document.querySelectorAll('main *, .header *, .footer *')]
  .filter((one) => one.checkVisibility() && one.getClientRects().length
    && getComputedStyle(one).clipPath === 'none' && !one.closest('.map-graph, .sr-only'))
  .filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1)
  .map((one) => `${one.tagName}.${one.className}`)"""


# When the page is ready to be printed: where the areas lie within the map's box.
NOTE_PLACE = """() => window.addEventListener('beforeprint', () => queueMicrotask(() => {
  const box = document.querySelector('.map-box').getBoundingClientRect();
  const [left, top, right, bottom] = (PLACE)();
  window.notedPlace = [left - box.left, top - box.top, right - box.left, bottom - box.top];
}))""".replace("PLACE", verbs.PLACE)


def squeezed(text: str) -> str:
    """A text without its spaces: a sheet breaks lines where it must."""
    return re.sub(r"[\s\u00a0\u2060]", "", text)


def printed(sheet: Sheets, page: int = 1) -> str:
    """The words of a page, spaces aside."""
    return squeezed(sheet.words(page))


def on_paper(page: Page, text: str, sheet: Sheets, number: int = 1) -> None:
    """Hold a text that stands on the page against the sheet."""
    assert squeezed(text) in printed(sheet, number), text


def test_a_profile_of_two_institutions_is_one_a4(page: Page) -> None:
    verbs.open_page(page, JELGAVA)
    sheet = sheets(page)
    assert (sheet.count, sheet.sizes) == (1, {A4})
    assert sheet.smallest_type >= SMALLEST
    main = page.get_by_role("main")
    for part in ("h1", ".profile-lead", ".notes section:first-child p"):
        on_paper(page, main.locator(part).first.inner_text(), sheet)
    for cell in main.locator(".profile-cell").all():
        on_paper(page, cell.locator(".profile-answer").inner_text(), sheet)
        for part in cell.locator(".badge-source, .profile-caveat, .profile-aside").all():
            on_paper(page, part.inner_text(), sheet)
    on_paper(page, "Pašvaldības profils · 2016. gada aptauja", sheet)
    on_paper(page, "Zemgales plānošanas reģions · kods LV-041 · 2009. gada robežas", sheet)
    on_paper(page, "Iestāde atbildēja, un pilnajā publicētajā sarakstā tās nav.", sheet)


@pytest.mark.parametrize(
    ("path", "foot", "number"),
    [
        (JELGAVA, "Avots: Tiesībsarga pētījums, 2017 · datu versija 2016-1", "{n}. lapa no {of}"),
        (
            "/municipality/LV-112?boundary_set=2021&lang=en",
            "Source: study by the Ombudsman (Tiesībsargs), 2017 · data version 2016-1",
            "Page {n} of {of}",
        ),
        (
            "/methods",
            "Avots: Tiesībsarga pētījums, 2017 · datu versija 2016-1",
            "{n}. lapa no {of}",
        ),
    ],
)
def test_every_sheet_bears_source_version_link_and_number(
    page: Page, path: str, foot: str, number: str
) -> None:
    verbs.open_page(page, path)
    sheet = sheets(page)
    for one in range(1, sheet.count + 1):
        on_paper(page, foot, sheet, one)
        on_paper(page, page.url, sheet, one)
        on_paper(page, number.format(n=one, of=sheet.count), sheet, one)
    assert sheet.smallest_type >= SMALLEST


def test_the_hatch_is_on_paper_though_backgrounds_are_off(page: Page) -> None:
    verbs.open_page(page, JELGAVA)
    grounds = {of: tuple(page.evaluate(GROUNDS, of)) for of in verbs.INDICATORS}
    sheet = sheets(page)
    for of in ("materials_availability", "ngo_awareness"):
        assert grounds[of] in sheet.colours
        assert rgb(own_colour(of)) in sheet.colours
    assert grounds["training_coverage"] not in sheet.colours  # nothing of it is estimated here
    assert sheet.patterns >= 2


def test_actions_and_pages_stay_off_the_paper(page: Page) -> None:
    verbs.open_page(page, JELGAVA)
    sheet = sheets(page)
    for text in ("Drukāt, PDF", "Eksportēt", "Kopēt atsauci", "Metodes"):
        assert squeezed(text) not in printed(sheet)


@pytest.mark.parametrize("path", [JELGAVA, "/municipality/LV-025?lang=en", "/methods", "/nowhere"])
def test_nothing_is_wider_than_the_sheet(page: Page, watch: Watch, path: str) -> None:
    verbs.open_page(page, path)
    page.emulate_media(media="print")
    page.set_viewport_size(SHEET)
    assert page.evaluate(WIDER) == []
    watch.forgive_nowhere()


def test_the_map_is_printed_with_all_that_it_needs(page: Page) -> None:
    verbs.open_map(page, "indicator=materials_availability&boundary_set=2021")
    headline = verbs.headline(page).inner_text()
    counts = verbs.legend_counts(page)
    sheet = sheets(page)
    assert sheet.sizes == {A4}
    assert sheet.smallest_type >= SMALLEST
    for text in (
        headline,
        "Informatīvie materiāli",
        "Robežas2021",
        "Pašvaldību skaits",
        "Avots: Tiesībsarga pētījums, 2017 · datu versija 2016-1",
        page.url,
    ):
        on_paper(page, text, sheet)
    for name, count in (("20–40", counts["2"]), ("nav atbildes", counts["12"])):
        assert f"{count}{squeezed(name)}" in printed(sheet)
    assert squeezed("NVA filiāles") not in printed(sheet)  # a filter that is not chosen
    assert rgb("#E3E5E7") in sheet.colours  # the ground of silence, never white
    assert sheet.patterns >= 2


def test_the_whole_country_lies_within_the_sheet(page: Page) -> None:
    for width in (1440, 1920, 1000):
        page.set_viewport_size({"width": width, "height": 900})
        verbs.open_map(page)
        page.evaluate(NOTE_PLACE)
        sheets(page)
        left, top, right, bottom = page.evaluate("window.notedPlace")
        assert min(left, top) >= 0
        assert right <= SHEET["width"]
        assert bottom <= 425  # the map's height on the sheet
        assert right - left > 500


def test_the_map_has_its_old_size_again_after_printing(page: Page) -> None:
    verbs.open_map(page)
    before = page.evaluate(verbs.PLACE)
    sheets(page)
    verbs.drawn(page)
    assert page.evaluate(verbs.PLACE) == pytest.approx(before, abs=1)


def test_the_button_prints(page: Page) -> None:
    page.add_init_script("window.print = () => { window.hasPrinted = true; }")
    verbs.open_page(page, JELGAVA)
    page.get_by_role("button", name="Drukāt, PDF").click()
    assert page.evaluate("window.hasPrinted")


def test_link_and_citation_are_copied_and_said_to_be(page: Page, desk: BrowserContext) -> None:
    desk.grant_permissions(["clipboard-read", "clipboard-write"])
    verbs.open_page(page, f"{JELGAVA}?boundary_set=2021")
    page.get_by_role("button", name="Saite").click()
    expect(page.locator(".profile-actions").get_by_role("button", name="Nokopēts")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    page.get_by_role("button", name="Kopēt atsauci").press("Enter")
    expect(page.locator(".notes").get_by_role("button", name="Nokopēts")).to_be_focused()
    cited = page.evaluate("navigator.clipboard.readText()")
    assert re.match(r"Tiesībsargs \(2017\)\. .+ Rīcības karte, datu versija 2016-1\.$", cited)
