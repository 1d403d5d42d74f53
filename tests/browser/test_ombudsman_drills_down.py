"""The ombudsman: from the country to one question, one region, one reform of boundaries."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import verbs
from tests.browser.truth import Truth, legend, with_a_case, without_training

FADED = 0.28
ONLY_TOTALS = "Gandrīz visur zināms tikai kopskaits: karte rāda aplēsi"


def numbers(text: str) -> list[int]:
    """All whole numbers of a text."""
    return [int(one) for one in re.findall(r"\d+", text)]


def test_the_headline_counts_what_the_database_counts(page: Page, truth: Truth) -> None:
    verbs.open_map(page)
    trained = without_training(truth.values("training_coverage").values())
    assert numbers(verbs.headline(page).inner_text()) == [trained, 119]
    verbs.choose_indicator(page, "identified_cases")
    cases = with_a_case(truth.values("identified_cases").values())
    assert numbers(verbs.headline(page).inner_text()) == [cases, 119]
    expect(verbs.headline(page)).to_contain_text("vismaz viena iestāde ir saskārusies")


def test_each_indicator_has_its_tab_its_address_and_its_legend(page: Page, truth: Truth) -> None:
    verbs.open_map(page, "indicator=ngo_awareness")
    for indicator, name in verbs.INDICATORS.items():
        verbs.choose_indicator(page, indicator)
        assert f"indicator={indicator}" in page.url
        expect(page.get_by_role("tab", name=name)).to_have_attribute("aria-selected", "true")
        expect(page.locator("[role=tab][aria-selected=true]")).to_have_count(1)
        assert verbs.legend_counts(page) == legend(truth.values(indicator).values())
        if indicator in ("materials_availability", "ngo_awareness"):
            expect(verbs.headline(page)).to_have_text(ONLY_TOTALS)
            expect(page.locator(".headline-lead")).to_contain_text("pašu iestāžu atbildes")


def test_three_boundary_sets_draw_their_own_municipalities(page: Page, truth: Truth) -> None:
    verbs.open_map(page)
    notice = page.get_by_role("note")
    expect(notice).to_have_count(0)
    for boundary_set, count in (("2021", 43), ("2025", 42), ("2009", 119)):
        verbs.choose(page, "boundary_set", boundary_set)
        assert set(verbs.areas(page)) == set(truth.places(boundary_set))
        assert len(verbs.areas(page)) == count
        rows = truth.values("training_coverage", boundary_set=boundary_set).values()
        assert verbs.legend_counts(page) == legend(rows)
        assert numbers(verbs.headline(page).inner_text())[1] == count
        if boundary_set == "2009":
            expect(notice).to_have_count(0)
        else:
            expect(notice).to_contain_text(f"{boundary_set}. gada robežas.")
            expect(notice).to_contain_text("Preiļu un Siguldas novadā")


@pytest.mark.parametrize(
    ("old", "new", "name", "said"),
    [
        ("LV-069", "LV-041", "Jelgavas novads", "Ozolnieku novads kopš 2021. gada ir iekļauts"),
        ("LV-001", "LV-073", "Preiļu novads", "Aglonas novadu 2021. gadā sadalīja"),  # to the seat
    ],
)
def test_a_choice_moves_with_its_institutions_and_that_is_said(
    page: Page, old: str, new: str, name: str, said: str
) -> None:
    verbs.open_map(page, f"municipality={old}")
    verbs.choose(page, "boundary_set", "2021")
    page.wait_for_url(f"**municipality={new}*")
    expect(verbs.panel(page).get_by_role("heading", level=2)).to_have_text(name)
    expect(verbs.area(page, name)).to_have_attribute("aria-pressed", "true")
    notice = page.get_by_role("note").filter(has_text=said)
    expect(notice).to_contain_text("izvēle pārcelta")
    expect(page.locator("#said")).to_contain_text(said)
    verbs.choose_indicator(page, "identified_cases")
    expect(notice).to_be_visible()
    verbs.panel(page).get_by_role("link", name="Aizvērt").click()
    expect(notice).to_have_count(0)


def test_a_choice_that_old_boundaries_do_not_have_is_cancelled_and_that_is_said(page: Page) -> None:
    verbs.open_map(page, "boundary_set=2021&municipality=LV-112")
    verbs.choose(page, "boundary_set", "2009")
    page.wait_for_url(lambda url: "municipality" not in url)
    said = "Pašvaldības „Dienvidkurzemes novads” 2009. gada robežās vēl nebija; izvēle atcelta."
    expect(page.get_by_role("note").filter(has_text=said)).to_be_visible()
    expect(verbs.panel(page).get_by_role("heading", level=2)).to_have_text("Latvija kopumā")


def test_institution_types_have_their_own_values(page: Page, truth: Truth) -> None:
    verbs.open_map(page, "indicator=identified_cases")
    for kind, word in (("orphans_court", "bāriņtiesa"), ("social_service", "sociālais dienests")):
        verbs.choose(page, "institution_type", kind)
        rows = truth.values("identified_cases", kind).values()
        assert verbs.legend_counts(page) == legend(rows)
        assert numbers(verbs.headline(page).inner_text()) == [with_a_case(rows), 119]
        expect(verbs.headline(page)).to_contain_text(word)


def test_the_employment_agency_is_not_put_on_the_map(page: Page) -> None:
    verbs.open_map(page)
    verbs.choose(page, "institution_type", "employment_agency")
    expect(verbs.headline(page)).to_have_text("NVA kartē nav")
    expect(page.locator(".headline-lead")).to_contain_text("atrašanās vietas nav publicētas")
    assert verbs.legend_counts(page)["13"] == 119


def test_a_region_fades_the_others_and_the_counts_follow(page: Page, truth: Truth) -> None:
    verbs.open_map(page)
    verbs.choose_region(page, "Latgales plānošanas reģions")
    own = truth.values("training_coverage", region="Latgales")
    assert verbs.legend_counts(page) == legend(own.values())
    assert numbers(verbs.headline(page).inner_text()) == [without_training(own.values()), len(own)]
    areas = verbs.areas(page)
    assert len(areas) == 119
    for code, area in areas.items():
        assert float(area["opacity"]) == pytest.approx(1 if code in own else FADED), code


def test_a_class_of_the_legend_can_be_singled_out(page: Page, truth: Truth) -> None:
    verbs.open_map(page)
    rows = truth.values("training_coverage")
    half = page.get_by_role("button", name=re.compile("^40–60 procenti"))
    half.click()
    expect(half).to_have_attribute("aria-pressed", "true")
    strong = {code for code, area in verbs.areas(page).items() if float(area["opacity"]) == 1}
    assert strong == {code for code, row in rows.items() if row["value"] == 0.5}
    page.keyboard.press("Escape")
    expect(half).to_have_attribute("aria-pressed", "false")
    assert {area["opacity"] for area in verbs.areas(page).values()} == {"1"}


def test_without_estimates_nothing_is_published_for_nearly_all(page: Page, truth: Truth) -> None:
    verbs.open_map(page, "indicator=materials_availability")
    verbs.hide_estimates(page)
    rows = truth.values("materials_availability")
    counts = legend(rows.values(), estimates=False)
    assert verbs.legend_counts(page) == counts
    notice = page.get_by_role("note")
    expect(notice).to_contain_text("Aplēses ir izslēgtas.")
    assert numbers(notice.inner_text()) == [counts["13"]]
    hidden = {code for code, row in rows.items() if row["evidence"] == "estimated"}
    dashed = page.evaluate(
        """() => [...document.querySelectorAll('.map-graph .picture-lines > use')]
          .filter((line) => getComputedStyle(line).strokeDasharray !== 'none').length"""
    )
    assert dashed == len(hidden)
    areas = verbs.areas(page)
    assert {areas[code]["fill"] for code in hidden} == {"rgba(0, 0, 0, 0)"}
    notice.get_by_role("link", name="Rādīt aplēses").click()
    page.wait_for_url("**estimates=on*")
    verbs.drawn(page)
    expect(notice).to_have_count(0)
    assert verbs.legend_counts(page) == legend(rows.values())


def test_switches_wait_for_no_estimate_where_everything_is_known(page: Page, truth: Truth) -> None:
    verbs.open_map(page)
    before = verbs.picture(page)
    verbs.hide_estimates(page)
    changed = verbs.differences(before, verbs.picture(page))
    assert not changed.keys() - {"estimates", "words", "legend"}, changed  # they name what is off
    expect(page.get_by_role("note")).to_have_count(0)
