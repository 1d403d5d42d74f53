"""Every page in every state passes axe's rules of WCAG 2.0 to 2.2, levels A and AA."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

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
    "methods": "/methods",
    "profile": "/municipality/LV-041",
    "several_courts": "/municipality/LV-025",
    "present": "/present?slide=priorities",
    "not_found": "/nowhere",
}


WIDTHS = (1440, 390)


def violations(page: Page, width: int) -> list[str]:
    """What axe finds wrong on a page: rule, element and what it says of it."""
    page.set_viewport_size({"width": width, "height": 900})
    found = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:120]} {node['any'][0]['message'] if node['any'] else ''}"
        for rule in found
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("lang", ["lv", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_stands_in_the_way(page: Page, watch: Watch, name: str, lang: str) -> None:
    address = PAGES[name]
    verbs.open_page(page, f"{address}{'&' if '?' in address else '?'}lang={lang}")
    if address.startswith("/?") or address == "/":
        verbs.drawn(page)
    assert {width: violations(page, width) for width in WIDTHS} == {1440: [], 390: []}
    if name == "not_found":
        watch.complaints.clear()
