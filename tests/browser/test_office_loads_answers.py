"""The office loads a file that the test invents: from the form to the published map and back."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from dashboard.database import Database
from tests.browser.conftest import DESKTOP
from tests.browser.serving import served
from tests.browser.test_axe import RULES
from tests.dashboard.load.office import TOKEN, workbook

BUILD = 60_000  # milliseconds


@pytest.fixture
def database(study_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "served" / "ricibas_karte.duckdb"
    path.parent.mkdir()
    path.write_bytes(study_database.read_bytes())
    monkeypatch.setenv("RICIBAS_KARTE_LOAD", str(tmp_path / "loads"))
    monkeypatch.setenv("RICIBAS_KARTE_LOAD_TOKEN", TOKEN)
    assert os.environ["RICIBAS_KARTE_LOAD"]
    return path


@pytest.fixture
def page(browser: Browser, database: Path, tmp_path: Path) -> Iterator[Page]:
    """A reader without scripts: the page needs none."""
    with served(database, tmp_path / "log") as address:
        context = browser.new_context(
            base_url=address, viewport=DESKTOP, java_script_enabled=False, locale="lv"
        )
        yield context.new_page()
        context.close()


def test_the_office_loads_publishes_and_takes_back(
    page: Page, database: Path, tmp_path: Path, browser: Browser
) -> None:
    before = Database(database).edition().identity
    file = tmp_path / "izdomāts.xlsx"
    file.write_bytes(workbook(("oc-LV-002", "ir"), ("ss-LV-002", "nav")))

    page.goto("/load")
    page.get_by_label("Atslēga").fill(TOKEN)
    page.get_by_label("Jūsu vārds").fill("Izdomāta Persona")
    page.get_by_role("button", name="Ieiet").click()
    page.get_by_label("Fails ar atbildēm").set_input_files(file)
    _passes_axe(page, browser)
    page.get_by_role("button", name="Pārbaudīt failu").click()

    expect(page.get_by_text("Gatavs publicēšanai")).to_be_visible(timeout=BUILD)
    expect(page.get_by_text("1 pašvaldībai tagad ir pašu iestāžu atbildes")).to_be_visible()
    pictures = page.locator(".load-maps img")
    assert pictures.count() % 2 == 0
    for at in range(pictures.count()):
        image = page.request.get(pictures.nth(at).get_attribute("src") or "")
        assert (image.status, image.headers["content-type"]) == (
            200,
            "image/svg+xml; charset=utf-8",
        )
    _passes_axe(page, browser)
    _keep_shots(page, "preview")

    page.get_by_role("button", name="Publicēt").click()
    expect(page.get_by_text("Šī faila atbildes ir publicētajos datos")).to_be_visible()
    assert Database(database).edition().identity != before
    page.goto("/load")
    log = page.get_by_role("region", name="Žurnāls")
    expect(log.get_by_role("row").filter(has_text="Izdomāta Persona")).to_have_count(2)
    _passes_axe(page, browser)
    _keep_shots(page, "overview")
    page.get_by_role("button", name="Atgriezt iepriekšējo").click()
    expect(page.get_by_text("Ar šo lapu vēl nekas nav publicēts")).to_be_visible()
    assert Database(database).edition().identity == before


def _keep_shots(page: Page, name: str) -> None:
    """Pictures to look at, where somebody asks for them."""
    folder = os.environ.get("LOAD_SHOTS")
    if folder:
        page.screenshot(path=f"{folder}/{name}-1440.png", full_page=True)
        page.set_viewport_size({"width": 390, "height": 844})
        page.screenshot(path=f"{folder}/{name}-390.png", full_page=True)
        page.set_viewport_size({"width": 1440, "height": 900})


def _passes_axe(page: Page, browser: Browser) -> None:
    """Axe is a script: it runs on the same page in a window that allows scripts."""
    context = browser.new_context(viewport=DESKTOP, storage_state=page.context.storage_state())
    seen = context.new_page()
    seen.goto(page.url)
    violations = Axe().run(seen, options=RULES).response["violations"]
    context.close()
    assert [(one["id"], one["nodes"][0]["html"]) for one in violations] == []
