"""The researcher: filters the table, reads every row with its source, takes the same rows away."""

import re
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from dashboard.i18n.order import latvian_key
from tests.browser import verbs
from tests.browser.conftest import Watch
from tests.browser.test_keyboard_and_phone import TARGETS
from tests.browser.test_researcher_exports import downloaded, number, rows_of
from tests.browser.test_when_something_fails import held
from tests.browser.truth import Row

FOCUSED = "document.activeElement.dataset.keep"
# The rows that stand in the page, cell by cell, as they are read.
ROWS = """() => [...document.querySelectorAll('.data-table tbody tr')].map((row) =>
  [...row.cells].map((cell) => cell.innerText.trim()))"""

ROWS_OF_SERVER = "**/table/rows.json*"
# Words of cells without the mark, the squares or the note beside them.
WHOLE = """(cells) => cells.map((one) =>
  (one.querySelector('a, .more-short, span:not([aria-hidden])') ?? one).textContent)"""


def open_table(page: Page, query: str = "") -> None:
    """Open the table and wait for its rows."""
    page.goto(f"/table?{query}" if query else "/table")
    expect(body(page).first).to_be_visible()


def body(page: Page) -> Locator:
    """The rows that stand in the page."""
    return page.locator(".data-table tbody tr")


def count(page: Page) -> Locator:
    """How many rows there are."""
    return page.locator(".table-count")


def value(page: Page, facet: str, text: str) -> Locator:
    """A value of a facet."""
    name = re.compile(rf"^{text} \d+ rind")
    return page.get_by_role("group", name=facet, exact=True).get_by_role("checkbox", name=name)


def choose(page: Page, facet: str, text: str) -> None:
    """Add a value of a facet, or take it away."""
    box = value(page, facet, text)
    before = box.get_attribute("aria-checked")
    box.click()
    expect(box).to_have_attribute("aria-checked", "false" if before == "true" else "true")


def all_rows(page: Page) -> list[list[str]]:
    """The cells of all rows, page by page; the first are drawn a moment after their number."""
    total = int(re.sub(r"\D", "", count(page).inner_text()))
    expect(body(page)).to_have_count(min(total, 100))
    found: list[list[str]] = page.evaluate(ROWS)
    following = page.get_by_role("button", name="Nākamās rindas")
    while following.is_visible() and following.get_attribute("aria-disabled") == "false":
        following.click()
        expect(page.locator(".pager-shown")).to_contain_text(f"{len(found) + 1}.–")
        found += page.evaluate(ROWS)
    return found


def file(page: Page, name: str, dialect: str) -> list[Row]:
    """The rows of the file behind a button of the bar."""
    return rows_of(downloaded(page, page.get_by_role("link", name=name)), dialect)


def numbers(cells: list[str]) -> list[float | None]:
    """Numbers as they are printed, None for an empty cell."""
    return [number(one.replace(",", ".")) for one in cells]


def rounded(row: Row, names: tuple[str, ...]) -> list[float | None]:
    """The numbers of a file's row, rounded as the table prints them; half goes up."""
    found = [number(row[name]) for name in names]
    return [None if one is None else round(one + 1e-9, 2) for one in found]


def test_training_in_zemgale_is_counted_shown_and_taken_away(page: Page) -> None:
    verbs.open_map(page)
    page.get_by_role("link", name="Tabula").click()
    expect(count(page)).to_have_text("1880 rindu")
    choose(page, "Rādītājs", "Apmācība")
    choose(page, "Plānošanas reģions", "Zemgales")
    # 22 municipalities and the region itself, for courts, for services and for both.
    expect(count(page)).to_have_text("69 rindas")
    expect(page.get_by_role("heading", name="Lejupielādēt šīs 69 rindas")).to_be_visible()
    rows = all_rows(page)
    assert len(rows) == 69
    for name, dialect in (("CSV programmai Excel", "excel"), ("CSV analīzei", "analysis")):
        lines = file(page, name, dialect)
        assert len(lines) == 69
        assert {line["planning_region"] for line in lines} == {"Zemgales"}
        for cells, line in zip(rows, lines, strict=True):
            assert cells[0] == line["municipality_code"]
            assert cells[1] == (line["municipality"] or "Zemgales plānošanas reģions")
            shares = rounded(line, ("numerator", "denominator", "value", "lower", "upper"))
            assert numbers(cells[4:9]) == shares
            assert cells[10] == line["source"]


