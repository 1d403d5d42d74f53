"""The ombudsman compares: four indicators of one place, two places, a place before and after."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import verbs
from tests.browser.truth import Truth

JELGAVA, BAUSKA, OZOLNIEKI = "LV-041", "LV-016", "LV-069"
AGLONA, PREILI, KRASLAVA = "LV-001", "LV-073", "LV-047"
DRAWN = """() => {
  const places = [...document.querySelectorAll('[data-picture]')];
  const isDrawn = (one) => one.querySelector(':scope > svg .picture-areas');
  return places.length > 0 && places.every(isDrawn);
}"""


def open_comparison(page: Page, query: str = "") -> None:
    """Open the page and wait until its maps are drawn."""
    verbs.open_page(page, f"/compare?{query}")
    if "mode=municipalities" not in query:
        page.wait_for_function(DRAWN)


def area(page: Page, number: int, code: str) -> Locator:
    """A municipality on one of the maps."""
    return page.locator(".compare-map").nth(number).locator(f".picture-areas > [data-code={code}]")


def middle(area_of: Locator) -> tuple[float, float]:
    """A point inside a municipality, on the screen."""
    point = area_of.evaluate(
        """(one) => {
          const path = document.querySelector(one.getAttribute('href'));
          const box = path.getBBox(), matrix = one.getScreenCTM();
          for (let step = 1; step < 400; step += 1) {
            const x = box.x + box.width * ((step * 0.618) % 1);
            const at = new DOMPoint(x, box.y + box.height * (step / 400));
            const screen = at.matrixTransform(matrix);
            if (document.elementFromPoint(screen.x, screen.y) === one) return [screen.x, screen.y];
          }
          return [0, 0];
        }"""
    )
    return point[0], point[1]


def test_pointing_outlines_the_same_municipality_in_all_four_maps(page: Page, truth: Truth) -> None:
    open_comparison(page)
    expect(page.locator(".picture-pointed")).to_have_count(0)
    page.mouse.move(*middle(area(page, 0, JELGAVA)))
    expect(page.locator(".compare-map .picture-pointed")).to_have_count(4)
    tip = page.get_by_role("tooltip")
    expect(tip.locator(".tip-name")).to_have_text("Jelgavas novads")
    for indicator in ("identified_cases", "training_coverage"):
        row = truth.values(indicator)[JELGAVA]
        expect(tip).to_contain_text(f"{row['numerator']} no {row['denominator']} iestādēm")
    expect(tip.get_by_text("Aplēsts")).to_have_count(2)
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()


def test_a_click_chooses_and_so_does_the_list(page: Page, truth: Truth) -> None:
    open_comparison(page)
    page.mouse.click(*middle(area(page, 2, JELGAVA)))
    page.wait_for_url(f"**municipality={JELGAVA}*")
    expect(page.locator(".picture-selection")).to_have_count(4)
    expect(page.locator(".compare-card .compare-own")).to_have_count(4)
    row = truth.values("training_coverage")[JELGAVA]
    own = page.locator(".compare-card", has_text="Apmācība").locator(".compare-own")
    expect(own).to_contain_text(f"{row['numerator']} no {row['denominator']}")
    listed = page.locator("select[data-param=municipality]")
    expect(listed).to_have_value(JELGAVA)
    listed.select_option(label="Bauskas novads")
    page.wait_for_url(f"**municipality={BAUSKA}*")
    expect(page.locator(".compare-chosen")).to_contain_text("Bauskas novads visās kartēs")
    page.go_back()
    expect(listed).to_have_value(JELGAVA)


def test_each_map_says_its_own_headline_and_the_region_fades_the_others(page: Page) -> None:
    open_comparison(page, "planning_region=Zemgales")
    maps = page.get_by_role("img", name=re.compile("2009. gada robežas"))
    expect(maps).to_have_count(4)
    for number, name in enumerate(verbs.INDICATORS.values()):
        label = maps.nth(number).get_attribute("aria-label") or ""
        sentence = page.locator(".compare-card").nth(number).locator(".compare-sentence")
        assert label == f"{name}, 2009. gada robežas: {sentence.inner_text()}"
    assert "no 22" in (maps.first.get_attribute("aria-label") or "")
    faded = page.locator(".compare-map").first.locator(".picture-areas > .is-faded")
    expect(faded).to_have_count(119 - 22)


def test_all_values_stand_in_a_table_too(page: Page, truth: Truth) -> None:
    open_comparison(page)
    page.locator("summary", has_text="Tie paši dati tabulā").click()
    rows = page.locator(".compare-text tbody tr")
    expect(rows).to_have_count(len(truth.places()))
    row = truth.values("identified_cases")[JELGAVA]
    line = rows.filter(has=page.get_by_role("rowheader", name="Jelgavas novads", exact=True))
    expect(line.get_by_role("cell").first).to_contain_text(
        f"{row['numerator']} no {row['denominator']} iestādēm"
    )


def test_two_municipalities_are_chosen_compared_and_swapped(page: Page, truth: Truth) -> None:
    verbs.open_map(page, f"municipality={JELGAVA}")
    verbs.panel(page).get_by_role("link", name="Salīdzināt").click()
    page.locator(".compare").wait_for()
    expect(page.get_by_role("main")).to_contain_text("Jelgavas novads: izvēlieties otru pašvaldību")
    page.get_by_label("Otrā pašvaldība").select_option(label="Bauskas novads")
    page.wait_for_url(f"**with={BAUSKA}*")
    table = page.get_by_role("table")
    expect(table.get_by_role("heading", level=2)).to_have_text(
        ["Jelgavas novads", "Bauskas novads"]
    )
    words = verbs.plain(table.inner_text())
    for indicator in ("identified_cases", "training_coverage"):
        for code in (JELGAVA, BAUSKA):
            row = truth.values(indicator)[code]
            assert f"{row['numerator']} no {row['denominator']}" in words
    assert "Par 1 iestādi vairāk Jelgavas novadā: 1 no 2, Bauskas novadā – 0 no 2." in words
    assert words.count("Aplēses nesalīdzina") == 2
    page.get_by_role("link", name="Samainīt vietām").click()
    page.wait_for_url(f"**municipality={BAUSKA}*with={JELGAVA}*")
    expect(table.get_by_role("heading", level=2)).to_have_text(
        ["Bauskas novads", "Jelgavas novads"]
    )
    expect(page.get_by_label("Pirmā pašvaldība")).to_have_value(BAUSKA)
    page.go_back()
    expect(table.get_by_role("heading", level=2)).to_have_text(
        ["Jelgavas novads", "Bauskas novads"]
    )
    expect(page.get_by_label("Pirmā pašvaldība")).to_have_value(JELGAVA)


def test_with_estimates_off_nothing_is_estimated(page: Page) -> None:
    open_comparison(page, f"mode=municipalities&municipality={JELGAVA}&with={BAUSKA}")
    page.get_by_role("switch").click()
    page.wait_for_url("**estimates=off*")
    table = page.get_by_role("table")
    expect(table).to_contain_text("Salīdzināt nevar: vērtība nav publicēta.")
    expect(table.locator(".mark-estimated, .square-estimated")).to_have_count(0)


def test_a_place_is_followed_through_a_reform(page: Page) -> None:
    open_comparison(page, "mode=boundaries")
    page.mouse.click(*middle(area(page, 0, OZOLNIEKI)))
    page.wait_for_url(f"**municipality={OZOLNIEKI}*")
    chosen = page.locator(".compare-changes")
    expect(chosen).to_contain_text("Ozolnieku novada iestādes ieskaitītas Jelgavas novadā.")
    expect(page.locator("[data-selected]")).to_have_count(2)
    assert page.locator("[data-selected]").nth(1).get_attribute("data-selected") == JELGAVA


def test_a_new_unit_shows_its_parts_on_the_old_map(page: Page) -> None:
    open_comparison(page, "mode=boundaries")
    page.mouse.click(*middle(area(page, 1, JELGAVA)))
    page.wait_for_url("**boundary_set=2021*")
    parts = page.locator("[data-contoured]")
    expect(parts).to_have_count(1)
    assert set((parts.get_attribute("data-contoured") or "").split()) == {JELGAVA, OZOLNIEKI}
    titles = page.locator(".compare-card h2")
    expect(titles).to_have_text(["2009. gada robežas", "2021. gada robežas"])
    expect(page.get_by_label("Pašvaldība 2021. gada robežās")).to_have_value(JELGAVA)


def test_a_split_unit_shows_where_its_institutions_went_and_its_other_part(page: Page) -> None:
    open_comparison(page, f"mode=boundaries&municipality={AGLONA}")
    after = page.locator("[data-picture]").nth(1)
    expect(after).to_have_attribute("data-selected", PREILI)
    expect(after).to_have_attribute("data-contoured", KRASLAVA)
    expect(page.locator(".compare-changes")).to_contain_text(
        "Aglonas novadu sadalīja starp Preiļu novadu un Krāslavas novadu"
    )


def test_the_counts_of_both_sets_are_those_of_the_database(page: Page, truth: Truth) -> None:
    open_comparison(page, "mode=boundaries&indicator=identified_cases")
    silent = page.locator(".scale-columns li", has_text="nav atbildes").locator(".scale-count")
    for number, boundary_set in enumerate(("2009", "2021")):
        rows = truth.values("identified_cases", boundary_set=boundary_set).values()
        count = sum(row["evidence"] == "no_answer" for row in rows)
        expect(silent.nth(number)).to_have_text(f"{boundary_set}: {count}")


@pytest.mark.parametrize("mode", ["indicators", "municipalities", "boundaries"])
@pytest.mark.parametrize("width", [390, 320])
def test_nothing_is_wider_than_a_phone(page: Page, mode: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    open_comparison(page, f"mode={mode}&municipality={JELGAVA}&with={BAUSKA}")
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_long_difference_leaves_no_white_space_beside_it(page: Page) -> None:
    """Daugavpils novads: the study may not name all of its orphans' courts."""
    open_comparison(page, f"mode=municipalities&municipality=LV-025&with={JELGAVA}")
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(page.locator(".pair-under")).to_have_count(2)
    empty = page.locator(".pair-side").evaluate_all(
        """(all) => all.map((one) => one.getBoundingClientRect().bottom
          - one.querySelector('dl').getBoundingClientRect().bottom)"""
    )
    assert max(empty) < 60
