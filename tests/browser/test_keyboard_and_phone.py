"""Without a mouse: the keyboard reaches every municipality; a finger scrolls, taps and filters."""

import math

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect

from tests.browser import verbs
from tests.browser.truth import Row, Truth

WAYS = {"ArrowRight": 0, "ArrowUp": 90, "ArrowLeft": 180, "ArrowDown": -90}
WIDEST = 60  # degrees to either side of an arrow
FOCUSED = "document.activeElement.getAttribute('aria-label')"

# From every area each arrow once: [from, key, to] by code. Real key events on the focused area.
WALK = """(keys) => {
  const { codes } = window.dash_clientside.map.current.values;
  const areas = AREAS;
  return codes.flatMap((code, at) => keys.map((key) => {
    areas[at].focus();
    areas[at].dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    return [code, key, codes[areas.indexOf(document.activeElement)]];
  }));
}""".replace("AREAS", verbs.AREAS)

# Everything that can be pressed, with its size; links inside of a sentence are as high as its line.
TARGETS = """() => [...document.querySelectorAll(
  'a[href], button, select, input, summary, [role=tab], [role=switch], [role=checkbox]')]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches('.skip')
    && !one.closest('.export-menu:not([open]) .export-links')
    && !(one.parentElement.matches('p, li, dd, td') && getComputedStyle(one).display === 'inline'))
  .map((one) => ({ box: one.getBoundingClientRect(), name: one.textContent || one.ariaLabel }))
  .map(({ box, name }) => [name, box.width, box.height])"""


def bearing(start: Row, end: Row) -> float:
    """The direction of a label point from another in degrees, east 0, north 90, as on the map."""
    east = math.radians(end["label_lon"] - start["label_lon"])
    northings = (
        math.log(math.tan(math.pi / 4 + math.radians(one["label_lat"]) / 2)) for one in (end, start)
    )
    return math.degrees(math.atan2(next(northings) - next(northings), east))


def turn(start: Row, end: Row, way: float) -> float:
    """How far a municipality lies off an arrow's direction."""
    return abs((bearing(start, end) - way + 540) % 360 - 180)


def box_of(locator: Locator) -> FloatRect:
    """A visible part's box."""
    box = locator.bounding_box()
    assert box is not None
    return box


def swipe(page: Page, x: float, y: float) -> None:
    """Draw one finger upwards by 120 px."""
    touch = page.context.new_cdp_session(page)
    for kind, points in (
        ("touchStart", [{"x": x, "y": y}]),
        *(("touchMove", [{"x": x, "y": y - 10 * step}]) for step in range(1, 13)),
        ("touchEnd", []),
    ):
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    page.wait_for_function("() => window.scrollY > 50")


def test_the_map_is_one_tab_stop_that_is_seen(page: Page) -> None:
    verbs.open_map(page, "municipality=LV-041")
    assert page.locator(".picture-areas > [tabindex='0']").count() == 1
    page.locator("summary").focus()
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED).startswith("Jelgavas novads. ")
    own = page.evaluate("document.activeElement.getAttribute('href')")
    expect(page.locator(".picture-pointed")).to_have_attribute("href", own)
    ring = "getComputedStyle(document.querySelector('.stage'), '::after').borderTopWidth"
    assert page.evaluate(ring) == "3px"
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.matches('.picture-areas > use')")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(FOCUSED).startswith("Jelgavas novads. ")


def test_arrows_reach_all_municipalities_by_their_borders(page: Page, truth: Truth) -> None:
    verbs.open_map(page)
    walk_everywhere(page, truth.places("2009"))
    for boundary_set in ("2021", "2025"):
        verbs.choose(page, "boundary_set", boundary_set)
        walk_everywhere(page, truth.places(boundary_set))


