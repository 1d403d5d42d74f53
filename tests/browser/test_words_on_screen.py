"""Words: all in the page's own language, none a program's, none cut off."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

import dashboard.i18n
from tests.browser import verbs
from tests.browser.conftest import Watch

LANGUAGES = ("lv", "en")
WIDTHS = (1440, 1920, 390)
NOWHERE = "/municipality/LV-003?boundary_set=2021"  # its profile is in other boundaries
PAGES = (
    "/",
    "/?municipality=LV-041&indicator=identified_cases",
    "/?municipality=LV-025&indicator=materials_availability&estimates=off&boundary_set=2025",
    "/?view=list&municipality=LV-041&planning_region=Zemgales",
    "/?institution_type=employment_agency&planning_region=Latgales",
    "/table",
    "/table?rows=answers&evidence=named",
    "/compare?municipality=LV-025",
    "/compare?mode=municipalities&municipality=LV-041&with=LV-025",
    "/compare?mode=boundaries&municipality=LV-001&indicator=ngo_awareness",
    "/compare?mode=regions&boundary_set=2025",
    "/compare?mode=regions&institution_type=orphans_court&estimates=off",
    "/priorities?picked=LV-016&open=3",
    "/priorities?need=training_coverage&gap=ngo_awareness&cell=all-estimated&estimates=off",
    "/methods",
    "/study",
    "/study?theme=good_practice",
    "/municipality/LV-041",
    "/municipality/LV-025",
    "/municipality/LV-003",
    "/municipality/LV-112?boundary_set=2021",
    NOWHERE,
    "/present?municipality=LV-025&slide=municipality",
    "/present?slide=region&indicator=materials_availability&estimates=off&boundary_set=2021",
)
PROGRAM = re.compile(
    r"[{}]|\bNone\b(?! of )|\bnan\b|\bNaN\b|\bundefined\b|\bnull\b|\[object|\bTrue\b|\bFalse\b"
    r"|^[a-z]+(_[a-z0-9]+)*(\.[a-z0-9_]+)+$"  # a key of the catalogue
    r"|\b[a-z]+(_[a-z0-9]+)+\b"  # a code of the database
)

# All that is read out or read: texts, names, titles, placeholders.
TEXTS = """() => {
  const found = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement: parent, data } = walker.currentNode;
    if (!parent.closest('script, style, noscript, code, option[data-code]')) found.push(data);
  }
  for (const one of document.body.querySelectorAll('*'))
    for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
      if (one.getAttribute(name)) found.push(one.getAttribute(name));
  return [...new Set(found.map((text) => text.trim()).filter(Boolean))];
}"""

# Boxes whose words are wider than themselves, or stick out of a box around that cuts.
CUT = """() => {
  const worded = 'h1, h2, h3, [role=tab], .tab-name, .tab-figure, .legend-column, .legend-title, '
    + '.legend-range, .legend-word, button, .button, .segment-link, .nav-link, th, td, dt, dd, '
    + '.badge, .lens-answer, .report, .map-list a, .dist-tick, .header-survey, .brand-name, '
    + 'select, .footer span';
  const cutting = '.indicator-tab, .legend-column, .segment, .button, td, th';
  function sticksOut(one) {
    const around = one.closest(cutting);
    if (!around || getComputedStyle(around).overflow === 'visible') return false;
    const [inner, outer] = [one.getBoundingClientRect(), around.getBoundingClientRect()];
    return inner.right > outer.right + 1 || inner.bottom > outer.bottom + 1;
  }
  const forEarsOnly = (one) => Boolean(one) && (
    (one.clientWidth <= 1 && getComputedStyle(one).overflow !== 'visible')
    || forEarsOnly(one.parentElement));
  return [...document.querySelectorAll(worded)]
    .filter((one) => one.checkVisibility() && !forEarsOnly(one))
    .filter((one) => one.scrollWidth > one.clientWidth + 1 || sticksOut(one))
    .map((one) => `${one.tagName}.${one.className}: ${one.textContent}`.slice(0, 90));
}"""


def catalogue(lang: str) -> set[str]:
    """The finished words of a language: those without a placeholder."""

    def flat(node: Any) -> Iterator[str]:
        for value in node.values():
            yield from flat(value) if isinstance(value, dict) else [value]

    folder = Path(dashboard.i18n.__file__).parent
    words = tomllib.loads((folder / f"{lang}.toml").read_text("utf-8"))
    return {text for text in flat(words) if "{" not in text}


def foreign_to(lang: str) -> set[str]:
    """The finished words that only the other language has, whatever their capitals."""
    (other,) = set(LANGUAGES) - {lang}
    own = {text.casefold() for text in catalogue(lang)}
    return {text for text in catalogue(other) if text.casefold() not in own}


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_are_of_the_pages_language_and_none_is_cut_off(
    page: Page, watch: Watch, lang: str, path: str
) -> None:
    verbs.open_page(page, f"{path}{'&' if '?' in path else '?'}lang={lang}")
    assert page.locator("html").get_attribute("lang") == lang
    texts = page.evaluate(TEXTS)
    assert len(texts) > 30
    assert [text for text in texts if PROGRAM.search(text)] == []
    assert set(texts) & foreign_to(lang) == set()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(CUT) == [], width
    if path == NOWHERE:
        watch.forgive_nowhere()
