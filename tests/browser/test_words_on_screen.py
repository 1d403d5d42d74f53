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

LANGUAGES = ("lv", "en")
PAGES = (
    "/",
    "/?municipality=LV-041&indicator=identified_cases",
    "/?municipality=LV-025&indicator=materials_availability&estimates=off&boundary_set=2025",
    "/?institution_type=employment_agency&planning_region=Latgales",
    "/methods",
    "/municipality/LV-041",
    "/municipality/LV-025",
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
    if (!parent.closest('script, style, noscript, option[data-code]')) found.push(data);
  }
  for (const one of document.body.querySelectorAll('*'))
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'data-map-label'])
      if (one.getAttribute(name)) found.push(one.getAttribute(name));
  return [...new Set(found.map((text) => text.trim()).filter(Boolean))];
}"""

# Boxes whose words are wider than themselves, or stick out of a box around that cuts.
CUT = """() => {
  const worded = 'h1, h2, h3, [role=tab], .tab-name, .tab-figure, .legend-column, .legend-title, '
    + '.legend-range, .legend-word, button, .button, .segment-link, .nav-link, th, td, dt, dd, '
    + '.badge, .lens-answer, .dist-tick, .header-survey, .brand-name, select, .footer span';
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


def localised(path: str, lang: str) -> str:
    """An address in a language."""
    return f"{path}{'&' if '?' in path else '?'}lang={lang}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_word_is_a_word_of_the_pages_language(page: Page, lang: str) -> None:
    (other,) = set(LANGUAGES) - {lang}
    foreign = catalogue(other) - catalogue(lang)
    # The other language's own name on its switch.
    # "No" is from in Latvian and an answer in English.
    allowed = {"Latviešu", "English", "No"}
    for path in PAGES:
        verbs.open_page(page, localised(path, lang))
        assert page.locator("html").get_attribute("lang") == lang
        texts = page.evaluate(TEXTS)
        assert len(texts) > 30
        assert [text for text in texts if PROGRAM.search(text)] == [], path
        assert set(texts) & foreign - allowed == set(), path


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [1440, 1920])
def test_nothing_is_cut_off_on_a_desk(page: Page, lang: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900 if width < 1900 else 1080})
    for path in PAGES:
        verbs.open_page(page, localised(path, lang))
        assert page.evaluate(CUT) == [], path


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_cut_off_on_a_phone(phone: Page, lang: str) -> None:
    for path in PAGES:
        verbs.open_page(phone, localised(path, lang))
        assert phone.evaluate(CUT) == [], path
