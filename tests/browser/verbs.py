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

# The areas' paths of the map in the order of values.codes; empty while there is none.
PATHS = """(() => {
  const groups = [...document.querySelectorAll('.choroplethlayer > g.trace')];
  const areas = groups.find((group) => group.__data__?.[0]?.trace.index === 0);
  return [...(areas?.querySelectorAll('path') ?? [])];
})()"""

# Whether the picture is the one that the address asks for: values, colours, names, size.
IS_DRAWN = """() => {
  const map = window.dash_clientside?.map;
  const plot = document.querySelector('.map-graph .js-plotly-plot')?._fullLayout;
  if (!map?.current || !plot?.geo || document.fonts.status !== 'loaded') return false;
  const { state, values, view } = map.current;
  const asked = new URLSearchParams(location.search);
  const usual = {
    indicator: 'training_coverage', institution_type: 'all', estimates: 'on',
    boundary_set: '2009', planning_region: '',
  };
  const follows = Object.entries(usual).every(([name, value]) =>
    (asked.get(name) ?? value) === state[name] || asked.get(name) === 'unknown');
  const box = document.querySelector('.map-box').getBoundingClientRect();
  const fits = Math.abs(plot.geo.lonaxis.range[0] - map.lonRange()[0]) < 0.01
    && Math.abs(plot.width - box.width) < 1 && Math.abs(plot.height - box.height) < 1;
  const part = (hex, at) => parseInt(hex.slice(at, at + 2), 16);
  const rgb = (hex) => `rgb(${[1, 3, 5].map((at) => part(hex, at)).join(', ')})`;
  const scale = values.colorscales[state.indicator];
  const paths = PATHS;
  if (!follows || !fits || paths.length !== values.codes.length) return false;
  const outlines = paths.map((path) => path.getAttribute('d')).join();
  if (outlines !== window.lastOutlines) window.lastChange = performance.now();
  window.lastOutlines = outlines;
  const still = performance.now() - window.lastChange > 60; // Plotly may draw once more
  const painted = paths.every((path, index) =>
    path.getAttribute('fill') === rgb(scale[2 * view.z[index]][1])
    && path.getAttribute('aria-label') === view.label[index]);
  return still && painted;
}""".replace("PATHS", PATHS)

# Where the map lies on the screen: left, top, right, bottom.
PLACE = """() => {
  const boxes = PATHS.map((path) => path.getBoundingClientRect());
  const of = (choose, side) => choose(...boxes.map((box) => box[side]));
  const { min, max } = Math;
  return [of(min, 'left'), of(min, 'top'), of(max, 'right'), of(max, 'bottom')];
}""".replace("PATHS", PATHS)

# Where a municipality's label point is on the screen.
POINT = """(code) => {
  const graph = document.querySelector('.map-graph .js-plotly-plot');
  const { values } = window.dash_clientside.map.current;
  const point = values.points[values.codes.indexOf(code)];
  const [x, y] = graph._fullLayout.geo._subplot.projection(point);
  const box = graph.getBoundingClientRect();
  return [x + box.left, y + box.top];
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
    return page.locator(f".choroplethlocation[aria-label^='{name}.']")


def areas(page: Page) -> dict[str, dict[str, Any]]:
    """By code what can be seen of each municipality: fill, opacity, label, pressed."""
    script = """() => PATHS.map((path, index) => {
      const style = getComputedStyle(path);
      return {
        code: window.dash_clientside.map.current.values.codes[index],
        fill: style.fill, opacity: style.opacity, label: path.getAttribute('aria-label'),
        pressed: path.getAttribute('aria-pressed'),
      };
    })""".replace("PATHS", PATHS)
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