def test_all_rows_can_be_paged_through_and_sorted(page: Page) -> None:
    open_table(page, "indicator=materials_availability&indicator=training_coverage")
    rows = all_rows(page)
    lines = file(page, "CSV analīzei", "analysis")
    assert [row[0] for row in rows] == [line["municipality_code"] for line in lines]
    assert count(page).inner_text() == verbs.plain(f"{len(lines)} rindas")
    page.get_by_role("columnheader", name="Vērtība").get_by_role("button").click()
    expect(page.locator(".pager-shown")).to_have_text(f"1.–100. no {len(lines)}")
    ordered = all_rows(page)
    assert sorted(ordered) == sorted(rows)
    known = [row for row in ordered if row[9].startswith(("Nosaukts", "Izsecināts"))]
    assert ordered[: len(known)] == known  # neither an estimate nor silence stands among them
    values = [number(row[6]) for row in known]
    assert values == sorted(values, key=lambda one: one or 0)
    assert values[0] == 0
    assert values[-1] == 1


def test_names_stand_in_the_order_of_the_latvian_alphabet(page: Page) -> None:
    open_table(page, "indicator=training_coverage&institution_type=all")
    page.get_by_role("columnheader", name="Pašvaldība").get_by_role("button").click()
    expect(page.locator("[aria-sort=ascending]")).to_have_text("Pašvaldība")
    names = [row[1] for row in all_rows(page)]
    assert names == sorted(names, key=latvian_key)
    assert names.index("Auces novads") < names.index("Ādažu novads") < names.index("Babītes novads")
    assert names.index("Ķeguma novads") > names.index("Kuldīgas novads")


@pytest.mark.parametrize("lang", ["lv", "en"])
@pytest.mark.parametrize(
    ("query", "column"),
    [
        ("indicator=training_coverage", "municipality"),
        ("planning_region=Zemgales", "source"),
        ("rows=answers&planning_region=Latgales", "institution"),
        ("rows=answers&planning_region=Latgales", "question"),
        ("rows=answers&planning_region=Zemgales&question=training", "answer"),
    ],
)
def test_words_stand_in_the_order_that_browsers_have(
    page: Page, lang: str, query: str, column: str
) -> None:
    # The server sorts: by the same alphabet as the browser, which sorts the other tables.
    open_table(page, f"{query}&sort={column}&lang={lang}")
    words = page.locator(f".cell-{column}").evaluate_all(WHOLE)
    assert len(set(words)) > 1
    assert words == page.evaluate(
        "([words, lang]) => words.toSorted(new Intl.Collator(lang).compare)", [words, lang]
    )


def test_a_head_keeps_the_keyboard_and_the_last_wish_counts(page: Page) -> None:
    open_table(page, "indicator=training_coverage")
    waiting = held(page, f"{ROWS_OF_SERVER}sort=value*")
    fading = page.locator(".table-scroll.is-loading")
    value_head = page.get_by_role("columnheader", name="Vērtība").get_by_role("button")
    value_head.press("Enter")
    expect(fading).to_have_count(1)
    page.get_by_role("columnheader", name="Kods").get_by_role("button").press("Enter")
    expect(page.locator("[aria-sort]")).to_have_text("Kods")
    for route in waiting:
        route.continue_()
    expect(fading).to_have_count(0)
    expect(page.locator("[aria-sort]")).to_have_text("Kods")
    assert urlsplit(page.url).query.endswith("sort=code")
    assert page.evaluate("document.activeElement.textContent") == "Kods"


def test_rows_of_newer_data_come_with_a_page_of_theirs(page: Page) -> None:
    open_table(page, "indicator=training_coverage")

    def newer(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, json=answer.json() | {"edition": "of tomorrow"})

    page.route(ROWS_OF_SERVER, newer)
    page.evaluate("document.querySelector('.table-page').dataset.old = ''")
    page.get_by_role("columnheader", name="Vērtība").get_by_role("button").click()
    expect(page.locator("[aria-sort=ascending]")).to_have_text("Vērtība")
    assert page.locator("[data-old]").count() == 0  # all of it is drawn anew
    assert urlsplit(page.url).query.endswith("sort=value")


