"""Loading a page, cold and anew: when the map is coloured, when it answers, what came."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page
from playwright.sync_api import TimeoutError as TookTooLong

from benchmarks.figures import Figures
from benchmarks.ordinary_way import pack_figures
from benchmarks.servers import DESIGNS, ORDINARY, STATIC, Server
from benchmarks.traffic import Answer, Traffic

PROBE = (Path(__file__).parent / "probe.js").read_text("utf-8")
PATIENCE = 60_000  # ms; a packed plotly.js on a throttled phone takes a while
SECONDS_FOR_AN_ANSWER = 10
QUIET = 0.7  # seconds
DESKTOP: Mapping[str, Any] = {"viewport": {"width": 1440, "height": 900}}


@dataclass
class Visit:
    """A page in a browser that has never been there, with the probe in it."""

    page: Page
    session: CDPSession
    traffic: Traffic
    seen: list[Answer] = field(default_factory=list)  # all that came, of every load and switch

    def open(self, address: str) -> float:
        """Load a page; return the ms until every area had a fill."""
        self.page.goto(address, wait_until="commit")
        return self._until_coloured()

    def reload(self) -> float:
        """Load the page anew; return the ms until every area had a fill."""
        self.page.reload(wait_until="commit")
        return self._until_coloured()

    def _until_coloured(self) -> float:
        try:
            self.page.wait_for_function("() => window.probe?.coloured", polling=20)
        except TookTooLong as error:
            late = f"{self.page.url} shows no coloured map after {PATIENCE / 1000:g} s. It says: "
            raise AssertionError(late + self.page.inner_text("body")[:500]) from error
        return float(self.probe("coloured"))

    def probe(self, name: str) -> Any:
        """Return what the probe has noted."""
        return self.page.evaluate(f"window.probe.{name}")

    def take(self) -> list[Answer]:
        """Return what came since the last look."""
        answers = self.traffic.take()
        self.seen += answers
        return answers


@contextmanager
def visiting(
    browser: Browser, options: Mapping[str, Any] = DESKTOP, setting: Mapping[str, Any] | None = None
) -> Iterator[Visit]:
    """A new visitor; `setting` are DevTools commands to give first, with their parameters."""
    context = browser.new_context(**options)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.add_init_script(PROBE)
    session = context.new_cdp_session(page)
    traffic = Traffic(session)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    for command, parameters in (setting or {}).items():
        session.send(command, parameters)
    try:
        yield Visit(page, session, traffic)
    finally:
        context.close()


def until_answered(visit: Visit) -> float | None:
    """Move the pointer over the coloured map until an area's label shows; return when it did."""
    end = time.monotonic() + SECONDS_FOR_AN_ANSWER
    while time.monotonic() < end:
        visit.page.mouse.move(*visit.probe("place()"))
        if (answered := visit.probe("answered")) is not None:
            return float(answered)
    return None


def settle(visit: Visit) -> None:
    """Wait until the page is Dash's own and nothing has come over the network for a while.

    Not until Chromium's own "network idle": on a busy machine the scripts may come after it.
    """
    visit.page.wait_for_function("() => !document.getElementById('first')")
    before, since = -1, time.monotonic()
    while time.monotonic() - since < QUIET:
        requests = visit.traffic.requests
        if len(requests) != before or not all(one.finished for one in requests.values()):
            before, since = len(requests), time.monotonic()
        visit.page.wait_for_timeout(50)


def heap(visit: Visit) -> float:
    """Return the JavaScript heap that is in use once garbage is collected, in MB."""
    visit.session.send("HeapProfiler.collectGarbage")
    size: int = visit.session.send("Runtime.getHeapUsage")["usedSize"]
    return size / 1e6


def cpu(visit: Visit) -> float:
    """Return what the page's main thread has worked until now, in ms."""
    metrics = visit.session.send("Performance.getMetrics")["metrics"]
    return float(next(1000 * one["value"] for one in metrics if one["name"] == "TaskDuration"))


def measure(
    browser: Browser, servers: Mapping[str, Server], figures: Figures, design: str
) -> list[Answer]:
    """Load a design cold and once more; return all that came."""
    with visiting(browser) as visit:
        figures.note("coloured, cold", design, visit.open(f"{servers[design].address}/"))
        _rest(visit, figures, design, "cold")
        figures.note("CPU, cold", design, cpu(visit))
        figures.note("heap", design, heap(visit))
        figures.note("coloured, reload", design, visit.reload())
        _rest(visit, figures, design, "reload")
        return visit.seen


def _rest(visit: Visit, figures: Figures, design: str, how: str) -> None:
    if design != STATIC:
        figures.note(f"answers, {how}", design, until_answered(visit))
    settle(visit)
    answers = visit.take()
    fonts = sum(one.size for one in answers if one.kind == "Font")
    figures.note(f"kB, {how}", design, (sum(one.size for one in answers) - fonts) / 1000)
    figures.note(f"kB of fonts, {how}", design, fonts / 1000)
    figures.note(f"requests, {how}", design, len(answers))


def warm_up(browser: Browser, servers: Mapping[str, Server]) -> None:
    """Visit every design some times unmeasured: each worker makes what it keeps, once."""
    pack_figures(servers[ORDINARY].address)
    for design in DESIGNS * 3:
        with visiting(browser) as visit:
            visit.open(servers[design].address)
            settle(visit)
