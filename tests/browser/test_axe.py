"""Every page in every state passes axe's rules of WCAG 2.0 to 2.2, levels A and AA."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser import verbs
from tests.browser.conftest import Watch

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}
PAGES = {
    "map": "/",
    "selection": "/?municipality=LV-041&indicator=identified_cases",
    "estimates_off": "/?indicator=materials_availability&estimates=off",
    "boundaries_2021": "/?boundary_set=2021&municipality=LV-041&indicator=ngo_awareness",
    "list": "/?view=list&municipality=LV-041&planning_region=Zemgales",
    "table": "/table?planning_region=Zemgales",
    "table_of_answers": "/table?rows=answers&municipality=LV-025",
    "table_without_rows": "/table?evidence=suppressed",
    "compare": "/compare?municipality=LV-041",
    "compare_two": "/compare?mode=municipalities&municipality=LV-041&with=LV-025",
    "compare_nothing": "/compare?mode=municipalities",
    "compare_boundaries": "/compare?mode=boundaries&municipality=LV-001&estimates=off",
    "compare_regions": "/compare?mode=regions",
    "compare_regions_known": "/compare?mode=regions&estimates=off&boundary_set=2021",
    "priorities": "/priorities?picked=LV-016&open=3",
    "priorities_cell": "/priorities?cell=reported-some&planning_region=Zemgales",
    "priorities_estimates": "/priorities?gap=materials_availability&boundary_set=2021",
    "methods": "/methods",
    "study": "/study",
    "study_chosen": "/study?planning_region=Kurzemes",
    "profile": "/municipality/LV-041",
    "several_courts": "/municipality/LV-025",
    "silent": "/municipality/LV-003",
    "many_institutions": "/municipality/LV-112?boundary_set=2021",
    "elsewhere": "/municipality/LV-003?boundary_set=2021",
    "present": "/present?slide=priorities",
    "not_found": "/nowhere",
}


WIDTHS = (1440, 390)


def violations(page: Page, width: int) -> list[str]:
    """What axe finds wrong on a page: rule, element and what it says of it."""
    page.set_viewport_size({"width": width, "height": 900})
    return found(page)


def found(page: Page) -> list[str]:
    """What axe finds wrong on a page as it is."""
    broken = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:120]} {node['any'][0]['message'] if node['any'] else ''}"
        for rule in broken
        for node in rule["nodes"]
    ]


def test_nothing_stands_in_the_way_of_what_opens(page: Page, phone: Page) -> None:
    verbs.open_map(page)
    page.get_by_role("combobox", name="Meklēt").fill("jelg")
    page.keyboard.press("ArrowDown")
    assert found(page) == []
    verbs.open_map(phone, "municipality=LV-041")
    assert found(phone) == []
    phone.locator(".sheet-handle").tap()
    assert found(phone) == []
    phone.get_by_role("button", name="Filtri", exact=True).focus()
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("group", name="Filtri")).to_be_visible()
    assert found(phone) == []


@pytest.mark.parametrize("lang", ["lv", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_stands_in_the_way(page: Page, watch: Watch, name: str, lang: str) -> None:
    address = PAGES[name]
    verbs.open_page(page, f"{address}{'&' if '?' in address else '?'}lang={lang}")
    if address.startswith("/?") or address == "/":
        verbs.drawn(page)
    assert {width: violations(page, width) for width in WIDTHS} == {1440: [], 390: []}
    if name in {"not_found", "elsewhere"}:
        watch.forgive_nowhere()
