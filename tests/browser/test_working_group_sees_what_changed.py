"""The working group looks at two surveys: it changes between them, and sees what changed.

The newer survey is invented (tests/invented_wave.py). A server of its own serves both.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from dashboard.state import INDICATORS
from etl.write import opened
from tests.browser.conftest import Open, opener
from tests.browser.serving import served
from tests.browser.test_axe import found as violations
from tests.browser.test_ombudsman_compares import DRAWN, middle
from tests.browser.test_presenter_in_the_meeting_room import FAULTS, SMALLEST, TEXTS, drawn

SETTLED = "() => window.dash_clientside?.map?.current"  # the map has its values


@pytest.fixture(scope="module")
def two_waves(two_waves_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the production server with both surveys."""
    with served(two_waves_database, tmp_path_factory.mktemp("two") / "log") as address:
        yield address


@pytest.fixture
def desk_of_two(browser: Browser, two_waves: str) -> Iterator[Open]:
    """A desktop page of the server with both surveys."""
    yield from opener(browser, two_waves)


@pytest.fixture
def phone_of_two(browser: Browser, two_waves: str) -> Iterator[Open]:
    """A phone's page of the server with both surveys."""
    yield from opener(browser, two_waves, phone=True)


def switch(page: Page, wave: str) -> Locator:
    return page.get_by_role("navigation", name="Aptauja").get_by_role("link", name=wave)


def shown(page: Page) -> str:
    parts = urlsplit(page.url)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def changed(
    database: Path, indicator: str = "training_coverage"
) -> dict[str, tuple[str, int | None]]:
    """Code → why it cannot be compared, or "", and the class."""
    with opened(database) as connection:
        rows = connection.execute(
            "select municipality_code, coalesce(reason, ''), class from indicator_change "
            "where indicator = 'training_coverage' and institution_type = 'all' "
            "and municipality_code <> ''"
        ).fetchall()
    return {code: (reason, number) for code, reason, number in rows}


def test_the_map_changes_to_the_older_survey_and_keeps_what_was_chosen_since(
    desk_of_two: Open,
) -> None:
    page = desk_of_two("/")
    page.wait_for_function(SETTLED)
    expect(switch(page, "2026")).to_have_attribute("aria-current", "true")
    expect(page.get_by_role("heading", level=1)).to_contain_text("pašvaldībās no 42")
    page.get_by_role("tab", name="Atpazīti gadījumi").click()
    expect(page).to_have_url(re.compile("indicator=identified_cases"))
    page.locator(".picture-areas > [data-code=LV-041]").click(force=True)
    expect(page).to_have_url(re.compile("municipality=LV-041"))
    switch(page, "2016").click()
    expect(switch(page, "2016")).to_have_attribute("aria-current", "true")
    assert shown(page) == (
        "/?indicator=identified_cases&boundary_set=2025&municipality=LV-041&wave=2016"
    )
    expect(page.locator("#panel, .panel").first).to_contain_text("Jelgavas novads")
    expect(page.locator(".header-survey")).to_contain_text("2016")


def test_boundaries_of_the_older_survey_stay_with_it(desk_of_two: Open) -> None:
    page = desk_of_two("/?wave=2016&municipality=LV-001")
    page.wait_for_function(SETTLED)
    sets = page.locator("a[data-param=boundary_set]")
    expect(sets).to_have_text(["2009", "2021", "2025"])
    sets.nth(1).click()
    expect(page).to_have_url(re.compile("municipality=LV-073"))
    switch(page, "2026").click()
    page.wait_for_url("**/?municipality=LV-073")
    expect(page.locator("a[data-param=boundary_set]")).to_have_text(["2025"])


def test_a_link_copied_from_the_older_survey_opens_it_again(desk_of_two: Open) -> None:
    page = desk_of_two("/priorities?wave=2016")
    link = page.get_by_role("link", name="Bauskas novads").first
    link.click()
    page.wait_for_url("**/municipality/LV-016?wave=2016")
    expect(page.get_by_text("2016. gada aptauja")).to_be_visible()
    for name in ("Karte", "Tabula", "Pētījums", "Metodes"):
        href = page.get_by_role("navigation", name="Lapas").get_by_role("link", name=name)
        expect(href).to_have_attribute("href", re.compile("wave=2016"))


def test_every_class_of_change_is_on_the_map_as_the_database_has_it(
    desk_of_two: Open, two_waves_database: Path
) -> None:
    page = desk_of_two("/compare?mode=change")
    page.wait_for_function(DRAWN)
    fills = page.eval_on_selector_all(
        ".compare-map .picture-areas > use",
        "all => all.map((one) => [one.dataset.code, one.getAttribute('fill')])",
    )
    found = changed(two_waves_database)
    assert {code for code, _ in fills} == set(found)
    for code, fill in fills:
        reason, number = found[code]
        if reason:
            assert ("no-answer" in fill) == reason.startswith("silent")
            assert ("transparent" in fill) != reason.startswith("silent")
        elif number is None:
            assert "change-open" in fill
        elif number == 0:
            assert fill == "#FFFFFF"
        else:
            assert "change-" in fill


