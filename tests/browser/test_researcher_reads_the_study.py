"""The researcher: a chapter of the study, its figures, its statements, and where one leads."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import verbs
from tests.browser.truth import Truth

OWN_COLOUR = {"identified_cases": "rgb(146, 78, 120)", "materials_availability": "rgb(150, 88, 7)"}
INK = "rgb(65, 74, 84)"


def open_study(page: Page, query: str = "") -> None:
    """Open the study and wait until its lists are filled."""
    verbs.open_page(page, f"/study?{query}" if query else "/study")
    page.locator(".statement").first.wait_for(state="attached")


def chapter(page: Page, name: str) -> Locator:
    """A chapter by its heading."""
    heading = page.get_by_role("heading", level=2, name=name, exact=True)
    return page.locator(".study > section").filter(has=heading)


def figure(part: Locator, label: str) -> Locator:
    """The line of a printed figure."""
    return part.get_by_role("listitem").filter(has_text=label)


def paint(row: Locator) -> str:
    """The colour of a figure's bar."""
    fill = row.locator(".figure-fill")
    return str(fill.evaluate("(bar) => getComputedStyle(bar).backgroundColor"))


def test_the_contents_lead_to_every_chapter_with_its_figures_and_statements(
    page: Page, truth: Truth
) -> None:
    open_study(page)
    links = page.get_by_role("navigation", name="Saturs").get_by_role("link")
    for name in links.all_inner_texts():
        expect(chapter(page, name)).to_have_count(1)
    assert links.count() == page.locator(".study > section").count() == 11
    statements = truth.edition.rows(
        "statements", {"wave": truth.wave, "boundary_set": "2009", "lang": "lv"}
    )
    expect(page.locator(".statement")).to_have_count(len(statements))


def test_a_chapter_says_its_totals_its_base_and_what_is_not_published(page: Page) -> None:
    open_study(page)
    page.get_by_role("link", name="Klientu informēšana un labā prakse").click()
    clients = chapter(page, "Klientu informēšana un labā prakse")
    expect(clients).to_be_in_viewport()
    materials = figure(clients, "Pieejami bukleti, plakāti vai citi materiāli")
    said = [verbs.plain(text) for text in materials.locator(".figure-text").all_inner_texts()]
    assert said == ["15 % no 126", "aptuveni 35 % no 104"]
    assert paint(materials.first) == OWN_COLOUR["materials_availability"]
    assert paint(figure(clients, "Klientus neizglīto").first) == INK
    expect(clients).to_contain_text(re.compile(r"sociālie dienesti – 1\sno\s104"))
    expect(clients).to_contain_text("Kopskaits nav publicēts: NVA filiāles.")


def test_a_statement_leads_to_the_profile_where_it_stands_with_its_source(page: Page) -> None:
    open_study(page)
    clients = chapter(page, "Klientu informēšana un labā prakse")
    schools = clients.locator(".statement").filter(has_text="trīs skolas")
    clients.get_by_text(re.compile(r"^Rādīt vēl \d+ izteikum")).first.click()
    expect(schools).to_contain_text("86. zemsvītras piezīme")
    schools.get_by_role("link", name="Skrudalienas bāriņtiesa").click()
    page.wait_for_url("**/municipality/LV-025")
    told = page.locator(".place-statements")
    expect(told.get_by_role("heading", level=2)).to_have_text("Ko pētījums stāsta vārdos")
    expect(told.get_by_text("apmeklēja trīs skolas")).to_be_visible()
    expect(told).to_contain_text("86. zemsvītras piezīme")


def test_statements_can_be_chosen_shared_and_let_go(page: Page, truth: Truth) -> None:
    open_study(page)
    total = page.locator(".statement").count()
    kurzeme = {c for c, m in truth.places().items() if m["planning_region"] == "Kurzemes"}
    rows = truth.edition.rows(
        "statements", {"wave": truth.wave, "boundary_set": "2009", "lang": "lv"}
    )
    expected = sum(row["code"] in kurzeme for row in rows)
    page.get_by_label("Reģions").select_option(label="Kurzemes plānošanas reģions")
    page.wait_for_url("**planning_region=Kurzemes*")
    status = page.locator(".study-status")
    expect(status).to_contain_text(re.compile(rf"Izteikumi: {expected}\sno\s{total}"))
    expect(page.locator(".statement")).to_have_count(expected)
    expect(page.locator(".figure-row")).to_have_count(0)
    page.go_back()
    expect(page.locator(".statement")).to_have_count(total)
    expect(page.get_by_label("Reģions")).to_have_value("")
    page.go_forward()
    expect(page.get_by_label("Reģions")).to_have_value("Kurzemes")
    page.get_by_role("link", name="Notīrīt filtrus").click()
    expect(page.locator(".statement")).to_have_count(total)
    expect(page.get_by_label("Reģions")).to_have_value("")


def test_the_study_reads_on_a_narrow_phone_without_sideways_scroll(phone: Page) -> None:
    phone.set_viewport_size({"width": 320, "height": 800})
    open_study(phone)
    for summary in phone.locator("summary").all():
        summary.click()
    assert phone.evaluate("document.documentElement.scrollWidth") == 320


def test_an_english_reader_has_every_word_but_the_quotations_in_english(page: Page) -> None:
    open_study(page, "lang=en")
    cases = chapter(page, "Experience with cases")
    row = figure(cases, "Reported experience with a case").first
    assert verbs.plain(row.locator(".figure-text").inner_text()) == "13 of 126"
    assert paint(row) == OWN_COLOUR["identified_cases"]
    foreign = cases.locator(".statement-quote:not([lang=lv])")
    expect(foreign).to_have_count(0)


def test_an_address_of_a_statement_unfolds_and_marks_it(page: Page) -> None:
    open_study(page)
    last = page.locator("details .statement").last
    number = last.get_attribute("data-statement")
    expect(last).to_be_hidden()
    page.goto(f"/study#statement-{number}")
    page.reload()
    here = page.locator(f"#statement-{number}")
    expect(here).to_be_in_viewport()
    expect(here.locator(".statement-quote")).to_be_visible()
    assert here.evaluate("(one) => one.matches(':target')")


def test_a_sheet_has_every_statement_and_folds_them_again(page: Page) -> None:
    open_study(page)
    folded = page.locator(".study-told details")
    assert folded.count() > 3
    page.evaluate("""() => window.addEventListener('beforeprint', () => {
      window.hiddenOnPaper = [...document.querySelectorAll('.statement')]
        .filter((one) => !one.checkVisibility()).length;
    })""")
    page.pdf()
    assert page.evaluate("window.hiddenOnPaper") == 0
    expect(page.locator(".study-told details[open]")).to_have_count(0)


@pytest.mark.parametrize("lang", ["lv", "en"])
def test_a_source_leads_to_the_words_of_the_study(page: Page, lang: str) -> None:
    page.goto(f"/municipality/LV-041?lang={lang}")
    named = page.locator(".profile-cell:has(.mark-named) .source-link").first
    said = named.inner_text()
    named.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/table?rows=answers&**")
    expect(page.locator(".more-whole").first).to_have_text(said)
    expect(page.locator("q.more-quote").first).to_contain_text("Jelgavas novada")
    page.go_back()
    page.locator(".profile-cell:has(.mark-estimated) .source-link").last.click()
    page.wait_for_url("**/study*#question-support_contact-social_service")
    heading = page.locator(":target")
    expect(heading).to_be_in_viewport()
    expect(page.locator(":target + ul .figure-quote").first).to_be_in_viewport()
