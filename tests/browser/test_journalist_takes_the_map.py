"""The journalist: the map in view, as a picture for an article."""

import json
import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

from dashboard.figures.colours import channels, paints
from dashboard.figures.letters import TABLE
from dashboard.figures.map_sheet import GUTTER, MAP_WIDTH, WIDTH
from tests.browser import verbs
from tests.browser.conftest import Watch
from tests.browser.pictures import Colour, Picture, decoded
from tests.letter_widths import measured

# How wide a headline is, in the page's own font and at the PNG's sharpness.
WIDE = """(headline) => {
  const pen = new OffscreenCanvas(1, 1).getContext('2d');
  pen.font = "600 28px 'Karte Serif'";
  return 2 * pen.measureText(headline).width;
}"""
MATERIALS = "indicator=materials_availability"


def menu_link(page: Page, name: str) -> Locator:
    """A link of the export menu, opened."""
    page.locator("summary", has_text="Eksportēt").click()
    return page.get_by_role("link", name=name)


def taken(page: Page, name: str) -> tuple[str, bytes]:
    """The name and the bytes of what a click saves."""
    link = menu_link(page, name)
    with page.expect_download() as download:
        link.click()
    return download.value.suggested_filename, download.value.path().read_bytes()


def near(one: Colour, other: Colour, by: int = 3) -> bool:
    return all(abs(a - b) <= by for a, b in zip(one, other, strict=True))


def close(one: Colour, other: str) -> bool:
    return near(one, channels(other))


def hatched(picture: Picture, ground: str, line: str) -> list[list[Colour]]:
    """A square of four tiles of the PNG that shows one hatch and nothing else."""
    size = 32
    for top in range(picture.height // 4, picture.height * 3 // 4, 24):
        for left in range(400, picture.width - 400, 24):
            colours = {c for row in picture.block(left, top, 2) for c in row}
            if not any(close(one, ground) or close(one, line) for one in colours):
                continue
            block = picture.block(left, top, size)
            if all(block[y][x] == block[y][x + 16] for y in range(size) for x in range(16)):
                return block
    raise AssertionError("no hatch in the picture")


def test_the_svg_is_the_view_as_it_is_now(page: Page) -> None:
    verbs.open_map(page, "municipality=LV-041&view=map")
    verbs.choose_indicator(page, "identified_cases")
    link = menu_link(page, "Karte kā SVG")
    address = urlsplit(link.get_attribute("href") or "")
    assert address.path == "/export/map.svg"
    assert parse_qs(address.query) == {
        "indicator": ["identified_cases"],
        "municipality": ["LV-041"],
    }
    with page.expect_download() as download:
        link.click()
    name = "ricibas-karte-2016-1-identified_cases-2009-LV-041-lv.svg"
    assert download.value.suggested_filename == name
    said = download.value.path().read_text("utf-8")
    assert page.locator("h1").inner_text() in re.sub(r"<[^>]+>", "", said)


def test_the_png_has_the_whole_hatch_at_its_size(page: Page) -> None:
    verbs.open_map(page, MATERIALS)
    name, png = taken(page, "Karte kā PNG")
    assert name == "ricibas-karte-2016-1-materials_availability-2009-lv.png"
    picture = decoded(page, png)
    assert picture.width == 2 * WIDTH
    paint = paints("materials_availability")[8]
    assert paint.line
    block = hatched(picture, paint.ground, paint.line)
    lines = sum(close(one, paint.line) for row in block for one in row)
    grounds = sum(close(one, paint.ground) for row in block for one in row)
    assert 0.12 < lines / 32**2 < 0.35  # 3 of 16 pixels across, their edges smoothed
    assert grounds / 32**2 > 0.5
    # 45 degrees, rising to the right: one down is one to the left
    assert all(near(block[y][x], block[y - 1][x + 1], 16) for y in range(1, 32) for x in range(31))


def test_the_png_is_set_in_the_pages_own_letters(page: Page) -> None:
    verbs.open_map(page, MATERIALS)
    headline = page.locator("h1").inner_text()
    picture = decoded(page, taken(page, "Karte kā PNG")[1])
    ink = [
        x
        for x in range(2 * GUTTER, 2 * (GUTTER + MAP_WIDTH))
        if any(max(picture.at(x, y)) < 100 for y in range(2 * 56, 2 * 82))
    ]
    # Its Latvian letters alone in another font would make it thirty pixels wider.
    assert abs(ink[-1] - ink[0] - page.evaluate(WIDE, headline)) < 8


def test_a_picture_that_cannot_be_had_is_told(page: Page, watch: Watch) -> None:
    verbs.open_map(page)
    page.route("**/export/map.svg*", lambda route: route.fulfill(status=503, body="no"))
    link = menu_link(page, "Karte kā PNG")
    link.click()
    expect(link).to_contain_text("attēls neizdevās")
    page.unroute("**/export/map.svg*")
    watch.complaints = [one for one in watch.complaints if "503" not in one]


def test_the_table_of_widths_is_that_of_the_fonts(page: Page) -> None:
    """If this fails, run: python -m tests.letter_widths."""
    assert measured(page) == json.loads(TABLE.read_text("utf-8"))


def test_no_line_leaves_the_sheet_in_any_letters(page: Page, address: str) -> None:
    """The machine's own face stands in, as in a program that has not the page's."""
    for query in ("", f"{MATERIALS}&boundary_set=2021&municipality=LV-041&lang=en&estimates=off"):
        sheet = page.request.get(f"{address}/export/map.svg?{query}").text()
        page.set_content(sheet)
        right = page.evaluate(
            "Math.max(...[...document.querySelectorAll('svg > text')].map((one) => "
            "one.getBBox().x + one.getBBox().width))"
        )
        assert right <= WIDTH - GUTTER


def test_a_link_with_an_unknown_value_leads_to_the_map_that_is_shown(page: Page) -> None:
    page.goto("/?indicator=unknown&planning_region=Zemgales")
    verbs.drawn(page)
    page.locator(".export-menu > summary").click()
    link = page.locator("[data-map-file][href*='map.svg']").first
    address = link.get_attribute("href") or ""
    assert "indicator=training_coverage" in address
    assert "planning_region=Zemgales" in address
    assert page.request.get(address).status == 200