def test_pointing_at_a_place_tells_both_counts_and_a_click_tells_each_type(
    desk_of_two: Open,
) -> None:
    page = desk_of_two("/compare?mode=change")
    page.wait_for_function(DRAWN)
    place = page.locator(".compare-map .picture-areas > [data-code=LV-016]")
    page.mouse.move(*middle(place))
    tip = page.get_by_role("tooltip")
    expect(tip).to_contain_text("Bauskas novads")
    expect(tip).to_contain_text("2016: 0 no 4")
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    page.mouse.click(*middle(place))
    expect(page).to_have_url(re.compile("municipality=LV-016"))
    chosen = page.locator(".compare-changes[role=status]")
    expect(chosen).to_contain_text("Bāriņtiesas.")
    expect(chosen).to_contain_text("Sociālie dienesti.")


def test_an_estimate_switched_off_takes_its_changes_along(desk_of_two: Open) -> None:
    page = desk_of_two("/compare?mode=change&indicator=materials_availability")
    page.wait_for_function(DRAWN)
    page.get_by_role("switch", name="Aplēses").click()
    expect(page).to_have_url(re.compile("estimates=off"))
    expect(page.locator(".compare-changes.is-3")).to_contain_text("aplēses ir izslēgtas")


def test_the_same_map_as_a_table_opens_and_sorts_ranges_last(desk_of_two: Open) -> None:
    page = desk_of_two("/compare?mode=change")
    page.locator("summary", has_text="Tie paši dati tabulā").click()
    table = page.locator(".compare-text table")
    expect(table.locator("tbody tr")).to_have_count(42)
    expect(table).to_contain_text("Kādas iestādes atbildes nav 2016. gadā")


def test_the_table_opens_what_stands_behind_a_change(desk_of_two: Open) -> None:
    page = desk_of_two("/table?indicator=training_coverage&institution_type=social_service")
    row = page.locator("tr", has_text="Bauskas novads").first
    row.locator(".cell-change button").click()
    opened_row = page.locator(".more-row")
    expect(opened_row).to_contain_text("2016: 0 no 4")


@pytest.mark.parametrize(
    "path",
    [
        "/?wave=2016",
        "/compare?mode=change",
        "/compare?mode=change&indicator=materials_availability&municipality=LV-062&lang=en",
        "/municipality/LV-062",
        "/table?indicator=training_coverage",
        "/study",
        "/methods",
    ],
)
def test_nothing_is_cut_off_and_nothing_stands_in_the_way(
    desk_of_two: Open, phone_of_two: Open, path: str
) -> None:
    for page in (desk_of_two(path), phone_of_two(path)):
        if "change" in path:
            page.wait_for_function(DRAWN)
        width = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert width <= 0
        assert violations(page) == []


def test_the_switch_is_in_a_phones_menu_and_room_for_a_finger(phone_of_two: Open) -> None:
    page = phone_of_two("/")
    page.get_by_role("button", name="Izvēlne").click()
    box = switch(page, "2016").bounding_box()
    assert box is not None
    assert box["height"] >= 44 - 2
    switch(page, "2016").click()
    page.wait_for_url("**wave=2016**")
    expect(page.get_by_role("heading", level=1)).to_contain_text("no 42")


@pytest.mark.parametrize("lang", ["lv", "en"])
def test_the_slide_of_changes_fits_and_can_be_read_whatever_it_says(
    desk_of_two: Open, lang: str
) -> None:
    """Every indicator and type, the country and a region, with estimates and without."""
    page = desk_of_two("/methods")
    for view in (
        f"indicator={indicator}&institution_type={kind}&lang={lang}{more}"
        for indicator in INDICATORS
        for kind, more in (
            ("all", ""),
            ("orphans_court", "&planning_region=Kurzemes"),
            ("social_service", "&estimates=off"),
        )
    ):
        page.set_viewport_size({"width": 1920, "height": 1080})
        page.goto(f"/present?slide=change&{view}")
        drawn(page)
        sizes = page.evaluate(TEXTS)
        assert [one for one in sizes if one[1] < SMALLEST - 0.01] == [], view
        for width, height in ((1920, 1080), (1024, 768)):
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate(FAULTS) == [], view


def test_the_page_of_changes_leads_to_its_slide_and_to_its_file(desk_of_two: Open) -> None:
    page = desk_of_two("/compare?mode=change&indicator=ngo_awareness")
    page.wait_for_function(DRAWN)
    sentence = page.locator(".compare-sentence").inner_text().replace("\xa0", " ")
    page.get_by_text("Eksportēt", exact=True).click()
    with page.expect_download() as taken:
        page.get_by_role("link", name="Izmaiņas starp aptaujām: CSV analīzei").click()
    text = Path(taken.value.path()).read_text("utf-8")
    assert text.startswith("wave_before,wave,indicator,")
    assert text.count("\n2016,2026,ngo_awareness,all,2025,LV-") == 42
    page.get_by_role("link", name="Prezentēt").click()
    page.wait_for_url("**/present?*slide=change")
    drawn(page)
    heading = page.get_by_role("heading", level=1).inner_text().replace("\xa0", " ")
    assert sentence.startswith(heading)
