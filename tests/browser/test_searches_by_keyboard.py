"""Search as a combobox: for a keyboard, a screen reader, a mouse and a finger."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser import verbs

JELGAVA = "LV-041"


def field(page: Page) -> Locator:
    """The search field."""
    return page.get_by_role("combobox", name="Meklēt pašvaldību vai iestādi")


def options(page: Page) -> Locator:
    """What the open list offers."""
    return page.get_by_role("listbox", name="Meklēt pašvaldību vai iestādi").get_by_role("option")


def active(page: Page) -> str | None:
    """The text of the option that a screen reader stands on."""
    text: str | None = page.evaluate(
        "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))"
        "?.querySelector('.option-name').textContent ?? null"
    )
    return text


def test_the_list_opens_counts_and_is_walked_by_arrows(page: Page) -> None:
    verbs.open_map(page)
    search = field(page)
    expect(search).to_have_attribute("aria-expanded", "false")
    search.press_sequentially("jekabpils ba")
    expect(search).to_have_attribute("aria-expanded", "true")
    expect(options(page)).to_have_count(2)
    expect(page.locator(".search-count")).to_have_text("2 atbilstības")
    assert active(page) is None
    for name in ("novada", "pilsētas", "novada"):
        search.press("ArrowDown")
        assert active(page) == f"Jēkabpils {name} bāriņtiesa"
        expect(page.locator(".search-options [aria-selected=true]")).to_have_count(1)
    search.press("ArrowUp")
    assert active(page) == "Jēkabpils pilsētas bāriņtiesa"
    search.press("Enter")
    page.wait_for_url("**municipality=LV-JKB*")
    expect(verbs.panel(page).get_by_role("heading", level=2)).to_have_text("Jēkabpils")
    expect(search).to_have_value("Jēkabpils pilsētas bāriņtiesa")
    expect(search).to_have_attribute("aria-expanded", "false")
    expect(page.locator("#said")).to_have_text("Jēkabpils pilsētas bāriņtiesa: Jēkabpils")
    expect(search).to_be_focused()


def test_names_that_begin_so_come_first(page: Page) -> None:
    verbs.open_map(page)
    field(page).fill("jelg")
    names = options(page).locator(".option-name").all_inner_texts()
    assert set(names[:2]) == {"Jelgava", "Jelgavas novads"}
    assert "Jaunjelgavas novads" in names
    assert names.index("Jaunjelgavas novads") > names.index("Jelgavas novada bāriņtiesa")


def test_escape_closes_the_list_then_empties_the_field(page: Page) -> None:
    verbs.open_map(page, f"municipality={JELGAVA}")
    search = field(page)
    search.fill("bausk")
    expect(options(page).first).to_be_visible()
    search.press("Escape")
    expect(options(page)).to_have_count(0)
    expect(search).to_have_value("bausk")
    search.press("Escape")
    expect(search).to_have_value("")
    assert f"municipality={JELGAVA}" in page.url


def test_enter_takes_what_can_only_be_meant_and_else_asks_on(page: Page) -> None:
    verbs.open_map(page)
    verbs.find(page, "jekab")  # Jēkabpils and Jēkabpils novads
    expect(options(page)).to_have_count(6)
    assert "municipality" not in page.url
    verbs.find(page, "zzz")
    expect(page.locator(".search-count")).to_have_text("Nekas neatbilst „zzz”.")
    expect(field(page)).to_have_attribute("aria-expanded", "false")
    verbs.find(page, "Jēkabpils")
    page.wait_for_url("**municipality=LV-JKB*")


def test_an_old_name_leads_to_the_new_unit_and_says_so(page: Page) -> None:
    verbs.open_map(page, "boundary_set=2021")
    field(page).fill("ozolnieku nov")
    first = options(page).first
    expect(first).to_have_text(re.compile("^Ozolnieku novads.*kopš 2021. gada Jelgavas novads$"))
    first.click()
    page.wait_for_url(f"**municipality={JELGAVA}*")
    expect(page.locator("#said")).to_have_text("Ozolnieku novads: kopš 2021. gada Jelgavas novads")


def test_another_choice_empties_the_field(page: Page) -> None:
    verbs.open_map(page)
    verbs.find(page, "Bauskas novads")
    page.wait_for_url("**municipality=LV-016*")
    verbs.click_on(page, JELGAVA)
    expect(field(page)).to_have_value("")


def test_a_finger_opens_the_search_from_the_header(phone: Page) -> None:
    verbs.open_map(phone)
    expect(field(phone)).to_be_hidden()
    button = phone.get_by_role("button", name="Meklēt", exact=True)
    button.tap()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(field(phone)).to_be_focused()
    phone.keyboard.type("naujene")
    options(phone).first.tap()
    phone.wait_for_url("**municipality=LV-025*")
    expect(verbs.panel(phone).get_by_role("heading", level=2)).to_have_text("Daugavpils novads")
    expect(field(phone)).to_be_hidden()
    button.tap()
    phone.keyboard.press("Escape")  # the text
    phone.keyboard.press("Escape")
    expect(field(phone)).to_be_hidden()
    expect(button).to_be_focused()
