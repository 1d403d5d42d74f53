"""Someone in a hurry, or with scripts switched off: the first HTML is the page already."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser import verbs
from tests.browser.conftest import DESKTOP, PHONE, Watch

# Each frame's picture from the first on: where the map lies, how many areas are painted, what the
# headline is; whether Dash's page has taken over.
FILM = """
window.film = [];
const shoot = () => {
  const map = [...document.querySelectorAll('.map-graph .picture-zoom')].pop();
  const head = document.querySelector('.headline');
  if (map && document.querySelector('.footer')) {  // read to its end
    const { x, y, width, height } = map.getBoundingClientRect();
    const areas = [...map.querySelectorAll('.picture-areas > use')];
    const painted = areas.filter((one) => getComputedStyle(one).fill !== 'rgb(0, 0, 0)').length;
    const name = map.querySelector('.picture-names > text').getBoundingClientRect().width;
    const { top } = head.getBoundingClientRect();
    const first = document.getElementById('first') !== null;
    const box = [x, y, width, height, name, top];
    const fonts = document.fonts.status === 'loaded';
    window.film.push({ box, painted, first, fonts, head: head.innerText });
  } else if (window.film.length) window.film.push(null);
  requestAnimationFrame(shoot);
};
requestAnimationFrame(shoot);
"""


# A font that comes late moves what stands above the map, and the map away under a resting pointer.
FONTS = "() => Promise.all([...document.fonts].map((font) => font.load())).then(() => true)"
# A point of an area that no other hides; null till the page has its style.
CENTRE = """(area) => {
  const { x, y, width, height } = area.getBoundingClientRect();
  const inside = (at) => document.elementFromPoint(...at) === area;
  const steps = [0.5, 0.4, 0.6, 0.3, 0.7];
  return steps.flatMap((a) => steps.map((b) => [x + a * width, y + b * height])).find(inside);
}"""


def middle(page: Page, area: Locator) -> tuple[float, float]:
    """A point of an area that the pointer can rest on, once the page stands still."""
    area.wait_for()
    page.evaluate(FONTS)
    for _ in range(200):  # the area may meanwhile be the live map's
        if found := area.evaluate(CENTRE):
            return found[0], found[1]
        page.wait_for_timeout(50)
    raise AssertionError("no point of the area lies open")


@pytest.mark.parametrize(
    "query",
    [
        "",
        "boundary_set=2021&municipality=LV-056",
        "indicator=ngo_awareness&planning_region=Zemgales",
    ],
)
def test_the_live_map_takes_the_first_ones_place_without_a_jump(page: Page, query: str) -> None:
    page.add_init_script(FILM)
    verbs.open_map(page, query)
    film: list[dict[str, Any] | None] = page.evaluate("window.film")
    frames = [one for one in film if one]
    assert len(frames) == len(film), "the map was gone for a frame"
    assert frames[0]["first"], "the first frame came after the scripts"
    assert not frames[-1]["first"]
    assert {one["head"] for one in frames} == {frames[0]["head"]}
    assert {one["painted"] for one in frames} == {len(verbs.areas(page))}
    # A font may come in between and move what stands above the map; the change of hands does not.
    change = next(place for place, one in enumerate(frames) if not one["first"])
    after = [one for one in frames[change - 1 :] if one["fonts"]]
    for one in after:
        assert one["box"] == pytest.approx(after[0]["box"], abs=0.5)


def test_nothing_is_fetched_that_the_first_html_holds(page: Page, watch: Watch) -> None:
    verbs.open_map(page)
    assert [one for one in watch.asked if ".svg" in one and "/map/" in one] == []


def test_keyboard_focus_stays_where_it_was_when_the_scripts_come(page: Page) -> None:
    page.route("**/*dash_renderer*", lambda route: page.wait_for_timeout(600) or route.continue_())
    page.goto("/", wait_until="commit")
    page.locator("#first .nav-link").nth(2).focus()
    verbs.drawn(page)
    assert page.evaluate("document.activeElement.textContent") == "Salīdzināt"


def test_the_map_answers_before_dash_is_there_and_goes_on_afterwards(page: Page) -> None:
    waiting: list[Route] = []

    def keep(route: Route) -> None:  # Dash waits for it
        waiting.append(route)

    page.route("**/_dash-layout", keep)
    page.goto("/", wait_until="commit")
    page.wait_for_function("() => window.dash_clientside?.map?.current")
    area = page.locator(".picture-areas > [data-code='LV-041']")
    page.mouse.move(*middle(page, area))
    tip = page.locator(".map-tip")
    expect(tip).to_be_visible()
    told = tip.inner_text()
    assert told.startswith("Jelgavas novads")
    page.get_by_role("button", name="Tuvināt").click()
    zoomed = page.locator(".picture-zoom").get_attribute("transform")
    area.focus()
    page.keyboard.press("ArrowUp")
    reached = page.evaluate("document.activeElement.dataset.code")
    assert reached != "LV-041"
    page.mouse.move(0, 0)
    page.mouse.move(*middle(page, area))
    expect(tip).to_contain_text("Jelgavas novads")
    assert page.locator("#first").count() == 1
    page.wait_for_timeout(100)  # till Dash has asked
    waiting[0].continue_()
    page.locator("#first").wait_for(state="detached")
    expect(tip).to_be_visible()  # nobody has moved
    assert tip.inner_text() == told
    assert page.locator(".picture-zoom").get_attribute("transform") == zoomed
    assert page.evaluate("document.activeElement.dataset.code") == reached
    expect(page.get_by_role("button", name="Uz ziemeļiem")).to_be_visible()  # a zoomed map moves


def test_whoever_waits_over_an_area_reads_of_it_when_its_words_come(page: Page) -> None:
    waiting: list[Route] = []

    def keep(route: Route) -> None:
        waiting.append(route)

    page.route("**/values/**", keep)
    page.goto("/", wait_until="commit")
    area = page.locator(".picture-areas > [data-code='LV-041']").first
    page.mouse.move(*middle(page, area))
    page.locator("#first").wait_for(state="detached")  # Dash does not wait for the words
    expect(page.locator(".map-tip")).to_be_hidden()
    for one in waiting:
        one.continue_()
    expect(page.locator(".map-tip")).to_contain_text("Jelgavas novads")


def test_a_choice_made_before_dash_is_there_is_taken(page: Page) -> None:
    page.route("**/_dash-layout", lambda _: None)  # Dash waits for it
    page.goto("/", wait_until="commit")
    page.wait_for_function("() => window.dash_clientside?.links")
    page.unroute("**/_dash-layout")
    page.locator("select[data-param=planning_region]").select_option("Zemgales")
    page.wait_for_url("**planning_region=Zemgales")
    verbs.drawn(page)
    expect(verbs.headline(page)).to_contain_text("no 22")


def test_a_choice_moves_to_boundaries_that_are_chosen_before_the_values_are_there(
    page: Page,
) -> None:
    waiting: list[Route] = []

    def keep(route: Route) -> None:
        waiting.append(route)

    page.route("**/values/**", keep)
    page.goto("/?municipality=LV-069", wait_until="commit")  # Ozolnieku novads, until 2021
    page.locator("#first").wait_for(state="detached")
    with page.expect_request("**/values/**"):
        page.locator(".segment-link[data-param=boundary_set][data-value='2021']").click()
    page.wait_for_timeout(100)  # till it is kept
    waiting.pop().continue_()  # the newer boundaries' come first
    page.wait_for_url("**municipality=LV-041*")
    said = "Ozolnieku novads kopš 2021. gada ir iekļauts"
    expect(page.get_by_role("note").filter(has_text=said)).to_be_visible()


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desk", "phone"])
def test_a_reader_without_scripts_sees_map_legend_list_and_profile(
    browser: Browser, address: str, size: dict[str, int]
) -> None:
    context = browser.new_context(base_url=address, viewport=size, java_script_enabled=False)
    page = context.new_page()
    page.goto("/?municipality=LV-041")
    expect(page.get_by_role("heading", level=1)).to_contain_text("nav apmācītu darbinieku")
    area = page.locator(".picture-areas > [data-code='LV-041']")
    assert area.get_attribute("aria-pressed") == "true"
    assert area.get_attribute("aria-label").startswith("Jelgavas novads.")  # type: ignore[union-attr]
    expect(page.locator(".legend-count").first).to_be_visible()
    page.goto("/?view=list")
    expect(page.locator(".map-list tr")).to_have_count(120)
    page.get_by_role("link", name="Bauskas novads").click()
    expect(page.get_by_role("heading", name="Bauskas novads")).to_be_attached()
    page.goto("/municipality/LV-041")
    expect(page.get_by_role("heading", level=1)).to_have_text("Jelgavas novads")
    context.close()
