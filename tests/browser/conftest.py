"""The served study, Chromium, and pages that complain of whatever goes wrong on them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response

from dashboard.database import Database
from etl.build import build
from tests.browser.serving import chromium, served
from tests.browser.truth import Truth
from tests.conftest import SmallSurvey, quiet

DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
Open = Callable[[str], Page]  # a page at an address


def wait_for_dash(page: Page) -> None:
    """Let every way to a page wait until Dash has taken over from the first HTML.

    A reader may press before that, and a link works; a test that looks at what a press does must
    not. `wait_until="commit"` asks for the page as it comes.
    """
    for name in ("goto", "reload", "go_back", "go_forward"):
        setattr(page, name, _patient(page, getattr(page, name)))


def _patient(page: Page, move: Callable[..., Response | None]) -> Callable[..., Response | None]:
    def moved(*arguments: Any, **options: Any) -> Response | None:
        response = move(*arguments, **options)
        if options.get("wait_until") != "commit":
            page.locator("#first").wait_for(state="detached")
        return response

    return moved


@dataclass  # without slots: Playwright keeps its own attributes on a listener
class Watch:
    """What a page asked for, and what went wrong on it."""

    address: str
    complaints: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)  # "GET /path?query" of every request

    def on(self, page: Page) -> None:
        """Listen to a page."""
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("request", self._request)
        page.on("requestfailed", self._failed)
        page.on("response", self._response)

    def forget(self) -> None:
        """Start a new list of requests."""
        self.asked.clear()

    def forgive_nowhere(self) -> None:
        """Forget the one complaint that an address leading nowhere is."""
        self.complaints = [one for one in self.complaints if "404" not in one]

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"{message.type}: {message.text}")

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"data", "blob"}:
            return
        if not request.url.startswith(f"{self.address}/"):
            self.complaints.append(f"asked another host: {request.url}")
        query = f"?{parts.query}" if parts.query else ""
        self.asked.append(f"{request.method} {parts.path}{query}")

    def _failed(self, request: Request) -> None:
        # A download ends its navigation, a new page the old one's requests: nothing is wrong.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"{response.status}: {response.url}")


@pytest.fixture(scope="package")
def address(study_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the production server with the real study."""
    with served(study_database, tmp_path_factory.mktemp("server") / "log") as found:
        yield found


@pytest.fixture(scope="package")
def truth(study_database: Path) -> Truth:
    """What the database says, to hold the screen against."""
    return Truth(Database(study_database).edition())


@pytest.fixture
def newer_databases(small_database: Path, small_survey: SmallSurvey, tmp_path: Path) -> list[Path]:
    """Two databases that differ from the study's and from one another."""
    small_survey.rewrite("wave.toml", lambda content: content + b"\n")
    build(tmp_path / "third.duckdb", survey_folders=[small_survey.folder], say=quiet)
    return [small_database, tmp_path / "third.duckdb"]


# Of the package and not of the session: Playwright's event loop must not run under other tests.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium, for all browser tests."""
    with chromium() as found:
        yield found


def opener(browser: Browser, address: str, *, phone: bool = False) -> Iterator[Open]:
    """What opens a page of a server of one's own, and watches it; for a fixture."""
    watch = Watch(address)
    size = PHONE if phone else DESKTOP
    context = browser.new_context(
        base_url=address, viewport=size, has_touch=phone, is_mobile=phone, reduced_motion="reduce"
    )
    context.set_default_timeout(15_000)

    def opened_page(path: str) -> Page:
        page = context.new_page()
        wait_for_dash(page)
        watch.on(page)
        page.goto(path)
        return page

    yield opened_page
    context.close()
    assert watch.complaints == []


@pytest.fixture(scope="package")
def desk(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """A desktop browser; its cache is shared by the tests, as by a reader's visits."""
    context = browser.new_context(base_url=address, viewport=DESKTOP, reduced_motion="reduce")
    context.set_default_timeout(15_000)
    yield context
    context.close()


@pytest.fixture(scope="package")
def pocket(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """A phone."""
    context = browser.new_context(
        base_url=address,
        viewport=PHONE,
        has_touch=True,
        is_mobile=True,
        device_scale_factor=2,
        reduced_motion="reduce",
    )
    context.set_default_timeout(15_000)
    yield context
    context.close()


@pytest.fixture
def watch(address: str) -> Iterator[Watch]:
    """What the test's pages asked for; the test fails if anything went wrong on them."""
    found = Watch(address)
    yield found
    assert found.complaints == []


@pytest.fixture
def page(desk: BrowserContext, watch: Watch) -> Iterator[Page]:
    """A desktop page."""
    found = desk.new_page()
    wait_for_dash(found)
    watch.on(found)
    yield found
    found.close()


@pytest.fixture
def phone(pocket: BrowserContext, watch: Watch) -> Iterator[Page]:
    """A page on a phone with a touch screen."""
    found = pocket.new_page()
    wait_for_dash(found)
    watch.on(found)
    yield found
    found.close()