def walk_everywhere(page: Page, places: dict[str, Row]) -> None:
    """Press each arrow on each municipality: it leads over a border, and none is left out."""
    reached: dict[str, set[str]] = {code: set() for code in places}
    for start, key, end in page.evaluate(WALK, list(WAYS)):
        reached[start].add(end)
        beside = {
            code
            for code in places[start]["neighbours"]
            if turn(places[start], places[code], WAYS[key]) <= WIDEST
        }
        if beside:
            assert end in beside, (start, key, end)
        elif end != start:
            assert turn(places[start], places[end], WAYS[key]) <= WIDEST, (start, key, end)
    seen, ahead = set(), {"LV-041"}
    while ahead:
        seen |= ahead
        ahead = set().union(*(reached[code] for code in ahead)) - seen
    assert seen == set(places)


def test_a_key_chooses_shows_the_country_and_steps_back(page: Page) -> None:
    verbs.open_map(page)
    verbs.area(page, "Jelgavas novads").focus()
    page.keyboard.press("ArrowLeft")
    label = page.evaluate(FOCUSED)
    name = label.split(". ")[0]
    assert name != "Jelgavas novads"
    expect(page.get_by_role("tooltip").locator(".tip-name")).to_have_text(name)
    page.keyboard.press("Enter")
    expect(verbs.panel(page).get_by_role("heading", level=2)).to_have_text(name)
    expect(verbs.area(page, name)).to_have_attribute("aria-pressed", "true")
    assert page.evaluate(FOCUSED) == label
    page.get_by_role("button", name="Tuvināt").press("Enter")
    expect(page.locator(".pan")).to_be_visible()
    verbs.area(page, name).focus()
    page.keyboard.press("Home")
    expect(page.locator(".pan")).to_be_hidden()
    expect(page.get_by_role("tooltip")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("tooltip")).to_be_hidden()
    expect(verbs.area(page, name)).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    expect(verbs.area(page, name)).to_have_attribute("aria-pressed", "false")
    assert "municipality" not in page.url


def test_four_arrows_move_a_zoomed_map_by_keyboard(page: Page) -> None:
    verbs.open_map(page)
    page.get_by_role("button", name="Tuvināt").press("Enter")
    expect(page.locator(".pan")).to_be_visible()
    for name, axis, way in (
        ("Uz ziemeļiem", 1, 1),
        ("Uz austrumiem", 0, -1),
        ("Uz dienvidiem", 1, -1),
        ("Uz rietumiem", 0, 1),
    ):
        before = verbs.where(page, "LV-067")
        button = page.get_by_role("button", name=name)
        page.keyboard.press("Tab")
        button.focus()
        ring = button.evaluate("(one) => getComputedStyle(one).outline")
        assert ring == "rgb(45, 60, 130) solid 3px"
        button.press("Enter")
        moved = verbs.where(page, "LV-067")[axis] - before[axis]
        assert moved * way > 20, name


def test_tabs_and_switch_answer_their_keys(page: Page) -> None:
    verbs.open_map(page)
    page.get_by_role("tab", name="Apmācība").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**indicator=materials_availability*")
    verbs.drawn(page)
    chosen = page.get_by_role("tab", name="Informatīvie materiāli")
    expect(chosen).to_be_focused()
    expect(chosen).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**indicator=identified_cases*")
    switch = page.get_by_role("switch")
    switch.focus()
    page.keyboard.press("Space")
    page.wait_for_url("**estimates=off*")
    expect(switch).to_have_attribute("aria-checked", "false")


def test_a_drag_moves_the_map_and_chooses_nobody(page: Page) -> None:
    verbs.open_map(page)
    page.get_by_role("button", name="Tuvināt").click()
    expect(page.locator(".pan")).to_be_visible()
    x, y = verbs.where(page, "LV-067")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 40, y - 20, steps=5)
    page.mouse.move(x - 80, y - 30, steps=5)
    page.mouse.up()
    new_x, new_y = verbs.where(page, "LV-067")
    assert (new_x - x, new_y - y) == (pytest.approx(-80, abs=3), pytest.approx(-30, abs=3))
    assert page.url.endswith("/")
    # The click in which a drag ends is kept away for a moment; no hand is as quick as a test.
    page.evaluate("new Promise((done) => setTimeout(done, 100))")
    verbs.click_on(page, "LV-067")


