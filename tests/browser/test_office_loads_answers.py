"""The office loads a file that the test invents: from the form to the published map and back."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from dashboard.database import Database
from dashboard.load.store import Sent, Store, write_json
from tests.browser.conftest import DESKTOP
from tests.browser.serving import served
from tests.browser.test_axe import RULES, WIDTHS, violations
from tests.dashboard.load.office import TOKEN, workbook

BUILD = 60_000  # milliseconds
FOLLOWED = 8_000  # milliseconds until a page shows what is new
REPORT = "file;sheet;row;column;value;fault;rule_lv;remedy_lv;rule_en;remedy_en\r\n"


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
def address(database: Path, tmp_path: Path) -> Iterator[str]:
    with served(database, tmp_path / "log") as at:
        yield at


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A reader without scripts: the page needs none."""
    context = browser.new_context(
        base_url=address, viewport=DESKTOP, java_script_enabled=False, locale="lv"
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def scripted(browser: Browser, address: str) -> Iterator[Page]:
    """A reader with scripts."""
    context = browser.new_context(base_url=address, viewport=DESKTOP, locale="lv")
    yield context.new_page()
    context.close()


def enter(page: Page) -> None:
    page.goto("/load")
    page.get_by_label("Atslēga").fill(TOKEN)
    page.get_by_label("Jūsu vārds").fill("Izdomāta Persona")
    page.get_by_role("button", name="Ieiet").click()


def test_the_office_loads_publishes_and_takes_back(
    page: Page, database: Path, tmp_path: Path, browser: Browser
) -> None:
    before = Database(database).edition().identity
    file = tmp_path / "izdomāts.xlsx"
    file.write_bytes(workbook(("oc-LV-002", "ir"), ("ss-LV-002", "nav")))

    enter(page)
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
    _passes_axe(page, browser)
    page.goto("/load")
    log = page.get_by_role("region", name="Žurnāls")
    expect(log.get_by_role("row").filter(has_text="Izdomāta Persona")).to_have_count(2)
    _passes_axe(page, browser)
    _keep_shots(page, "overview")
    page.get_by_role("button", name="Atgriezt iepriekšējo").click()
    expect(page.get_by_text("Ar šo lapu vēl nekas nav publicēts")).to_be_visible()
    assert Database(database).edition().identity == before


@pytest.mark.parametrize("lang", ["lv", "en"])
def test_nothing_stands_in_the_way_at_the_entrance_and_before_anything_was_sent(
    scripted: Page, lang: str
) -> None:
    wrong = {"lv": "Atslēga neder", "en": "The key does not fit"}
    scripted.goto(f"/load?lang={lang}")
    assert _at_both_widths(scripted) == {1440: [], 390: []}
    scripted.locator("#load-token").fill("x" * 32)
    scripted.locator("#load-name").fill("Izdomāta Persona")
    scripted.locator(".load-form button").click()
    expect(scripted.get_by_text(wrong[lang])).to_be_visible()
    assert _at_both_widths(scripted) == {1440: [], 390: []}
    enter(scripted)
    scripted.goto(f"/load?lang={lang}")
    expect(scripted.locator("#load-decisions")).to_be_visible()
    assert _at_both_widths(scripted) == {1440: [], 390: []}


def test_a_page_with_scripts_follows_a_check_and_tells_its_faults_without_moving(
    scripted: Page, tmp_path: Path
) -> None:
    """The check is held open here by its lock, as its process holds it."""
    enter(scripted)
    kept = Store(tmp_path / "loads")
    load = kept.create("Izdomāta Persona", Sent("a.csv", b"x"), ([], ""))
    said = kept.path(load.load, "said.jsonl")
    told = {
        "code": "told",
        "stage": "read",
        "seconds": 1.25,
        "lv": "286 iestādes",
        "en": "286 institutions",
    }
    with kept.building_lock() as lock:
        lock.write(load.load)
        lock.flush()
        scripted.goto(f"/load/{load.load}")
        state = scripted.locator("#load-state")
        expect(state).to_contain_text("Fails tiek pārbaudīts")
        expect(state).to_have_role("status")
        assert _at_both_widths(scripted) == {1440: [], 390: []}
        scripted.evaluate("window.here = true")
        said.write_text(json.dumps(told) + "\n", "utf-8")
        stage = scripted.get_by_text("Aptauja nolasīta: 1,3\u00a0s, 286 iestādes")
        expect(stage).to_be_visible(timeout=FOLLOWED)
        assert _at_both_widths(scripted) == {1440: [], 390: []}
        cells = ["a.csv", "", "2", "B (training)", "varbūt", "reply_unknown", "nav atbilde"]
        line = ";".join([*cells, "Atļauts: „ir”.", "is no answer", "Allowed: yes."])
        kept.path(load.load, "report.csv").write_text(f"{REPORT}{line}\r\n", "utf-8-sig")
        write_json(kept.path(load.load, "ended.json"), {"code": 1})
    expect(state).to_contain_text("Failā ir kļūdas", timeout=FOLLOWED)
    expect(scripted.get_by_role("region", name="Kas jālabo")).to_contain_text("B (training)")
    assert scripted.evaluate("window.here")  # the page was not loaded anew
    assert _at_both_widths(scripted) == {1440: [], 390: []}
    asked = []
    scripted.on("request", lambda one: asked.append(one.url))
    scripted.wait_for_timeout(FOLLOWED // 2)
    assert asked == []  # what has ended is not asked for any more
    scripted.goto(f"/load/{load.load}?lang=en")
    assert _at_both_widths(scripted) == {1440: [], 390: []}


def test_without_scripts_the_page_of_a_check_loads_itself_anew(page: Page, tmp_path: Path) -> None:
    enter(page)
    kept = Store(tmp_path / "loads")
    load = kept.create("Izdomāta Persona", Sent("a.csv", b"x"), ([], ""))
    with kept.building_lock() as lock:
        lock.write(load.load)
        lock.flush()
        page.goto(f"/load/{load.load}")
        expect(page.get_by_role("link", name="Atjaunot lapu")).to_be_visible()
    expect(page.get_by_text("Pārbaude tika pārtraukta")).to_be_visible(timeout=FOLLOWED)


def _at_both_widths(page: Page) -> dict[int, list[str]]:
    found = {width: violations(page, width) for width in WIDTHS}
    page.set_viewport_size(DESKTOP)
    return found


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
