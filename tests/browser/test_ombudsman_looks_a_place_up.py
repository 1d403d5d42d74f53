"""The ombudsman again: one municipality, to the last source, and links that can be sent."""

import csv
import io

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import verbs
from tests.browser.conftest import Watch, wait_for_dash
from tests.browser.truth import Truth, legend

JELGAVA = "LV-041"
LENSES = ["Bāriņtiesa", "Sociālais dienests", "NVA filiāle"]


def test_the_tooltip_names_place_count_and_evidence(page: Page, truth: Truth) -> None:
    verbs.open_map(page)
    row = truth.values("training_coverage")[JELGAVA]
    tip = verbs.point_at(page, JELGAVA)
    expect(tip.locator(".tip-name")).to_have_text("Jelgavas novads")
    expect(tip).to_contain_text(f"{row['numerator']} no {row['denominator']}")
    expect(tip).to_contain_text({"named": "Nosaukts", "derived": "Izsecināts"}[row["evidence"]])
    expect(tip.locator(".square-yes")).to_have_count(1)
    expect(tip.locator(".square-no")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()


def test_a_click_opens_three_lenses_and_a_way_to_the_profile(page: Page) -> None:
    verbs.open_map(page)
    expect(verbs.panel(page)).to_contain_text("Izvēlieties pašvaldību kartē")
    verbs.click_on(page, JELGAVA)
    panel = verbs.panel(page)
    expect(panel.get_by_role("heading", level=2)).to_have_text("Jelgavas novads")
    expect(panel.get_by_role("heading", level=3)).to_have_text(LENSES)
    expect(panel).to_contain_text("Jelgavas novadā apmācīti darbinieki ir 1 no 2 iestādēm")
    expect(panel).to_contain_text("Atbildes atšķiras.")
    expect(panel).to_contain_text("35. un 37. zemsvītras piezīme")
    expect(verbs.area(page, "Jelgavas novads")).to_have_attribute("aria-pressed", "true")
    panel.get_by_role("link", name="Atvērt profilu").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Jelgavas novads")
    assert page.url.endswith(f"/municipality/{JELGAVA}")


def test_the_panel_follows_indicator_and_closes(page: Page) -> None:
    verbs.open_map(page, f"municipality={JELGAVA}")
    verbs.choose_indicator(page, "identified_cases")
    panel = verbs.panel(page)
    expect(panel).to_contain_text(
        "Jelgavas novadā ar cilvēku tirdzniecības gadījumu ir saskārusies"
    )
    panel.get_by_role("link", name="Aizvērt").click()
    expect(panel.get_by_role("heading", level=2)).to_have_text("Latvija kopumā")
    assert "municipality" not in page.url


def test_search_finds_a_municipality_by_name_or_part_with_and_without_diacritics(
    page: Page, truth: Truth
) -> None:
    verbs.open_map(page)
    for text, code in (
        ("Rēzeknes novads", "LV-077"),
        ("aizpu", "LV-003"),
        ("rezeknes novads", "LV-077"),
        ("Rēzekne", "LV-REZ"),
        ("ozolnieku", "LV-069"),
    ):
        verbs.find(page, text)
        page.wait_for_url(f"**municipality={code}*")
        name = truth.places()[code]["name_nom"]
        expect(verbs.panel(page).get_by_role("heading", level=2)).to_have_text(name)


@pytest.mark.parametrize("code", [JELGAVA, "LV-025"])
def test_a_profile_tells_every_answer_with_its_source(page: Page, truth: Truth, code: str) -> None:
    page.goto(f"/municipality/{code}")
    place = truth.places()[code]
    expect(page.get_by_role("heading", level=1)).to_have_text(place["name_nom"])
    expect(page.locator(".profile-table:not(.institution-table) tbody tr")).to_have_count(
        len(verbs.INDICATORS)
    )
    words = page.locator("main").inner_text()
    answers = page.request.get(f"/export/answers.csv?municipality={code}").text()
    rows = list(csv.DictReader(io.StringIO(answers)))
    assert rows
    for row in rows:
        if row["question"] != "response":
            assert row["source"] in words, (row["institution"], row["question"])
    for row in (truth.values(indicator)[code] for indicator in verbs.INDICATORS):
        if row["numerator"] is not None:
            assert f"{row['numerator']} no {row['denominator']}" in verbs.plain(words)
    for badge in page.locator(".badge:visible").all():
        word = badge.locator(".badge-word").inner_text()
        if word != "Nav publicēts":
            expect(badge.locator(".badge-source")).not_to_be_empty()


def test_a_profile_with_several_courts_names_each(page: Page, truth: Truth) -> None:
    page.goto("/municipality/LV-025")
    own = truth.institutions("LV-025")
    assert len(own) > 2
    section = page.locator("section", has_text="Katras iestādes atbildes")
    expect(section.get_by_role("rowheader")).to_have_count(len(own))
    expect(section).to_contain_text("Naujenes pagasta bāriņtiesa")


def test_a_profile_leads_back_to_its_place_on_the_map(page: Page) -> None:
    page.goto(f"/municipality/{JELGAVA}")
    page.locator(".crumbs").get_by_role("link", name="Karte").click()
    verbs.drawn(page)
    assert f"municipality={JELGAVA}" in page.url
    expect(verbs.area(page, "Jelgavas novads")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("path", ["/nav-tadas-lapas", "/municipality/LV-999"])
def test_an_address_that_leads_nowhere_says_so(page: Page, watch: Watch, path: str) -> None:
    page.goto(path)
    expect(page.get_by_role("heading", level=1)).to_have_text("Šādas lapas nav")
    expect(page.get_by_role("main")).to_contain_text(path.rpartition("/")[2])
    assert all("404" in one for one in watch.complaints)
    watch.complaints.clear()
    page.get_by_role("link", name="Uz karti").click()
    verbs.drawn(page)


def test_an_unknown_value_in_a_link_is_told(page: Page, truth: Truth) -> None:
    verbs.open_map(page, "indicator=unknown&municipality=LV-999&colour=red")
    notices = page.get_by_role("note")
    expect(notices).to_have_count(3)
    for said in ("„unknown” (indicator)", "„LV-999” (municipality)", "parametrs „colour”"):
        expect(notices.filter(has_text=said)).to_have_count(1)
    expect(page.get_by_role("tab", name="Apmācība")).to_have_attribute("aria-selected", "true")
    expect(verbs.panel(page).get_by_role("heading", level=2)).to_have_text("Latvija kopumā")
    assert verbs.legend_counts(page) == legend(truth.values("training_coverage").values())


def test_an_unknown_region_fades_nobody(page: Page) -> None:
    page.goto("/?planning_region=unknown")
    verbs.drawn(page)
    expect(page.get_by_role("note")).to_contain_text("„unknown” (planning_region)")
    assert {area["opacity"] for area in verbs.areas(page).values()} == {"1"}


def test_back_undoes_one_step_at_a_time(page: Page) -> None:
    verbs.open_map(page)
    first = verbs.picture(page)
    verbs.choose_indicator(page, "identified_cases")
    second = verbs.picture(page)
    verbs.click_on(page, JELGAVA)
    expect(verbs.panel(page).get_by_role("heading", level=2)).to_have_text("Jelgavas novads")
    page.go_back()
    expect(verbs.panel(page).get_by_role("heading", level=2)).to_have_text("Latvija kopumā")
    assert verbs.differences(verbs.picture(page), second) == {}
    page.go_back()
    page.wait_for_url("**/")
    verbs.drawn(page)
    assert verbs.differences(verbs.picture(page), first) == {}


def test_a_link_shows_the_same_picture_to_somebody_else(
    page: Page, desk: BrowserContext, watch: Watch
) -> None:
    verbs.open_map(page)
    verbs.choose_indicator(page, "materials_availability")
    verbs.choose(page, "institution_type", "social_service")
    verbs.choose(page, "boundary_set", "2021")
    verbs.choose_region(page, "Zemgales plānošanas reģions")
    verbs.click_on(page, JELGAVA)
    expect(verbs.panel(page).get_by_role("heading", level=2)).to_have_text("Jelgavas novads")
    other = desk.new_page()
    wait_for_dash(other)
    watch.on(other)
    other.goto(page.url)
    verbs.drawn(other)
    expect(verbs.panel(other).get_by_role("heading", level=2)).to_have_text("Jelgavas novads")
    assert verbs.differences(verbs.picture(other), verbs.picture(page)) == {}
    other.close()


def test_the_language_switch_keeps_the_view(page: Page) -> None:
    verbs.open_map(page)
    verbs.choose_indicator(page, "identified_cases")
    verbs.click_on(page, JELGAVA)
    page.get_by_role("link", name="EN", exact=True).click()
    page.wait_for_url("**lang=en*")
    verbs.drawn(page)
    expect(verbs.headline(page)).to_contain_text("at least one institution reports a case")
    expect(verbs.panel(page).get_by_role("heading", level=2)).to_have_text("Jelgavas novads")
