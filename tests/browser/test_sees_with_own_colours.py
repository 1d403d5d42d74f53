"""Somebody whose system dictates the colours, and who wants no motion: meaning stays."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import verbs
from tests.browser.conftest import DESKTOP, Watch, wait_for_dash
from tests.browser.test_trust_on_screen import light, pixels, stripes

STYLE = "([one, name, pseudo]) => getComputedStyle(document.querySelector(one), pseudo)[name]"


@pytest.fixture
def forced(browser: Browser, address: str, watch: Watch) -> Iterator[Page]:
    """A page in a dark theme of forced colours."""
    context = browser.new_context(
        base_url=address,
        viewport=DESKTOP,
        forced_colors="active",
        color_scheme="dark",
        reduced_motion="reduce",
    )
    context.set_default_timeout(15_000)
    found = context.new_page()
    wait_for_dash(found)
    watch.on(found)
    yield found
    context.close()


def style(page: Page, selector: str, name: str, pseudo: str | None = None) -> str:
    """A computed style of the first element of a selector."""
    found: str = page.evaluate(STYLE, [selector, name, pseudo])
    return found


def test_map_and_legend_keep_hatch_dots_and_dashes(forced: Page) -> None:
    assert forced.evaluate("matchMedia('(forced-colors: active)').matches")
    verbs.open_map(forced, "indicator=ngo_awareness")
    fills = {one["fill"] for one in verbs.areas(forced).values()}
    assert any("#hatch-ngo_awareness-" in one for one in fills)
    assert 'url("#no-answer")' in fills
    rows = pixels(forced, "LV-059", size=32)
    assert [stripes(row) for row in rows] == pytest.approx([8] * 32, abs=1)
    for part in (".legend-swatch.fill-ngo_awareness-12", "[data-class=estimate] .legend-swatch"):
        assert "url(" in style(forced, part, "backgroundImage")
    verbs.hide_estimates(forced)
    assert style(forced, ".picture-lines > .paint-13", "strokeDasharray") != "none"
    assert style(forced, "[data-class='13'] .legend-swatch", "borderTopStyle") == "dashed"


def test_silence_stays_dotted_and_zero_white(forced: Page) -> None:
    verbs.open_map(forced)
    colours = {colour for row in pixels(forced, "LV-003") for colour in row}
    assert "227,229,231" in colours
    assert min(light(one) for one in colours) < 450


def test_squares_and_marks_are_seen_on_a_dark_ground(forced: Page) -> None:
    verbs.open_map(forced, "indicator=ngo_awareness&municipality=LV-041")
    estimated = ".lens .square-estimated"
    assert "url(" in style(forced, estimated, "backgroundImage")
    forced.locator(".legend-marks").click()
    # White discs under the marks: the marks are ink, whatever the theme's text is.
    assert style(forced, ".map-marks .mark", "backgroundColor") == "rgb(21, 25, 30)"
    assert style(forced, ".lens .mark", "backgroundColor") == "rgb(255, 255, 255)"
    tip = verbs.point_at(forced, "LV-067")
    expect(tip).to_be_visible()
    assert style(forced, ".map-tip", "backgroundColor") == "rgb(0, 0, 0)"
    verbs.open_map(forced, "view=list")
    assert style(forced, ".square-no_answer", "borderTopStyle") == "dashed"
    assert style(forced, ".square-no", "backgroundColor") == "rgb(0, 0, 0)"
    assert style(forced, ".square-yes", "backgroundColor") == "rgb(34, 112, 155)"


def test_the_focus_is_seen(forced: Page) -> None:
    verbs.open_map(forced)
    verbs.area(forced, "Jelgavas novads").focus()
    assert style(forced, ".stage", "borderTopWidth", "::after") == "3px"
    forced.get_by_role("combobox", name="Meklēt").focus()
    assert style(forced, ".search input", "outlineWidth") == "3px"


def test_nothing_moves_for_whoever_wants_no_motion(forced: Page) -> None:
    verbs.open_map(forced)
    for part in (".picture-areas > use", ".legend-column"):
        assert style(forced, part, "transitionDuration") == "0s"
        assert style(forced, part, "transitionProperty") in {"none", "all"}


def test_evidence_marks_touch_no_citys_name(page: Page) -> None:
    for query in ("", "boundary_set=2021&indicator=ngo_awareness"):
        verbs.open_map(page, query)
        page.locator(".legend-marks").click()
        touching = page.evaluate("""() => {
          const boxes = (selector) => [...document.querySelectorAll(selector)]
            .map((one) => [one.textContent, one.getBoundingClientRect()]);
          const names = boxes('.map-graph .picture-names > text');
          return boxes('.map-marks > span').flatMap(([, mark]) => names
            .filter(([, { left, right, top, bottom }]) => mark.left < right - 1
              && mark.right > left + 1 && mark.top < bottom - 1 && mark.bottom > top + 1)
            .map(([name]) => name));
        }""")
        assert touching == []
        expect(page.locator(".map-marks > span")).to_have_count(len(verbs.areas(page)))
