"""A working group asks how the regions stand: charts, words beside them, map, file, sheet."""

import re
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import Locator, Page, Response, Route, expect

from dashboard.figures.colours import own_colour
from tests.browser import verbs
from tests.browser.sheets import A4, rgb, sheets
from tests.browser.truth import Truth

REGIONS = ("Kurzeme", "Latgale", "Rīga", "Vidzeme", "Zemgale")
ADDRESS = "/compare?mode=regions"
IS_DRAWN = """() => document.fonts.status === 'loaded'
  && document.querySelectorAll('.region-chart .js-plotly-plot .zerolinelayer path').length === 4"""
# How far each mark lies from the middle of the row that it belongs to, px.
OFF_THE_ROW = """() => [...document.querySelectorAll('.region-panel')].flatMap((panel) => {
  const middles = [...panel.querySelectorAll('.region-row')].map((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    const shift = row.matches('.is-country') ? (bottom - top) / 10 : 0;
    return (top + bottom) / 2 + shift;
  });
  const marks = [...panel.querySelectorAll('.scatterlayer .point, .barlayer .point')];
  return marks.map((mark) => {
    const { top, bottom } = mark.getBoundingClientRect();
    return Math.min(...middles.map((middle) => Math.abs((top + bottom) / 2 - middle)));
  });
})"""


def open_regions(page: Page, query: str = "") -> None:
    """Open the page and wait until its charts are drawn."""
    verbs.open_page(page, f"{ADDRESS}{query}")
    page.wait_for_function(IS_DRAWN)


def card(page: Page, indicator: str) -> Locator:
    """The part of the page on one indicator."""
    heading = page.get_by_role("heading", name=verbs.INDICATORS[indicator])
    return page.locator(".region-card", has=heading)


def region_rows(truth: Truth, indicator: str) -> dict[str, dict[str, Any]]:
    """The values of the regions, by name, as the database has them."""
    rows = truth.edition.rows("area_values", {"wave": truth.wave, "boundary_set": "2009"})
    found = [
        row
        for row in rows
        if (row["indicator"], row["institution_type"]) == (indicator, "all")
        and row["planning_region"]
        and not row["code"]
    ]
    return dict(zip(REGIONS, sorted(found, key=lambda row: row["planning_region"]), strict=True))


def test_each_region_has_its_count_beside_its_mark(page: Page, truth: Truth) -> None:
    open_regions(page)
    table = card(page, "training_coverage").get_by_role("table")
    for name, row in region_rows(truth, "training_coverage").items():
        line = table.get_by_role("row", name=re.compile(f"^{name}"))
        expect(line).to_contain_text(f"{row['numerator']} no {row['denominator']}")
        expect(line).to_contain_text(f"{round(100 * row['value'])} %")
        expect(line).to_contain_text("Izsecināts")
    for offset in page.evaluate(OFF_THE_ROW):
        assert offset < 2


def test_dots_stand_where_the_database_has_them(page: Page, truth: Truth) -> None:
    open_regions(page)
    places = card(page, "training_coverage").evaluate(
        """(card) => {
          const left = (one) => one.getBoundingClientRect();
          const middle = (one) => (left(one).left + left(one).right) / 2;
          const ticks = [...card.querySelectorAll('.xtick text')].map(middle);
          const dots = [...card.querySelectorAll('.scatterlayer .point')];
          return dots.map((one) => (middle(one) - ticks[0]) / (ticks.at(-1) - ticks[0]));
        }"""
    )
    shares = [row["value"] for row in region_rows(truth, "training_coverage").values()]
    assert places[:-1] == pytest.approx(shares, abs=0.01)


def test_an_estimate_is_hatched_between_its_bounds_and_never_solid(page: Page) -> None:
    open_regions(page)
    bars = card(page, "ngo_awareness").locator(".barlayer .point path")
    expect(bars).to_have_count(6)
    for fill in bars.evaluate_all("(all) => all.map((one) => getComputedStyle(one).fill)"):
        assert fill.startswith("url(")
    expect(card(page, "training_coverage").locator(".barlayer .point")).to_have_count(0)
    expect(card(page, "ngo_awareness")).to_contain_text("1–\u206038 no 38 (3–\u2060100 %)")


def test_pointing_tells_the_same_in_full_and_esc_hides_it(page: Page) -> None:
    open_regions(page)
    shown = card(page, "training_coverage")
    row, chart = shown.get_by_role("row", name=re.compile("^Rīga")), shown.locator(".region-chart")
    middle, box = row.bounding_box(), chart.bounding_box()
    assert middle
    assert box
    page.mouse.move(box["x"] + 60, middle["y"] + middle["height"] / 2)
    tip = page.get_by_role("tooltip")
    expect(tip.locator(".tip-name")).to_have_text("Rīgas plānošanas reģions")
    expect(tip).to_contain_text("zināmām iestādēm")
    expect(tip).to_contain_text("Izsecināts")
    expect(row).to_have_class(re.compile("is-pointed"))
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()