def test_one_finger_scrolls_the_page_and_not_the_map(phone: Page) -> None:
    verbs.open_map(phone)
    box = box_of(phone.locator(".map-box"))
    before = verbs.where(phone, "LV-041")
    swipe(phone, box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    phone.evaluate("new Promise((done) => setTimeout(done, 400))")  # a page glides on a little
    scrolled = phone.evaluate("window.scrollY")
    assert scrolled > 50
    after = verbs.where(phone, "LV-041")
    assert after == (pytest.approx(before[0], abs=1), pytest.approx(before[1] - scrolled, abs=1))
    assert phone.url.endswith("/")


def test_a_tap_chooses(phone: Page) -> None:
    verbs.open_map(phone)
    phone.touchscreen.tap(*verbs.where(phone, "LV-041"))
    phone.wait_for_url("**municipality=LV-041*")
    expect(verbs.panel(phone).get_by_role("heading", level=2)).to_have_text("Jelgavas novads")


def test_filters_open_from_a_button_that_repeats_them(phone: Page) -> None:
    verbs.open_map(phone, "boundary_set=2021")
    button = phone.get_by_role("button", name="Filtri", exact=True)
    chips = [phone.get_by_role("button", name=one) for one in ("Iestādes: Visas", "Robežas: 2021")]
    sheet = phone.get_by_role("group", name="Filtri")
    expect(sheet).to_be_hidden()
    for opener in (button, *chips):
        opener.tap()
        expect(opener).to_have_attribute("aria-expanded", "true")
        expect(sheet).to_be_visible()
        phone.keyboard.press("Escape")
        expect(sheet).to_be_hidden()
        expect(opener).to_be_focused()
    button.tap()
    phone.get_by_role("link", name="Bāriņtiesas").tap()
    phone.wait_for_url("**institution_type=orphans_court*")
    verbs.drawn(phone)
    expect(sheet).to_be_visible()
    phone.get_by_role("button", name="Rādīt rezultātus").tap()
    expect(sheet).to_be_hidden()
    expect(phone.get_by_role("button", name="Iestādes: Bāriņtiesas")).to_be_visible()


def test_the_menu_opens_on_a_phone(phone: Page) -> None:
    verbs.open_map(phone)
    link = phone.get_by_role("navigation").get_by_role("link", name="Metodes")
    expect(link).to_be_hidden()
    phone.get_by_role("button", name="Izvēlne").tap()
    link.tap()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Metodes")


@pytest.mark.parametrize("lang", ["lv", "en"])
def test_nothing_is_wider_than_the_narrowest_phone(phone: Page, lang: str) -> None:
    phone.set_viewport_size({"width": 320, "height": 640})
    for path in (
        "/",
        "/?view=list",
        "/?municipality=LV-041",
        "/municipality/LV-041",
        "/municipality/LV-025",
        "/methods",
    ):
        verbs.open_page(phone, f"{path}{'&' if '?' in path else '?'}lang={lang}")
        width = "[document.documentElement.scrollWidth, window.innerWidth]"
        assert phone.evaluate(width) == [320, 320], path


@pytest.mark.parametrize("path", ["/?municipality=LV-041", "/municipality/LV-041", "/methods"])
def test_targets_are_large_enough_for_a_mouse(page: Page, path: str) -> None:
    verbs.open_page(page, path)
    small = [one for one in page.evaluate(TARGETS) if min(one[1:]) < 24]
    assert small == []


@pytest.mark.parametrize("path", ["/?municipality=LV-041", "/municipality/LV-041"])
def test_main_controls_are_large_enough_for_a_finger(phone: Page, path: str) -> None:
    verbs.open_page(phone, path)
    if path.startswith("/?"):
        verbs.drawn(phone)
        phone.locator(".filters-button").tap()
    assert [one for one in phone.evaluate(TARGETS) if min(one[1:]) < 24] == []
    main = (
        "[role=tab], .button, .icon-button, .segment-link, .select, [role=switch], .legend-column"
    )
    for control in phone.locator(main).all():
        if control.is_visible():
            box = box_of(control)
            assert box["height"] >= 44, (control.inner_text(), box)
            # Nine columns of the legend share a phone's width, as the look has it.
            narrow = "legend-column" in (control.get_attribute("class") or "")
            assert box["width"] >= (24 if narrow else 44), (control.inner_text(), box)