def test_a_lost_server_leaves_the_rows_as_they_are(page: Page, watch: Watch) -> None:
    open_table(page, "indicator=training_coverage")
    seen, address = page.evaluate(ROWS), page.url
    page.route(ROWS_OF_SERVER, lambda route: route.abort("connectionrefused"))
    page.get_by_role("button", name="Nākamās rindas").click()
    strip = page.get_by_role("alert")
    expect(strip).to_contain_text("Serveris neatbild.")
    assert (page.evaluate(ROWS), page.url) == (seen, address)
    page.unroute(ROWS_OF_SERVER)
    page.get_by_role("button", name="Nākamās rindas").click()
    expect(page.locator(".pager-shown")).to_contain_text("101.–200.")
    expect(strip).to_be_hidden()
    watch.complaints.clear()


def test_a_phone_turns_pages_of_what_it_has_and_asks_for_the_rest(phone: Page) -> None:
    asked: list[str] = []
    phone.on("request", lambda one: asked.append(one.url) if "rows.json" in one.url else None)
    phone.goto("/table?indicator=training_coverage")
    shown, following = phone.locator(".pager-shown"), phone.get_by_role("button", name="Nākamās")
    for first in (21, 41, 61, 81):
        following.click()
        expect(shown).to_contain_text(f"{first}.–{first + 19}.")
    assert asked == []
    following.click()
    expect(shown).to_contain_text("101.–120.")
    assert len(asked) == 1
    expect(body(phone).first.locator(".cell-code")).to_have_text("LV-101")


def test_a_filter_keeps_the_keyboard_where_it_is_and_back_undoes_it(page: Page) -> None:
    open_table(page)
    value(page, "Pamatojums", "Aplēsts").focus()
    page.keyboard.press("Space")
    expect(value(page, "Pamatojums", "Aplēsts")).to_have_attribute("aria-checked", "true")
    expect(page.locator(".cell-evidence .mark-estimated").first).to_be_visible()
    assert page.locator(".cell-evidence .mark:not(.mark-estimated)").count() == 0
    page.wait_for_function(f"() => {FOCUSED} === 'evidence estimated'")
    page.keyboard.press("Space")
    expect(count(page)).to_have_text("1880 rindu")
    page.wait_for_function(f"() => {FOCUSED} === 'evidence estimated'")
    page.go_back()
    expect(value(page, "Pamatojums", "Aplēsts")).to_have_attribute("aria-checked", "true")


def test_chips_take_filters_away_one_by_one_and_all_at_once(page: Page) -> None:
    query = "indicator=training_coverage&institution_type=all&planning_region=Zemgales"
    open_table(page, f"{query}&municipality=LV-041&evidence=derived")
    chips = page.locator(".chip")
    assert chips.all_inner_texts() == [
        "Apmācība",
        "Visas iestādes",
        "Zemgales plānošanas reģions",
        "Izsecināts",
        "Jelgavas novads",
    ]
    page.get_by_role("link", name="Izsecināts: noņemt filtru").click()
    expect(count(page)).to_have_text("1 rinda")
    expect(page.get_by_role("heading", name="Lejupielādēt šo 1 rindu")).to_be_visible()
    page.get_by_role("link", name="Notīrīt filtrus").click()
    expect(chips).to_have_count(0)
    assert urlsplit(page.url).query == ""


def test_nothing_left_says_so_and_leads_out(page: Page) -> None:
    page.goto("/table?planning_region=Zemgales&evidence=suppressed")
    note = page.get_by_role("note")
    expect(note).to_contain_text("Neviena pašvaldība neatbilst.")
    expect(note).to_contain_text("Zemgales plānošanas reģionā šiem filtriem neatbilst")
    assert page.get_by_role("link", name="CSV").count() == 0
    note.get_by_role("link", name="Notīrīt filtrus").click()
    expect(count(page)).to_have_text("1880 rindu")


