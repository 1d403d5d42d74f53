"""In a meeting room: a projector, a clicker, no mouse, and a network that may go."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser import verbs
from tests.browser.conftest import Watch, wait_for_dash
from tests.browser.serving import served
from tests.browser.test_axe import RULES
from tests.browser.test_trust_on_screen import replace
from tests.browser.truth import NO_ANSWER, Truth, legend, without_training

SMALLEST = 27  # px at 1920 x 1080: below it nobody in the last row can read
ROOM = {"width": 1920, "height": 1080}
SCREENS = ((1024, 768), (1366, 768), (1920, 1080), (3840, 2160))
DECK = "municipality=LV-041"  # with it there are seven slides
NAMES = (
    "identified_cases",
    "training_coverage",
    "materials_availability",
    "ngo_awareness",
    "priorities",
    "region",
    "municipality",
)
# Views whose words or lists are the longest: many institutions, many places, nothing published.
CROWDED = (
    f"{DECK}&planning_region=Rīgas",
    "municipality=LV-025&planning_region=Vidzemes&estimates=off&indicator=ngo_awareness&lang=en",
    "municipality=LV-042&boundary_set=2021&indicator=materials_availability&lang=en",
    "municipality=LV-113&boundary_set=2021&institution_type=orphans_court",
)

DRAWN = """() => {
  const slides = [...document.querySelectorAll('.slide')];
  return slides.length > 0 && document.fonts.status === 'loaded'
    && slides.every((one) => one.querySelector('.picture > svg'));
}"""

# Every text that can be seen on the shown slide or its controls, with its size on the screen.
TEXTS = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.querySelector('.slides'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement: parent, data } = walker.currentNode;
    if (!data.trim() || parent.closest('.sr-only')) continue;
    if (!parent.checkVisibility({ visibilityProperty: true })) continue;
    if (!parent.getClientRects().length) continue; // names of cities that are not shown
    const size = parseFloat(getComputedStyle(parent).fontSize);
    found.push([data, size * (parent.ownerSVGElement ? parent.getScreenCTM().a : 1)]);
  }
  return found;
}"""

# What sticks out of the shown slide, and which of its parts lie on one another.
FAULTS = """() => {
  const slide = document.querySelector('.slide.is-shown');
  const box = (one) => one.getBoundingClientRect();
  const around = box(slide), faults = [];
  const { scrollWidth, scrollHeight } = document.documentElement;
  if (scrollWidth > innerWidth || scrollHeight > innerHeight) faults.push('scrolls');
  const outside = (inner, outer) => inner.left < outer.left - 1 || inner.right > outer.right + 1
    || inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1;
  const screen = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  if (outside(around, screen)) faults.push('slide');
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement: parent, data } = walker.currentNode;
    if (!data.trim() || !parent.getClientRects().length) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const rects = [...range.getClientRects()];
    if (rects.some((one) => outside(one, around))) faults.push(`out: ${data}`);
  }
  const common = ([low, high], [from, to]) => Math.min(high, to) - Math.max(low, from) > 1;
  const meet = (a, b) => common([a.left, a.right], [b.left, b.right])
    && common([a.top, a.bottom], [b.top, b.bottom]);
  const apart = (parts) => parts.forEach((one, at) => parts.slice(at + 1).forEach((other) => {
    if (!meet(box(one), box(other))) return;
    faults.push(`${one.className} ${one.textContent} on ${other.className} ${other.textContent}`);
  }));
  const all = (selector) => [...slide.querySelectorAll(selector)];
  const seen = (selector) => all(selector).filter((one) => one.checkVisibility());
  apart(all('.slide-kicker, .slide-headline, .slide-left, .slide-right, .slide-foot'));
  apart(all('.slide-headline, .slide-right > *, .slide-foot'));
  apart(all('.slide-map, .slide-left > .slide-legend, .slide-foot'));
  apart(seen('.has-names .picture-names text'));
  for (const one of all('.slide-places li, .slide-legend tr, .slide-answers dd, .slide-foot'))
    if (one.scrollWidth > one.clientWidth + 1) faults.push(`cut: ${one.textContent}`);
  const headline = slide.querySelector('.slide-headline');
  const lines = box(headline).height / parseFloat(getComputedStyle(headline).lineHeight);
  if (Math.round(lines) > Number(headline.className.at(-1))) faults.push(`${lines} lines`);
  return faults;
}"""


