"""What people do at the map, and what they see there."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

INDICATORS = {
    "identified_cases": "Atpazīti gadījumi",
    "training_coverage": "Apmācība",
    "materials_availability": "Informatīvie materiāli",
    "ngo_awareness": "NVO atpazīstamība",
}

# The areas of the map in the order of values.codes; empty while there is none.
AREAS = "[...document.querySelectorAll('#page .map-graph .picture-areas > use')]"

# Whether the picture is the one that the address asks for: values, colours, names.
IS_DRAWN = """() => {
  const map = window.dash_clientside?.map;
  if (!map?.current || document.fonts.status !== 'loaded') return false;
  const { state, values, view } = map.current;
  const asked = new URLSearchParams(location.search);
  const usual = {
    indicator: 'training_coverage', institution_type: 'all', estimates: 'on',
    boundary_set: '2009', planning_region: '',
  };
  const follows = Object.entries(usual).every(([name, value]) =>
    (asked.get(name) ?? value) === state[name] || asked.get(name) === 'unknown');
  const areas = AREAS;
  if (!follows || areas.length !== values.codes.length) return false;
  const { classList } = areas[0].parentElement;
  return classList.contains(`paints-${state.indicator}`) && areas.every((area, index) =>
    area.dataset.code === values.codes[index]
    && area.classList.contains(`paint-${view.z[index]}`)
    && area.getAttribute('aria-label') === view.label[index]);
}""".replace("AREAS", AREAS)

# Where the map lies on the screen: left, top, right, bottom.
PLACE = """() => {
  const boxes = AREAS.map((area) => area.getBoundingClientRect());
  const of = (choose, side) => choose(...boxes.map((box) => box[side]));
  const { min, max } = Math;
  return [of(min, 'left'), of(min, 'top'), of(max, 'right'), of(max, 'bottom')];
}""".replace("AREAS", AREAS)

# Where a municipality's label point is on the screen.
POINT = """(code) => {
  const { map } = window.dash_clientside;
  const { codes, points } = map.current.values;
  return map.onScreen(points[codes.indexOf(code)]);
}"""


def open_map(page: Page, query: str = "") -> None:
    """Open the map and wait until it is drawn."""
    page.goto(f"/?{query}" if query else "/")
    drawn(page)


def open_page(page: Page, address: str) -> None:
    """Open any page and wait until it is there to its end."""
    page.goto(address)
    page.locator(".footer, .slide.is-shown").wait_for()


def drawn(page: Page) -> None:
    """Wait until the map shows what the address asks for."""
    page.wait_for_function(IS_DRAWN, polling=40)  # every frame would slow the drawing itself


def choose_indicator(page: Page, indicator: str) -> None:
    """Click an indicator's tab."""
    page.locator(f"[role=tab][data-value={indicator}]").click()
    page.wait_for_url(f"**indicator={indicator}*")
    drawn(page)


def choose(page: Page, parameter: str, value: str) -> None:
    """Click a filter's segment."""
    page.locator(f".segment-link[data-param={parameter}][data-value='{value}']").click()
    page.wait_for_url(f"**{parameter}={value}*")
    drawn(page)


def choose_region(page: Page, region: str) -> None:
    """Choose a planning region by its words."""
    page.locator("select[data-param=planning_region]").select_option(label=region)
    page.wait_for_url("**planning_region=*")
    drawn(page)


def hide_estimates(page: Page) -> None:
    """Press the estimates switch."""
    page.get_by_role("switch").click()
    page.wait_for_url("**estimates=off*")
    drawn(page)


def find(page: Page, text: str) -> None:
    """Type into the search field and press Enter."""
    field = page.get_by_role("combobox", name=re.compile("^Meklēt pašvaldību"))
    field.fill(text)
    field.press("Enter")


def where(page: Page, code: str) -> tuple[float, float]:
    """Where a municipality lies on the screen."""
    x, y = page.evaluate(POINT, code)
    return x, y


def point_at(page: Page, code: str) -> Locator:
    """Move the mouse onto a municipality; gives the tooltip."""
    x, y = where(page, code)
    page.mouse.move(x - 3, y)
    page.mouse.move(x, y)
    tip = page.get_by_role("tooltip")
    expect(tip).to_be_visible()
    return tip


def click_on(page: Page, code: str) -> None:
    """Click a municipality on the map and wait for its panel."""
    page.mouse.click(*where(page, code))
    page.wait_for_url(f"**municipality={code}*")


def plain(text: str) -> str:
    """A text without what only keeps its words together: no-break spaces, word joiners."""
    return text.replace("\u00a0", " ").replace("\u2060", "")


def headline(page: Page) -> Locator:
    """The map's answer."""
    return page.locator("h1")


def panel(page: Page) -> Locator:
    """The panel beside the map."""
    return page.get_by_role("complementary")


def area(page: Page, name: str) -> Locator:
    """A municipality on the map, as a screen reader finds it."""
    return page.locator(f".picture-areas > use[aria-label^='{name}.']")


def areas(page: Page) -> dict[str, dict[str, Any]]:
    """By code what can be seen of each municipality: fill, opacity, label, pressed."""
    script = """() => AREAS.map((area) => {
      const style = getComputedStyle(area);
      return {
        code: area.dataset.code, fill: style.fill, opacity: style.opacity,
        label: area.getAttribute('aria-label'), pressed: area.getAttribute('aria-pressed'),
      };
    })""".replace("AREAS", AREAS)
    return {one["code"]: one for one in page.evaluate(script)}


def legend_counts(page: Page) -> dict[str, int]:
    """The legend's counts by column."""
    counts: dict[str, int] = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll('[data-class]')].map((one) =>
          [one.dataset.class, Number(one.querySelector('.legend-count').textContent)]))"""
    )
    return counts


def picture(page: Page) -> dict[str, Any]:
    """All that can be read and seen of a view, part by part, to compare two pages."""
    page.mouse.move(0, 0)
    expect(page.get_by_role("tooltip")).to_be_hidden()
    seen = {
        f"{code} {part}": seen for code, one in areas(page).items() for part, seen in one.items()
    }
    return seen | {
        "words": page.locator("main").inner_text(),
        "tab": page.locator("[role=tab][aria-selected=true]").inner_text(),
        "chosen": page.locator(".segment-link[aria-current]").all_inner_texts(),
        "region": page.locator("select").input_value(),
        "estimates": page.get_by_role("switch").get_attribute("aria-checked"),
        "legend": legend_counts(page),
        "place": page.evaluate(PLACE),
    }


def differences(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """The parts of two pictures that differ: each as it is in the one and in the other."""
    # A map that was drawn once more may lie a third of a pixel aside.
    close = one["place"] == pytest.approx(other["place"], abs=1)
    return {
        part: (one.get(part), other.get(part))
        for part in one.keys() | other.keys()
        if one.get(part) != other.get(part) and not (part == "place" and close)
    }
