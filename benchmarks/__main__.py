"""`make bench`: measure the product against both yardsticks and write the report down."""

import argparse
import os
import platform
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks import capacity, page_loads, phone, report, switches
from benchmarks.figures import Figures
from benchmarks.servers import DESIGNS, ORDINARY, PRODUCT, Server, all_served
from benchmarks.traffic import Answer
from dashboard.settings import read_settings
from tests.browser.serving import chromium

README = Path(__file__).parent / "README.md"
SAMPLES = Path(__file__).parents[1] / "build" / "benchmarks.json"


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured."""

    loads: int  # of each design
    phone_loads: int
    rounds: int  # of the load generator
    seconds: float  # that it asks at a time
    requests: int  # while memory is watched


FULL = Plan(loads=8, phone_loads=3, rounds=6, seconds=1.5, requests=100_000)
QUICK = Plan(loads=2, phone_loads=1, rounds=1, seconds=1, requests=2_000)


def main() -> None:
    """Read the command line, measure, write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer samples, figures less sure")
    parser.add_argument("--loads", type=int, help="of each design")
    parser.add_argument("--rounds", type=int, help="of the load generator")
    parser.add_argument("--requests", type=int, help="while memory is watched")
    parser.add_argument("--into", type=Path, default=README, help="the page that takes the report")
    options = parser.parse_args()
    own = {name: getattr(options, name) for name in ("loads", "rounds", "requests")}
    given = {name: value for name, value in own.items() if value}
    plan = replace(QUICK if options.quick else FULL, **given)
    figures = Figures()
    with tempfile.TemporaryDirectory() as logs:
        database = read_settings().database.resolve()
        with all_served(database, Path(logs)) as servers:
            machine, seen = _in_the_browser(servers, figures, plan)
            _without_browser(servers, figures, seen, plan)
    SAMPLES.write_text(figures.to_json(), encoding="utf-8")
    text = report.render(figures, machine)
    page = options.into.read_text("utf-8") if options.into.exists() else ""
    options.into.write_text(report.placed(page, text), encoding="utf-8")
    print(text)


def _in_the_browser(
    servers: Mapping[str, Server], figures: Figures, plan: Plan
) -> tuple[str, list[Answer]]:
    """Measure pages, the designs in turn, each time another first; return what all of it came."""
    seen: list[Answer] = []
    with chromium() as browser:
        _say("warming up")
        page_loads.warm_up(browser, servers)
        for number in range(plan.loads):
            _say(f"loads and switches, {number + 1} of {plan.loads}")
            for design in _in_turn(number):
                seen += page_loads.measure(browser, servers, figures, design)
                if design in (PRODUCT, ORDINARY):
                    seen += switches.measure(browser, servers, figures, design)
                    switches.measure_at_once(browser, servers, figures, design)
        for number in range(plan.phone_loads):
            _say(f"phone, {number + 1} of {plan.phone_loads}")
            for design in _in_turn(number):
                phone.measure(browser, servers, figures, design)
        return _machine(browser), seen


def _without_browser(
    servers: Mapping[str, Server], figures: Figures, seen: list[Answer], plan: Plan
) -> None:
    """Measure what the servers bear."""
    asked = capacity.questions(servers, seen)
    for number in range(plan.rounds):
        _say(f"requests a second, {number + 1} of {plan.rounds}")
        capacity.measure(figures, servers, asked, plan.seconds)
    _say(f"memory over {plan.requests:,} requests")
    capacity.measure_memory(figures, servers[PRODUCT], plan.requests)


def _in_turn(number: int) -> tuple[str, ...]:
    first = number % len(DESIGNS)
    return (*DESIGNS[first:], *DESIGNS[:first])


def _machine(browser: Browser) -> str:
    """Return what the figures hang on besides the program: versions and the number of CPUs."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("dash", "plotly", "gunicorn"))
    return (
        f"{os.cpu_count()} CPUs, shared by browser, servers and load generator; "
        f"Python {platform.python_version()}, {packages}, Chromium {browser.version}."
    )


def _say(what: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {what}", flush=True)


if __name__ == "__main__":
    main()