def present(page: Page, query: str = DECK) -> None:
    """Open the presentation and wait until all slides are there with their maps."""
    page.goto(f"/present?{query}")
    drawn(page)


def drawn(page: Page) -> None:
    """Wait until every slide has its map."""
    page.wait_for_function(DRAWN)


def shown(page: Page) -> str:
    """The name of the slide that is seen."""
    name: str | None = page.locator(".slide.is-shown").get_attribute("data-slide")
    return str(name)


def headline(page: Page) -> str:
    """The sentence of the slide that is seen."""
    return verbs.plain(page.get_by_role("heading", level=1).inner_text())


def through_all(page: Page) -> list[str]:
    """The names of all slides, gone through with a clicker from where the page stands."""
    page.keyboard.press("Home")
    names = [shown(page)]
    for _ in range(len(NAMES) + 2):
        page.keyboard.press("PageDown")
        if shown(page) != names[-1]:
            names.append(shown(page))
    return names


@pytest.fixture
def room(page: Page) -> Page:
    """A page on a projector."""
    page.set_viewport_size(ROOM)
    return page


def test_a_clicker_and_the_arrows_lead_through_all_slides(room: Page) -> None:
    present(room)
    for key, name in (
        ("ArrowRight", NAMES[1]),
        ("PageDown", NAMES[2]),
        (" ", NAMES[3]),
        ("ArrowLeft", NAMES[2]),
        ("PageUp", NAMES[1]),
        ("Shift+ ", NAMES[0]),
        ("ArrowLeft", NAMES[0]),
        ("End", NAMES[-1]),
        ("ArrowRight", NAMES[-1]),
        ("Home", NAMES[0]),
    ):
        room.keyboard.press(key)
        assert shown(room) == name, key
    assert through_all(room) == list(NAMES)


def test_the_address_and_the_title_say_which_slide_it_is(room: Page) -> None:
    present(room)
    for at, name in enumerate(NAMES, 1):
        subject = room.locator(".slide.is-shown .slide-kicker strong").inner_text()
        assert verbs.plain(room.title()) == f"{subject}, {at} no 7 · Rīcības karte"
        expect(room.get_by_role("heading", level=1)).to_have_count(1)
        if at > 1:
            assert f"slide={name}" in room.url
            said = verbs.plain(room.locator(".slides-say").inner_text())
            assert said == f"{subject}, {at} no 7. {headline(room)}"
        room.keyboard.press("ArrowRight")
    room.reload()
    drawn(room)
    assert shown(room) == NAMES[-1]


def test_from_the_projector_one_reads_who_has_cases_but_no_training(room: Page) -> None:
    present(room, "slide=priorities")
    assert headline(room) == (
        "2 novados ir atpazīti gadījumi, bet nevienā iestādē, kas atbildēja, nav apmācītu "
        "darbinieku: Bauskas novadā un Strenču novadā"
    )
    names = room.locator(".slide.is-shown .slide-group.is-main li")
    assert names.all_inner_texts() == ["Bauskas novads", "Strenču novads"]
    for name in names.all():
        assert float(name.evaluate("(one) => parseFloat(getComputedStyle(one).fontSize)")) >= 40


def test_the_counts_are_those_of_the_database(room: Page, truth: Truth) -> None:
    present(room, "slide=training_coverage")
    rows = list(truth.values("training_coverage").values())
    counts = room.locator(".slide.is-shown tbody .slide-count").all_inner_texts()
    expected = legend(rows)
    assert counts == [str(expected[one]) for one in ("5", "4", "3", "2", "1", "0", NO_ANSWER)]
    assert headline(room).startswith(f"{without_training(rows)} pašvaldībās no {len(rows)} ")