def test_the_figure_is_one_picture_with_a_sentence(page: Page) -> None:
    open_regions(page, "&lang=en")
    pictures = page.get_by_role("img", name=re.compile("planning|regions"))
    expect(pictures).to_have_count(4)
    expect(pictures.nth(1)).to_have_attribute("aria-label", re.compile(r"In 3 of 5 regions"))
    expect(pictures.locator("a, button, [tabindex]")).to_have_count(0)


def test_filters_stay_in_the_address_and_redraw_the_charts(page: Page, truth: Truth) -> None:
    open_regions(page)
    page.get_by_role("link", name="Sociālie dienesti").click()
    page.wait_for_url("**institution_type=social_service*")
    line = card(page, "training_coverage").get_by_role("row", name=re.compile("^Kurzeme"))
    expect(line).to_contain_text("12 no 19")
    expect(line).not_to_contain_text("%")  # of under twenty none is said
    page.get_by_role("switch").click()
    page.wait_for_url("**estimates=off*")
    expect(card(page, "ngo_awareness").locator(".barlayer .point")).to_have_count(0)
    expect(card(page, "ngo_awareness").get_by_text("Nav publicēts")).to_have_count(6)
    assert "mode=regions" in page.url
    page.go_back()
    expect(card(page, "ngo_awareness").locator(".barlayer .point")).to_have_count(6)


def test_a_region_leads_by_keyboard_to_its_map(page: Page) -> None:
    open_regions(page)
    card(page, "identified_cases").get_by_role("link", name=re.compile("^Vidzeme")).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**planning_region=Vidzemes*")
    verbs.drawn(page)
    assert "indicator=identified_cases" in unquote(page.url)
    expect(page.locator("select[data-param=planning_region]")).to_have_value("Vidzemes")


def test_charts_come_with_a_bundle_of_their_own(page: Page) -> None:
    asked: list[str] = []

    def note(response: Response) -> None:
        asked.extend(re.findall(r"(plotly-[a-z]+)\.min\.", response.url))

    page.on("response", note)
    open_regions(page)
    assert asked == ["plotly-charts"]
    asked.clear()
    verbs.open_map(page)
    assert asked == []  # the map needs none


def test_charts_are_drawn_where_no_text_may_become_code(page: Page) -> None:
    def forbid(route: Route) -> None:
        answer = route.fetch()
        policy = {"content-security-policy": "script-src 'self' 'unsafe-inline'"}
        route.fulfill(response=answer, headers=answer.headers | policy)

    page.route("**/compare?*", forbid)
    page.goto(ADDRESS)  # and no more: the tests' own scripts would be forbidden too
    expect(page.locator(".region-chart:has(.scatterlayer .point)")).to_have_count(4)


def test_all_of_it_goes_on_paper(page: Page) -> None:
    page.set_viewport_size({"width": 1920, "height": 1000})
    open_regions(page)
    page.evaluate("""() => window.addEventListener('beforeprint', () => queueMicrotask(() => {
      const boxes = [...document.querySelectorAll('.region-chart .main-svg')];
      window.notedWidths = boxes.map((one) => one.getBoundingClientRect().width);
    }))""")
    sheet = sheets(page)
    assert (sheet.count, sheet.sizes) == (2, {A4})
    assert sheet.smallest_type >= 10.5
    assert rgb(own_colour("training_coverage")) in sheet.colours
    words = "".join(sheet.words(one) for one in (1, 2))
    for text in ("Plānošanas reģioni", "Zemgale", "64–", "Izsecināts"):
        assert re.sub(r"[\s\u2060]", "", text) in re.sub(r"[\s\u2060\u00a0]", "", words)
    assert max(page.evaluate("window.notedWidths")) <= 324
    page.wait_for_function(
        "document.querySelector('.region-chart .main-svg').getBoundingClientRect().width > 400"
    )


@pytest.mark.parametrize("width", [390, 320])
@pytest.mark.parametrize("lang", ["lv", "en"])
def test_a_phone_shows_it_without_sideways_scroll(page: Page, width: int, lang: str) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    open_regions(page, f"&lang={lang}")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    for offset in page.evaluate(OFF_THE_ROW):
        assert offset < 2
    overlapping = page.evaluate("""() => [...document.querySelectorAll('.region-row')]
      .filter((row) => [...row.querySelectorAll('strong, .badge, a')].some((one) => {
        const [inner, outer] = [one.getBoundingClientRect(), row.getBoundingClientRect()];
        return inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1
          || inner.right > window.innerWidth;
      })).map((row) => row.textContent)""")
    assert overlapping == []
