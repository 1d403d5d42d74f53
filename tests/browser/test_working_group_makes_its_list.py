"""The working group: where to train first, on the screen, in the link and in the file."""

import csv
import io
import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

from tests.browser import verbs
from tests.browser.truth import Row, Truth


def rows(page: Page) -> Locator:
    """The municipalities in the list."""
    return page.locator("[data-row]")


def codes(page: Page) -> list[str]:
    """Their codes, in the order of the list."""
    return [one.get_attribute("data-row") or "" for one in rows(page).all()]


def box(page: Page, name: str) -> Locator:
    """The checkbox of a municipality."""
    return page.get_by_role("checkbox", name=f"Atzīmēt: {name}")


def tick(page: Page, name: str) -> None:
    """Tick a municipality and see it ticked."""
    box(page, name).click()
    expect(box(page, name)).to_be_checked()


def cell(page: Page, count: int, words: str) -> Locator:
    """A cell of the cross-table by its count and words."""
    return page.get_by_role("link", name=re.compile(f"^{count} pašvald.*: {words}$"))


def list_link(page: Page) -> Locator:
    """The button of the file."""
    return page.locator("[data-list]")


def downloaded(page: Page) -> list[Row]:
    """The rows of the list's file."""
    with page.expect_download() as download:
        list_link(page).click()
    assert download.value.suggested_filename == "ricibas-karte-2016-1-priorities.csv"
    text = download.value.path().read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def test_the_list_is_filtered_ticked_and_taken_away(page: Page, truth: Truth) -> None:
    verbs.open_page(page, "/priorities")
    expect(page.get_by_role("heading", level=1)).to_have_text("Kur apmācīt vispirms")
    assert codes(page)[:2] == ["LV-016", "LV-096"]
    assert len(codes(page)) == 10
    tick(page, "Bauskas novads")
    expect(list_link(page)).to_have_text("Saraksts (1)")

    cell(page, 9, "gadījumi norādīti; apmācība – daļā iestāžu").click()
    expect(rows(page)).to_have_count(9)
    chosen = cell(page, 9, "gadījumi norādīti; apmācība – daļā iestāžu")
    expect(chosen).to_have_attribute("aria-current", "true")
    tick(page, "Tukuma novads")
    tick(page, "Daugavpils novads")
    expect(list_link(page)).to_have_text("Saraksts (3)")

    seen = {
        name: row.inner_text()
        for row in rows(page).all()
        for name in [row.get_attribute("data-row")]
    }
    found = {row["municipality_code"]: row for row in downloaded(page)}
    assert list(found) == ["LV-016", "LV-099", "LV-025"]
    cases, training = truth.values("identified_cases"), truth.values("training_coverage")
    for code, row in found.items():
        assert row["municipality"] == truth.places()[code]["name_nom"]
        assert row["need_numerator"] == str(cases[code]["numerator"])
        assert row["gap_numerator"] == str(training[code]["numerator"])
        if code in seen:
            words = verbs.plain(seen[code])
            assert f"{row['need_numerator']} no {row['need_denominator']}" in words
            assert f"{row['gap_numerator']} no {row['gap_denominator']}" in words
    assert [found[code]["group"] for code in found] == ["1", "2", ""]

    page.get_by_role("link", name="Rādīt visas grupas").click()
    expect(rows(page)).to_have_count(10)
    expect(box(page, "Bauskas novads")).to_be_checked()
    expect(box(page, "Tukuma novads")).to_be_checked()
    expect(list_link(page)).to_have_text("Saraksts (3)")


def test_ticks_stand_in_the_link_and_are_taken_back(page: Page) -> None:
    verbs.open_page(page, "/priorities")
    tick(page, "Bauskas novads")
    tick(page, "Strenču novads")
    box(page, "Bauskas novads").click()
    expect(box(page, "Bauskas novads")).not_to_be_checked()
    expect(list_link(page)).to_have_text("Saraksts (1)")
    assert parse_qs(urlsplit(page.url).query) == {"picked": ["LV-096"]}
    page.reload()
    expect(box(page, "Strenču novads")).to_be_checked()
    page.get_by_role("link", name="Noņemt atzīmes").click()
    expect(box(page, "Strenču novads")).not_to_be_checked()
    page.go_back()
    expect(box(page, "Strenču novads")).to_be_checked()


def test_two_quick_ticks_are_both_kept(page: Page) -> None:
    verbs.open_page(page, "/priorities")
    page.evaluate(
        "() => [...document.querySelectorAll('[data-pick]')].slice(0, 3).forEach((b) => b.click())"
    )
    expect(list_link(page)).to_have_text("Saraksts (3)")