@pytest.mark.parametrize("query", [DECK, *CROWDED])
def test_nothing_is_under_27_px_on_a_projector(room: Page, query: str) -> None:
    present(room, query)
    for name in NAMES:
        assert shown(room) == name
        sizes = room.evaluate(TEXTS)
        assert len(sizes) > 15
        assert [one for one in sizes if one[1] < SMALLEST - 0.01] == [], name
        room.keyboard.press("ArrowRight")


@pytest.mark.parametrize("size", SCREENS)
@pytest.mark.parametrize("query", [DECK, f"{DECK}&lang=en", *CROWDED])
def test_all_fits_on_any_screen_of_a_room(room: Page, query: str, size: tuple[int, int]) -> None:
    room.set_viewport_size({"width": size[0], "height": size[1]})
    present(room, query)
    for name in NAMES:
        assert shown(room) == name
        assert room.evaluate(FAULTS) == [], name
        room.keyboard.press("ArrowRight")


def test_a_window_that_grows_keeps_hatch_lines_and_names_in_scale(room: Page) -> None:
    measure = """() => {
      const picture = document.querySelector('.slide.is-shown .picture');
      const pattern = picture.querySelector('pattern').patternTransform.baseVal;
      const pixels = picture.querySelector('svg').getScreenCTM().a;
      const line = getComputedStyle(picture.querySelector('.picture-country')).strokeWidth;
      return [16 * pattern.getItem(0).matrix.a * pixels, parseFloat(line)];
    }"""
    present(room, "slide=materials_availability")
    assert room.evaluate(measure) == pytest.approx([16, 1.1], rel=0.01)
    room.set_viewport_size({"width": 3840, "height": 2160})
    room.wait_for_function(f"() => ({measure})()[0] > 31")
    assert room.evaluate(measure) == pytest.approx([32, 2.2], rel=0.01)


def test_a_change_of_slide_asks_nothing_and_goes_on_without_the_server(
    room: Page, watch: Watch, study_database: Path, tmp_path: Path
) -> None:
    with served(study_database, tmp_path / "log", workers=1) as watch.address:
        room.goto(f"{watch.address}/present?{DECK}")
        drawn(room)
        room.wait_for_load_state("networkidle")
    watch.forget()
    assert through_all(room) == list(NAMES)
    for name in reversed(NAMES):
        assert shown(room) == name
        assert headline(room)
        assert room.locator(".slide.is-shown .picture-areas > use").count() == 119
        room.keyboard.press("ArrowLeft")
    assert watch.asked == []


def test_all_slides_are_of_one_version_even_if_the_data_are_replaced(
    room: Page, watch: Watch, study_database: Path, newer_databases: list[Path], tmp_path: Path
) -> None:
    def said() -> list[str]:
        room.keyboard.press("Home")
        found = []
        for _ in NAMES:
            found.append(room.locator(".slide.is-shown").inner_text())
            room.keyboard.press("ArrowRight")
        return found

    database = Path(shutil.copy(study_database, tmp_path / "served.duckdb"))
    with served(database, tmp_path / "log", workers=1) as watch.address:
        room.goto(f"{watch.address}/present?{DECK}")
        drawn(room)
        before = said()
        replace(database, newer_databases[0])
        room.request.get(f"{watch.address}/healthz")
        assert said() == before
        room.goto(f"{watch.address}/present")
        drawn(room)
        assert said()[: len(NAMES) - 1] != before[:-1]


def test_f_fills_the_screen_and_escape_leaves_it_first(room: Page) -> None:
    present(room)
    full = "Boolean(document.fullscreenElement)"
    room.keyboard.press("f")
    room.wait_for_function(f"() => {full}")
    room.keyboard.press("ArrowRight")
    assert shown(room) == NAMES[1]
    room.keyboard.press("Escape")
    room.wait_for_function(f"() => !{full}")
    assert "/present" in room.url


def test_a_link_that_wants_the_full_screen_gets_it_with_the_first_key(room: Page) -> None:
    present(room, "fullscreen")
    start = room.get_by_role("button", name="Sākt pilnekrānā")
    expect(start).to_be_visible()
    room.keyboard.press("ArrowRight")
    room.wait_for_function("() => Boolean(document.fullscreenElement)")
    expect(start).to_have_count(0)
    assert shown(room) == NAMES[1]


