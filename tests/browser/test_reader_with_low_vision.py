"""A reader with low vision: zooms far in, spaces text out, forces colours, follows the focus."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import verbs
from tests.browser.conftest import Watch
from tests.browser.pixels import colours_of
from tests.browser.test_keyboard_and_phone import TARGETS
from tests.browser.test_words_on_screen import CUT

PAGES = (
    "/municipality/LV-041",
    "/municipality/LV-003?lang=en",
    "/municipality/LV-112?boundary_set=2021",
    "/methods",
    "/methods?lang=en",
    "/compare?municipality=LV-041",
    "/compare?mode=municipalities&municipality=LV-025&with=LV-041&lang=en",
    "/compare?mode=boundaries&municipality=LV-001",
    "/priorities?lang=en",
    "/study?planning_region=Zemgales",
    "/nowhere",
)
# WCAG 2.2, 1.4.12: what a page must bear.
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"""
WIDTH = "[document.documentElement.scrollWidth, window.innerWidth]"

# The ring of whatever has the focus: its style, width, gap and colour.
RING = """() => {
  const { outlineStyle, outlineWidth, outlineOffset, outlineColor }
    = getComputedStyle(document.activeElement);
  return [outlineStyle, outlineWidth, outlineOffset, outlineColor];
}"""
ACCENT = "rgb(45, 60, 130)"
SEEN = """() => {
  const box = document.activeElement.getBoundingClientRect();
  return box.bottom > 0 && box.top < window.innerHeight && box.right > 0;
}"""
FOCUSED = """() => {
  const one = document.activeElement;
  return one === document.body ? '' : `${one.tagName}: ${one.textContent || one.ariaLabel}`;
}"""
STOPS = """() => [...document.querySelectorAll(
  'a[href], button, summary, select, input, [tabindex="0"]')]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.tabIndex >= 0
    && !(one.closest('details:not([open])') && one.tagName !== 'SUMMARY')).length"""
MOVING = """() => [...document.querySelectorAll('*')].filter((one) => [
  '', '::before', '::after'].some((part) => { const style = getComputedStyle(one, part || null);
    return (style.transitionDuration + style.animationDuration).match(/[1-9]/); }))
  .map((one) => `${one.tagName}.${one.className}`)"""


@pytest.mark.parametrize("path", PAGES)
def test_far_zoomed_in_nothing_scrolls_sideways(phone: Page, watch: Watch, path: str) -> None:
    phone.set_viewport_size({"width": 320, "height": 640})
    verbs.open_page(phone, path)
    if path == "/nowhere":
        phone.locator("summary").click()
    assert phone.evaluate(WIDTH) == [320, 320]
    assert phone.evaluate(CUT) == []
    watch.forgive_nowhere()


@pytest.mark.parametrize("path", PAGES)
def test_spaced_out_text_is_neither_cut_nor_wider_than_the_window(
    page: Page, watch: Watch, path: str
) -> None:
    verbs.open_page(page, path)
    page.add_style_tag(content=SPACED)
    for width in (1440, 390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(CUT) == [], width
        assert page.evaluate(WIDTH) == [width, width]
    watch.forgive_nowhere()


@pytest.mark.parametrize("path", PAGES)
def test_targets_are_large_for_a_mouse_and_larger_for_a_finger(
    page: Page, phone: Page, watch: Watch, path: str
) -> None:
    for one, least in ((page, 24), (phone, 44)):
        verbs.open_page(one, path)
        for summary in one.locator("summary").all():
            summary.click()
        small = [(name, w, h) for name, w, h in one.evaluate(TARGETS) if h < least or w < 24]
        assert small == []
    watch.forgive_nowhere()


@pytest.mark.parametrize("path", ["/municipality/LV-041", "/methods", "/nowhere"])
def test_the_focus_goes_to_every_stop_and_is_ringed(page: Page, watch: Watch, path: str) -> None:
    verbs.open_page(page, path)
    stops = page.evaluate(STOPS)
    assert stops > 5
    reached = []
    for _ in range(stops):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(FOCUSED))
        style, width, gap, colour = page.evaluate(RING)
        assert (style, width, colour) == ("solid", "3px", ACCENT), reached[-1]
        assert gap == "2px", reached[-1]
        assert page.evaluate(SEEN), reached[-1]
    assert reached[0] == "A: Pāriet uz saturu"
    assert "" not in reached
    watch.forgive_nowhere()


def test_the_skip_link_leads_past_the_header(page: Page) -> None:
    verbs.open_page(page, "/municipality/LV-041")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "A: Karte"


@pytest.mark.parametrize("path", PAGES)
def test_nothing_moves_where_less_motion_is_asked_for(page: Page, watch: Watch, path: str) -> None:
    verbs.open_page(page, path)  # the desk asks for it
    assert page.evaluate(MOVING) == []
    watch.forgive_nowhere()


def painted(page: Page, selector: str) -> dict[str, int]:
    """The colours of the first element that fits, and how many pixels have each."""
    shot = page.locator(selector).first.screenshot()
    return colours_of(page, shot)


def light(colour: str) -> int:
    """How light a colour is, 0-765."""
    return sum(int(part) for part in colour.split(","))


def middle(page: Page, selector: str) -> str:
    """The commonest colour of an element."""
    found = painted(page, selector)
    return max(found, key=lambda colour: found[colour])


def test_forced_colours_keep_the_meaning_of_squares_marks_and_bars(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    verbs.open_page(page, "/municipality/LV-041")
    yes, no = middle(page, ".square-yes"), middle(page, ".square-no")
    assert light(yes) + 200 < light(no)
    assert len(painted(page, ".square-estimated")) > 3  # lines on a ground, their edges smoothed
    for evidence in ("named", "derived", "estimated", "not_published"):
        mark = painted(page, f".profile-cell .mark-{evidence}")
        assert min(map(light, mark)) < 300, evidence
        assert max(map(light, mark)) > 600, evidence
    named, derived = (painted(page, f".profile-cell .mark-{one}") for one in ("named", "derived"))
    dark = [sum(n for c, n in mark.items() if light(c) < 100) for mark in (named, derived)]
    assert dark[0] > 1.3 * dark[1]
    own, other = middle(page, ".dist-bar.is-own"), middle(page, ".dist-bar:not(.is-own)")
    assert own != other
    assert light(middle(page, ".dist-latvia")) < 100
    assert len(painted(page, ".dist-range")) > 3


def test_forced_colours_keep_the_keys_of_the_methods(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    verbs.open_page(page, "/methods")
    scale = page.locator(".scale-table tbody tr").first.locator(".swatch")
    seen = [
        scale.nth(at).evaluate("(one) => getComputedStyle(one).backgroundColor") for at in range(6)
    ]
    assert len(set(seen)) == 6
    patterns = page.locator(".meanings").first.locator(".swatch")
    for at in (1, 2, 4):  # hatched, dotted, barred
        assert "url(" in patterns.nth(at).evaluate("(one) => getComputedStyle(one).backgroundImage")