def test_a_checkbox_answers_the_space_key_and_keeps_the_focus(page: Page) -> None:
    verbs.open_page(page, "/priorities")
    box(page, "Strenču novads").focus()
    page.keyboard.press("Space")
    expect(list_link(page)).to_have_text("Saraksts (1)")
    expect(box(page, "Strenču novads")).to_be_checked()
    expect(box(page, "Strenču novads")).to_be_focused()


def test_without_a_tick_the_file_is_what_is_listed(page: Page) -> None:
    verbs.open_page(page, "/priorities?planning_region=Zemgales")
    expect(list_link(page)).to_have_text("Saraksts")
    rows_of_file = downloaded(page)
    assert {row["planning_region"] for row in rows_of_file} == {"Zemgales"}
    assert {row["group"] for row in rows_of_file} == {"1", "2", "3"}
    page.get_by_role("link", name=re.compile("^Rādīt: Gadījumi nav")).click()
    expect(rows(page)).to_have_count(len(rows_of_file))
    assert codes(page) == [row["municipality_code"] for row in rows_of_file]


def test_need_gap_region_and_boundaries_change_the_page_and_back_undoes_them(page: Page) -> None:
    verbs.open_page(page, "/priorities?picked=LV-016")
    page.get_by_label("Trūkums").select_option("materials_availability")
    expect(page.locator(".priority-lead")).to_contain_text("zināms tikai kopskaits")
    expect(rows(page)).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_have_text("Kur vispirms vajadzīgi materiāli")
    expect(list_link(page)).to_have_text("Saraksts (1)")
    page.go_back()
    expect(rows(page)).to_have_count(10)
    expect(page.get_by_label("Trūkums")).to_have_value("training_coverage")

    page.get_by_label("Reģions").select_option(label="Latgales")
    expect(page.locator(".priority-lead")).to_contain_text("Nav nevienas pašvaldības")
    page.go_back()
    expect(page.get_by_label("Reģions")).to_have_value("")

    page.get_by_role("link", name="2021", exact=True).click()
    expect(page.get_by_role("note")).to_contain_text("2021. gada robežas.")
    expect(page.locator(".priority-lead")).to_contain_text("Vienā novadā")
    assert "picked" not in page.url


def test_every_square_is_a_municipality_and_the_counts_are_theirs(page: Page) -> None:
    verbs.open_page(page, "/priorities")
    dots = [one.get_attribute("data-dot") for one in page.locator("[data-dot]").all()]
    assert (len(dots), len(set(dots))) == (119, 119)
    counts = [int(text) for text in page.locator(".cross-count").all_inner_texts()]
    assert (counts, sum(counts)) == ([2, 9, 11, 32, 28, 32, 4, 1], 119)
    heads = page.get_by_role("rowheader")
    expect(heads.filter(has_text="gadījumi nav norādīti").last).to_be_visible()


def test_the_other_language_keeps_the_list(page: Page) -> None:
    verbs.open_page(page, "/priorities")
    tick(page, "Bauskas novads")
    cell(page, 2, "gadījumi norādīti; apmācība – nevienā iestādē").click()
    expect(rows(page)).to_have_count(2)
    page.get_by_role("link", name="EN", exact=True).click()
    page.wait_for_url("**lang=en*")
    expect(page.get_by_role("heading", level=1)).to_have_text("Where to train first")
    expect(page.get_by_role("checkbox", name="Select: Bauskas novads")).to_be_checked()
    expect(rows(page)).to_have_count(2)


def test_pointing_at_the_map_names_the_place(page: Page) -> None:
    verbs.open_page(page, "/priorities")
    page.locator(".priority-map use[data-code=LV-016]").hover()
    expect(page.locator(".priority-pointed")).to_have_text(
        "Bauskas novads: gadījumi norādīti; apmācība – nevienā iestādē"
    )


def test_on_a_phone_nothing_is_wider_than_the_screen_and_all_can_be_hit(phone: Page) -> None:
    verbs.open_page(phone, "/priorities?open=3")
    for width in (390, 320):
        phone.set_viewport_size({"width": width, "height": 844})
        assert phone.evaluate("document.documentElement.scrollWidth") <= width
    for target in phone.locator("[data-pick], .priority-name, [data-list], .cross-link").all():
        place = target.bounding_box()
        assert place
        assert place["height"] >= 43.5
    phone.locator("[data-pick='LV-016']").tap()
    expect(list_link(phone)).to_have_text("Saraksts (1)")