def test_single_letters_can_be_turned_off_and_the_address_remembers_it(room: Page) -> None:
    present(room)
    switch = room.get_by_role("switch", name="Burtu taustiņi")
    expect(switch).to_be_checked()
    switch.press("Space")
    expect(switch).not_to_be_checked()
    assert shown(room) == NAMES[0]  # the space pressed the switch and nothing else
    assert "keys=off" in room.url
    room.reload()
    drawn(room)
    expect(switch).not_to_be_checked()
    room.keyboard.press("f")
    room.keyboard.press("ArrowRight")
    assert shown(room) == NAMES[1]
    assert not room.evaluate("Boolean(document.fullscreenElement)")


def test_escape_leads_back_to_the_map_with_its_view(room: Page) -> None:
    verbs.open_map(room, "municipality=LV-041")
    verbs.choose_indicator(room, "identified_cases")
    room.get_by_role("link", name="Prezentēt").click()
    drawn(room)
    assert shown(room) == "identified_cases"
    assert "municipality=LV-041" in room.url
    room.keyboard.press("ArrowRight")
    room.keyboard.press("Escape")
    room.wait_for_url("**/?*indicator=identified_cases*")
    verbs.drawn(room)


def test_opened_on_its_own_it_leads_to_the_map_of_its_view(room: Page) -> None:
    present(room, "boundary_set=2021")
    room.keyboard.press("Escape")
    room.wait_for_url("**/?boundary_set=2021")


@pytest.mark.parametrize(
    ("path", "slide"),
    [
        ("/municipality/LV-041", "municipality"),
        ("/priorities", "priorities"),
        ("/methods", NAMES[0]),
    ],
)
def test_every_page_leads_to_its_slide(room: Page, path: str, slide: str) -> None:
    verbs.open_page(room, path)
    room.get_by_role("link", name="Prezentēt").click()
    drawn(room)
    assert shown(room) == slide


def test_controls_serve_mouse_and_keyboard_and_hide_when_idle(room: Page) -> None:
    present(room)
    controls = room.locator(".slides-float")
    room.mouse.move(500, 500)
    room.get_by_role("button", name="Nākamais slaids").click()
    assert shown(room) == NAMES[1]
    room.get_by_role("button", name="Iepriekšējais slaids").click()
    assert shown(room) == NAMES[0]
    room.evaluate("document.activeElement.blur()")
    expect(controls).to_have_css("opacity", "0")
    following = room.get_by_role("button", name="Nākamais slaids")
    room.keyboard.press("Tab")  # from where the mouse was
    expect(following).to_be_focused()
    expect(controls).to_have_css("opacity", "1")
    expect(following).to_have_css("outline-width", "3px")
    room.keyboard.press("Enter")
    assert shown(room) == NAMES[1]


def test_a_finger_swipes(phone: Page) -> None:
    present(phone)
    touch: Any = phone.context.new_cdp_session(phone)
    for kind, points in (
        ("touchStart", [{"x": 300, "y": 300}]),
        ("touchMove", [{"x": 100, "y": 305}]),
        ("touchEnd", []),
    ):
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    phone.wait_for_function(
        "() => document.querySelector('.slide.is-shown').dataset.slide === 'training_coverage'"
    )
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("lang", ["lv", "en"])
def test_no_slide_stands_in_anybodys_way(room: Page, lang: str) -> None:
    present(room, f"{DECK}&lang={lang}")
    for name in NAMES:
        assert shown(room) == name
        found = Axe().run(room, options=RULES).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"][:120]) for one in found] == [], name
        room.keyboard.press("ArrowRight")


def test_on_paper_each_slide_is_a_page(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, viewport=ROOM)
    page = context.new_page()
    wait_for_dash(page)
    present(page)
    pdf = page.pdf(prefer_css_page_size=True)
    context.close()
    assert pdf.count(b"/Type /Page\n") == len(NAMES)
    landscape = [box for box in pdf.split(b"/MediaBox [")[1:] if box.startswith(b"0 0 841")]
    assert len(landscape) == len(NAMES)
