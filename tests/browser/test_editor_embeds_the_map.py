"""The editor of another site: a line of HTML copied here, a frame shown there, without scripts."""

import html
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from dashboard.figures.colours import channels, paints
from tests.browser import verbs
from tests.browser.conftest import Watch
from tests.browser.pictures import Picture, decoded
from tests.browser.test_axe import found

FRAME = "/embed?indicator=materials_availability"
ARTICLE = (
    '<!DOCTYPE html><html lang="lv"><title>Raksts</title><body style="margin:0">{frame}</body>'
)
RUN = 22  # pixels in a row that a hatch is looked for in
WIDTHS = (320, 600, 1200)


@pytest.fixture
def plain(browser: Browser, address: str, watch: Watch) -> Iterator[Page]:
    """A page of a browser that runs no script."""
    context: BrowserContext = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    watch.on(page)
    yield page
    context.close()


def copied_line(page: Page) -> str:
    """The line of HTML that the export menu offers."""
    page.locator("summary", has_text="Eksportēt").click()
    page.get_by_role("button", name="Kopēt kodu").click()
    expect(page.get_by_role("button", name="Nokopēts")).to_be_visible()
    return page.locator("#embed-code").inner_text()


def test_the_line_shows_the_view_as_it_is_now(page: Page, address: str) -> None:
    verbs.open_map(page, "municipality=LV-041")
    verbs.choose_indicator(page, "identified_cases")
    line = copied_line(page)
    source = html.unescape(re.findall(r'src="([^"]+)"', line)[0])
    assert source.startswith(f"{address}/embed?")
    assert {"municipality=LV-041", "indicator=identified_cases"} == set(
        source.partition("?")[2].split("&")
    )
    headline = page.locator("h1").inner_text()
    page.route("**/article", lambda route: route.fulfill(body=ARTICLE.format(frame=line)))
    page.goto("/article")
    frame = page.frame_locator("iframe")
    expect(frame.get_by_role("heading", level=1)).to_have_text(headline)
    expect(frame.get_by_text("Jelgavas novads.", exact=True)).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_it_fits_any_frame_and_its_hatch_keeps_its_size(
    plain: Page, page: Page, width: int
) -> None:
    plain.set_viewport_size({"width": width, "height": 800})
    plain.goto(FRAME)
    expect(plain.locator(".embed-legend li").last).to_be_visible()
    picture = decoded(page, plain.screenshot(full_page=True))
    assert picture.width == width  # nothing stands out to the side
    tile = 8 if width >= 768 else 6
    assert tile in tiles(picture)
    assert {4, 5, 7} & tiles(picture) == set()


def tiles(picture: Picture) -> set[int]:
    """Over how many pixels the hatches that are seen repeat themselves."""
    paint = paints("materials_availability")[8]
    ground = channels(paint.ground)
    found: set[int] = set()
    for y in range(picture.height // 3, picture.height * 2 // 3, 5):
        row = [picture.at(x, y) for x in range(picture.width)]
        for x in range(picture.width - RUN):
            part = row[x : x + RUN]
            if sum(one == ground for one in part) < RUN // 3 or len(set(part)) < 3:
                continue
            fitting = [n for n in range(4, 10) if part[: RUN - n] == part[n:]]
            found |= set(fitting[:1])
    return found


def test_its_links_change_the_indicator_and_lead_to_the_whole_page(plain: Page) -> None:
    plain.goto(f"{FRAME}&planning_region=Zemgales")
    plain.get_by_role("link", name="Apmācība").click()
    expect(plain.locator("nav [aria-current]")).to_have_text("Apmācība")
    expect(plain.locator(".embed-kicker")).to_contain_text("Zemgales plānošanas reģions")
    whole = plain.get_by_role("link", name="Atvērt Rīcības karti")
    assert whole.get_attribute("href") == "/?planning_region=Zemgales"


def test_a_locked_frame_has_no_other_link(plain: Page) -> None:
    plain.goto(f"{FRAME}&lock=on")
    assert plain.get_by_role("link").all_inner_texts() == ["Atvērt Rīcības karti"]


def test_it_asks_for_stylesheets_and_letters_alone(page: Page, watch: Watch) -> None:
    page.goto(FRAME)
    page.wait_for_load_state("networkidle")
    kinds = {one.partition("?")[0].rpartition(".")[2] for one in watch.asked[1:]}
    assert kinds <= {"css", "woff2", "svg"}
    assert page.evaluate("document.scripts.length + document.cookie.length") == 0


@pytest.mark.parametrize("lang", ["lv", "en"])
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_stands_in_the_way(page: Page, lang: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{FRAME}&municipality=LV-041&lang={lang}&boundary_set=2021")
    assert found(page) == []
    page.goto(f"/embed?estimates=off&indicator=ngo_awareness&lang={lang}&lock=on")
    assert found(page) == []