def test_a_link_is_read_as_far_as_it_can_be(page: Page) -> None:
    query = "indicator=ngo_awareness&boundary_set=2021&planning_region=Zemgales&evidence=guessed"
    open_table(page, query)
    expect(page.get_by_role("note")).to_contain_text("nezināma vērtība „guessed” (evidence)")
    places = page.locator("th.cell-municipality a")
    expect(places.first).to_have_attribute("href", re.compile("boundary_set=2021"))
    boundaries = page.get_by_role("group", name="Robežas")
    expect(boundaries.locator("[aria-current]")).to_have_text("2021")
    boundaries.get_by_role("link", name="2009").click()
    expect(count(page)).to_have_text("69 rindas")
    language = page.get_by_role("link", name="EN", exact=True)
    expect(language).to_have_attribute("href", re.compile("Zemgales.*ngo_awareness&lang=en"))


def test_an_answer_leads_to_its_source_and_to_its_place(page: Page) -> None:
    open_table(page, "municipality=LV-041&indicator=training_coverage")
    page.get_by_role("link", name="Iestāžu atbildes").click()
    expect(page.get_by_role("columnheader", name="Jautājums")).to_be_visible()
    choose(page, "Jautājums", "Vai vismaz viens darbinieks ieguvis zināšanas.*")
    court = body(page).filter(has=page.get_by_role("rowheader", name="bāriņtiesa"))
    expect(court).to_have_count(1)
    expect(court.locator(".cell-answer")).to_have_text("nav, bet plānota")
    quote = page.locator(".more-quote")
    source = court.get_by_role("button", name="35. un 37. zemsvītras piezīme")
    source.press("Enter")
    expect(source).to_have_attribute("aria-expanded", "true")
    expect(quote).to_be_visible()
    lines = file(page, "CSV analīzei", "analysis")
    assert quote.inner_text() in {line["quote"] for line in lines}
    source.press("Enter")
    expect(quote).to_have_count(0)
    court.get_by_role("link", name="Jelgavas novads").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Jelgavas novads")


