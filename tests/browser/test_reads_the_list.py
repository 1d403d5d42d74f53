"""Whoever reads rather than looks: the list says what the map shows, and follows every filter."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import verbs
from tests.browser.conftest import Watch
from tests.browser.truth import Truth, column

BADGES = {
    "named": "Nosaukts",
    "derived": "Izsecināts",
    "estimated": "Aplēsts",
    "no_answer": "Nav atbildes",
    "not_published": "Nav publicēts",
}

# Of every row: code, name, squares as a screen reader does not hear them, amount, badge, region.
ROWS = """() => [...document.querySelectorAll('.map-list tbody tr')].map((row) => ({
  code: row.querySelector('a').dataset.value,
  name: row.cells[0].textContent,
  squares: row.querySelectorAll('.square').length,
  amount: row.querySelector('strong')?.textContent ?? '',
  badge: row.cells[2].textContent,
  region: row.cells[3].textContent,
}))"""


def rows(page: Page) -> dict[str, dict[str, Any]]:
    """The rows of the list by code, in their order."""
    expect(page.get_by_role("table")).to_be_visible()
    return {row["code"]: row for row in page.evaluate(ROWS)}


def table(page: Page) -> Locator:
    """The list."""
    return page.get_by_role("region", name="Pašvaldību saraksts").get_by_role("table")


def amount(row: dict[str, Any]) -> str:
    """What the list must say of a value."""
    if row["denominator"] is None:
        return ""
    if row["evidence"] != "estimated":
        return f"{row['numerator']} no {row['denominator']}"
    lower, upper = (round(row[end] * row["denominator"]) for end in ("lower", "upper"))
    return f"{lower} no {upper}" if lower == upper else f"{lower}–{upper} no {row['denominator']}"


@pytest.mark.parametrize("indicator", verbs.INDICATORS)
@pytest.mark.parametrize("boundary_set", ["2009", "2025"])
def test_each_municipality_has_the_maps_value(
    page: Page, truth: Truth, indicator: str, boundary_set: str
) -> None:
    verbs.open_map(page, f"view=list&indicator={indicator}&boundary_set={boundary_set}")
    seen = rows(page)
    places = truth.places(boundary_set)
    assert set(seen) == set(places)
    for code, value in truth.values(indicator, boundary_set=boundary_set).items():
        row = seen[code]
        assert row["name"] == places[code]["name_nom"]
        assert row["region"] == f"{value['planning_region']} plānošanas reģions"
        assert row["badge"] == BADGES[value["evidence"]]
        assert verbs.plain(row["amount"]) == amount(value)
        institutions = len(truth.institutions(code, boundary_set))
        assert row["squares"] == (institutions if institutions <= 12 else 0)


def test_it_is_sorted_in_the_latvian_alphabet(page: Page) -> None:
    verbs.open_map(page, "view=list&lang=en")
    names = [row["name"] for row in rows(page).values()]
    assert names.index("Ķeguma novads") > names.index("Kuldīgas novads")
    assert names.index("Cēsu novads") < names.index("Cesvaines novads") + 2
    assert names[0] == "Aglonas novads"
    assert names[-1] == "Zilupes novads"


def test_it_follows_region_type_and_estimates_and_asks_nothing(
    page: Page, truth: Truth, watch: Watch
) -> None:
    verbs.open_map(page)
    page.wait_for_load_state("networkidle")
    watch.forget()
    page.get_by_role("link", name="Saraksts").click()
    page.wait_for_url("**view=list*")
    assert len(rows(page)) == 119
    verbs.choose_region(page, "Zemgales plānošanas reģions")
    assert set(rows(page)) == set(truth.values("training_coverage", region="Zemgales"))
    verbs.choose(page, "institution_type", "social_service")
    values = truth.values("training_coverage", "social_service", region="Zemgales")
    for code, row in rows(page).items():
        assert verbs.plain(row["amount"]) == amount(values[code])
    verbs.choose_indicator(page, "materials_availability")
    assert {row["badge"] for row in rows(page).values()} >= {"Aplēsts"}
    verbs.hide_estimates(page)
    assert "Aplēsts" not in {row["badge"] for row in rows(page).values()}
    expect(table(page).locator("caption")).to_contain_text("Informatīvie materiāli")
    assert watch.asked == []


def test_a_class_of_the_legend_leaves_its_municipalities(page: Page, truth: Truth) -> None:
    verbs.open_map(page, "view=list")
    page.locator("[data-class='3']").click()
    half = {
        code
        for code, row in truth.values("training_coverage").items()
        if row["evidence"] != "no_answer" and column(row) == "3"
    }
    assert set(rows(page)) == half
    expect(page.locator("#said")).to_have_text(f"{len(half)} pašvaldības")
    # A choice among them leaves the class as it is; Escape undoes it.
    name = page.get_by_role("table").get_by_role("link").first
    name.click()
    page.wait_for_url("**municipality=*")
    assert set(rows(page)) == half
    expect(name).to_have_attribute("aria-current", "true")
    page.keyboard.press("Escape")
    assert len(rows(page)) == 119


def test_where_nobody_is_left_it_says_so_and_clears(page: Page) -> None:
    verbs.open_map(page, "view=list&planning_region=Latgales")
    assert verbs.legend_counts(page)["12"] == 0
    page.locator("[data-class='12']").click()
    strip = page.get_by_role("note").filter(has_text="Neviena pašvaldība neatbilst.")
    expect(strip).to_contain_text(
        "Latgales plānošanas reģionā šiem filtriem neatbilst neviena pašvaldība."
    )
    expect(page.locator(".map-list tbody tr")).to_have_count(0)
    strip.get_by_role("link", name="Notīrīt filtrus").click()
    page.wait_for_url(lambda url: "planning_region" not in url)
    expect(page.locator(".map-list tbody tr")).to_have_count(119)
    expect(strip).to_be_hidden()


def test_a_row_chooses_by_keyboard_and_map_and_list_agree(page: Page) -> None:
    verbs.open_map(page, "view=list")
    link = table(page).get_by_role("link", name="Bauskas novads")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**municipality=LV-016*")
    expect(verbs.panel(page).get_by_role("heading", level=2)).to_have_text("Bauskas novads")
    expect(link).to_be_focused()
    expect(link).to_have_attribute("aria-current", "true")
    page.get_by_role("link", name="Karte", exact=True).last.click()
    page.wait_for_url("**view=map*")
    expect(page.get_by_role("table")).to_be_hidden()
    expect(verbs.area(page, "Bauskas novads")).to_have_attribute("aria-pressed", "true")
    page.go_back()
    expect(table(page).get_by_role("link", name="Bauskas novads")).to_be_visible()


def test_silence_is_no_zero_in_the_list(page: Page, truth: Truth) -> None:
    verbs.open_map(page, "view=list")
    silent = [
        code
        for code, row in truth.values("training_coverage").items()
        if row["evidence"] == "no_answer"
    ]
    assert silent
    for code in silent:
        row = rows(page)[code]
        assert (row["amount"], row["badge"]) == ("", "Nav atbildes")
    drawn = page.locator(f".map-list tr:has([data-value='{silent[0]}']) .square")
    expect(drawn).to_have_count(2)
    expect(page.locator(f".map-list tr:has([data-value='{silent[0]}']) .square-no")).to_have_count(
        0
    )


def test_rows_are_large_enough_for_a_finger_and_fit_a_phone(phone: Page) -> None:
    verbs.open_map(phone, "view=list")
    for row in phone.get_by_role("table").locator("tbody tr").all()[:20]:
        box = row.bounding_box()
        assert box is not None
        assert box["height"] >= 44
        assert box["x"] + box["width"] <= 390
    phone.get_by_role("link", name="Aglonas novads").tap()
    phone.wait_for_url("**municipality=LV-001*")
