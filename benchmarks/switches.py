"""Switching what the map shows: from the click to the first frame with other fills."""

import time
from collections.abc import Mapping
from contextlib import suppress

from playwright.sync_api import Browser, Error, Locator

from benchmarks.figures import Figures
from benchmarks.page_loads import Visit, settle, until_answered, visiting
from benchmarks.servers import PRODUCT, Server
from benchmarks.traffic import Answer

# Each differs from the one before in some fill; the last is where a page begins.
INDICATORS = ("identified_cases", "training_coverage", "materials_availability", "ngo_awareness")
FIRST_SET, OTHER_SET = "2009", "2021"
QUIET = 400  # ms after a switch in which what it asked for must have come
SECONDS_FOR_A_SWITCH = 5
CLICKS = 4  # one that nobody was there to hear is repeated


def _control(visit: Visit, design: str, parameter: str, value: str) -> Locator:
    """Return what a reader clicks."""
    if design == PRODUCT:
        return visit.page.locator(
            f"[role=tab][data-value='{value}'], "
            f".segment-link[data-param={parameter}][data-value='{value}']"
        ).first
    return visit.page.locator(f"#{parameter} label", has_text=value)


def _switch(visit: Visit, figures: Figures, name: tuple[str, str], change: tuple[str, str]) -> None:
    """Click once; note the time, the frames and what came, under a measure and a design."""
    measure, design = name
    visit.page.evaluate("window.probe.arm()")
    _control(visit, design, *change).click()
    visit.page.wait_for_function("() => window.probe.changed", polling=20)
    visit.page.wait_for_timeout(QUIET)
    answers = visit.take()
    figures.note(f"{measure}, ms", design, visit.probe("changed - window.probe.clicked"))
    figures.note(f"{measure}, frames", design, visit.probe("frames"))
    figures.note(f"{measure}, kB", design, sum(one.size for one in answers) / 1000)
    figures.note(f"{measure}, requests", design, len(answers))


def measure(
    browser: Browser, servers: Mapping[str, Server], figures: Figures, design: str
) -> list[Answer]:
    """Switch through the indicators and to other boundaries and back; return all that came."""
    with visiting(browser) as visit:
        visit.open(f"{servers[design].address}/")
        until_answered(visit)
        settle(visit)
        visit.take()
        for indicator in INDICATORS:
            _switch(visit, figures, ("indicator", design), ("indicator", indicator))
        for name, boundary_set in (
            ("boundaries for the first time", OTHER_SET),
            ("boundaries", FIRST_SET),
            ("boundaries", OTHER_SET),
        ):
            _switch(visit, figures, (name, design), ("boundary_set", boundary_set))
        return visit.seen


def measure_at_once(
    browser: Browser, servers: Mapping[str, Server], figures: Figures, design: str
) -> None:
    """Click an indicator as soon as the map is coloured; note when, after all, it shows."""
    with visiting(browser) as visit:
        visit.open(f"{servers[design].address}/")
        began = visit.page.evaluate("performance.timeOrigin")
        visit.page.evaluate("window.probe.arm()")
        control = _control(visit, design, "indicator", INDICATORS[0])
        control.wait_for()
        for _ in range(CLICKS):
            if box := control.bounding_box():
                visit.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
            shown = _shown(visit, began)
            if shown is not None:
                figures.note("first switch", design, shown)
                return


def _shown(visit: Visit, began: float) -> float | None:
    """Return the ms from the first navigation until the other fills were there.

    A link that is clicked before the page's scripts are there loads the page anew: that counts.
    """
    end = time.monotonic() + SECONDS_FOR_A_SWITCH
    while time.monotonic() < end:
        with suppress(Error):  # the old page goes while it is asked
            origin, changed, coloured = visit.page.evaluate(
                "[performance.timeOrigin, window.probe?.changed, window.probe?.coloured]"
            )
            now = changed if origin == began else coloured
            if now is not None:
                return float(origin + now - began)
        visit.page.wait_for_timeout(5)
    return None