@pytest.mark.parametrize("lang", ["lv", "en"])
def test_the_citation_names_study_version_and_address(page: Page, lang: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_table(page, f"planning_region=Zemgales&indicator=training_coverage&lang={lang}")
    page.locator(".copy-button").click()
    expect(page.locator("#said")).not_to_be_empty()
    copied = page.evaluate("navigator.clipboard.readText()")
    address = page.url.replace("&lang=lv", "")  # the default is not said
    assert copied.endswith(f" {address}")
    for part in ("Rīga: Tiesībsarga birojs, 2017.", "2016-1", "2009", "Rīcības karte"):
        assert part in copied
    assert ("Apmācība" in copied) == (lang == "lv")


def test_the_bar_stays_in_sight_and_the_head_above_its_rows(page: Page) -> None:
    open_table(page)
    region = page.locator(".table-scroll")
    region.evaluate("one => { one.scrollTop = 1000; }")
    expect(page.get_by_role("link", name="CSV programmai Excel")).to_be_in_viewport()
    expect(page.get_by_role("columnheader", name="Kods")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    head: Any = page.locator("thead th").first
    assert head.evaluate("one => getComputedStyle(one).borderBottomWidth") == "2px"
    heights = body(page).evaluate_all("all => all.map((one) => one.offsetHeight)")
    assert min(heights) >= 31


def test_a_phone_has_a_card_a_row_and_filters_behind_a_button(phone: Page) -> None:
    phone.goto("/table?indicator=training_coverage")
    expect(body(phone)).to_have_count(20)
    assert value(phone, "Plānošanas reģions", "Zemgales").is_hidden()
    phone.get_by_role("button", name="Filtri").tap()
    choose(phone, "Plānošanas reģions", "Zemgales")
    expect(count(phone)).to_have_text("69 rindas")
    expect(value(phone, "Plānošanas reģions", "Latgales")).to_be_visible()  # still open
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    small = [one for one in phone.evaluate(TARGETS) if min(one[1:]) < 43.5]
    assert small == []
    card = body(phone).filter(has_text="LV-041").first
    expect(card.get_by_role("link", name="Jelgavas novads")).to_be_visible()
    labels = card.locator(".cell-numerator").evaluate(
        "one => getComputedStyle(one, '::before').content"
    )
    assert "Skaitītājs" in labels


def test_a_profiles_boundaries_lead_to_its_other_address(page: Page) -> None:
    page.goto("/municipality/LV-041")
    page.get_by_role("group", name="Robežas").get_by_role("link", name="2021").click()
    page.wait_for_url("**/municipality/LV-041?boundary_set=2021")
    boundaries = page.get_by_role("group", name="Robežas")
    expect(boundaries.locator("[aria-current]")).to_have_text("2021")


def test_order_and_place_are_in_the_address_and_come_back_with_it(page: Page) -> None:
    open_table(page, "indicator=training_coverage&indicator=identified_cases")
    page.get_by_role("columnheader", name="Vērtība").get_by_role("button").click()
    page.wait_for_url("**sort=value*")
    page.get_by_role("button", name="Nākamās rindas").click()
    page.wait_for_url("**row=101*")
    seen, address = page.evaluate(ROWS), page.url
    cited = page.locator("#citation a")
    expect(cited).to_have_text(address)
    language = page.get_by_role("link", name="EN", exact=True)
    expect(language).to_have_attribute("href", re.compile("row=101.*lang=en"))
    page.goto("/methods")
    open_table(page, urlsplit(address).query)
    expect(page.locator(".pager-shown")).to_contain_text("101.–200.")
    assert page.evaluate(ROWS) == seen
    page.get_by_role("columnheader", name="Vērtība").get_by_role("button").click()
    page.wait_for_url("**sort=-value*")
    expect(page.locator("[aria-sort=descending]")).to_have_text("Vērtība")
    page.go_back()
    expect(page.locator("[aria-sort=ascending]")).to_have_text("Vērtība")
    assert page.evaluate(ROWS) == seen
    choose(page, "Plānošanas reģions", "Zemgales")  # keeps the order, from the first row on
    assert urlsplit(page.url).query.endswith("&sort=value")
    expect(page.locator(".pager-shown")).to_contain_text("1.–100.")


def test_an_order_that_there_is_not_is_told(page: Page) -> None:
    open_table(page, "sort=rank&row=99999")
    notes = page.get_by_role("note")
    expect(notes.first).to_contain_text("nezināma vērtība „rank” (sort)")
    expect(notes.nth(1)).to_contain_text("nezināma vērtība „99999” (row)")
    expect(page.locator(".pager-shown")).to_contain_text("1.–100.")


def test_a_value_leads_to_the_words_behind_it(page: Page) -> None:
    open_table(page, "municipality=LV-041&indicator=training_coverage&institution_type=all")
    page.locator(".more").click()
    page.get_by_role("link", name="Rādīt pētījuma vārdus").click()
    page.wait_for_url("**/table?rows=answers&*municipality=LV-041*quotes=on")
    expect(page.locator(".more-quote").first).to_be_visible()
    assert page.locator(".more-quote").count() == body(page).count() / 2
    page.get_by_role("link", name="Slēpt citātus").click()
    expect(page.locator(".more-quote")).to_have_count(0)


def test_a_phone_chooses_the_order_from_a_list(phone: Page) -> None:
    phone.goto("/table?indicator=training_coverage&institution_type=all")
    select = phone.get_by_label("Kārtot pēc")
    select.select_option(label="Vērtība, dilstoši")
    phone.wait_for_url("**sort=-value*")
    first = body(phone).first.locator(".cell-value")
    expect(first).to_have_text("1,00")
    phone.reload()
    expect(first).to_have_text("1,00")
    expect(select).to_have_value("-value")


def test_a_suspicion_is_drawn_in_the_table_as_it_is_on_the_map(page: Page) -> None:
    open_table(page, "indicator=identified_cases&institution_type=all&municipality=LV-043")
    squares = body(page).locator(".squares > *")  # Kandavas novads: one case, one suspicion
    expect(squares).to_have_count(2)
    drawn = squares.evaluate_all("(all) => all.map((one) => one.className)")
    assert drawn == ["square square-yes", "square square-suspicion"]
