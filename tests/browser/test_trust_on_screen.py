"""What must never be misread: estimates, silence, zero; and what the page asks of the server."""

import itertools
import shutil
import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from dashboard.database import Database
from tests.browser import verbs
from tests.browser.conftest import Watch
from tests.browser.pixels import rows_of
from tests.browser.serving import served
from tests.browser.truth import Truth, column, legend

ESTIMATED = ("materials_availability", "ngo_awareness")
WHITE = "rgb(255, 255, 255)"
SILENT = "LV-003"  # Aizputes novads: its institutions did not answer the question on training
UPDATED = "Dati ir atjaunoti."


def pixels(page: Page, code: str, size: int = 16) -> list[list[str]]:
    """The colours of a small square around a municipality's label point."""
    x, y = verbs.where(page, code)
    square = {"x": round(x) - size / 2, "y": round(y) - size / 2, "width": size, "height": size}
    picture = page.screenshot(clip=square)
    return rows_of(page, picture)


def light(colour: str) -> int:
    """How light a colour is, 0-765."""
    return sum(int(part) for part in colour.split(","))


def stripes(row: list[str]) -> int:
    """How often a row of pixels changes between its lighter and its darker half."""
    middle = (light(min(row, key=light)) + light(max(row, key=light))) / 2
    sides = [light(one) > middle for one in row]
    return sum(a != b for a, b in itertools.pairwise(sides))


@pytest.mark.parametrize("boundary_set", ["2009", "2021"])
def test_every_estimate_is_hatched_and_nothing_else_is(
    page: Page, truth: Truth, boundary_set: str
) -> None:
    verbs.open_map(page, f"boundary_set={boundary_set}&indicator=identified_cases")
    for indicator in verbs.INDICATORS:
        if f"indicator={indicator}" not in page.url:
            verbs.choose_indicator(page, indicator)
        fills = {code: one["fill"] for code, one in verbs.areas(page).items()}
        for code, row in truth.values(indicator, boundary_set=boundary_set).items():
            if row["evidence"] == "estimated":
                assert fills[code] == f'url("#hatch-{indicator}-{column(row)}")'
            elif row["evidence"] == "no_answer":
                assert fills[code] == 'url("#no-answer")'
            else:
                assert fills[code].startswith("rgb(")
                assert (fills[code] == WHITE) == (row["value"] == 0)
        for pattern in {one[6:-2] for one in fills.values() if one.startswith("url(")}:
            assert page.locator(f"#{pattern} :is(path, circle)").count()


def test_the_hatch_is_seen_and_keeps_its_width_when_zoomed(page: Page, truth: Truth) -> None:
    verbs.open_map(page, "indicator=materials_availability")
    code = "LV-059"
    assert truth.values("materials_availability")[code]["evidence"] == "estimated"
    rows = pixels(page, code, size=32)
    assert [stripes(row) for row in rows] == pytest.approx([8] * 32, abs=1)
    page.get_by_role("button", name="Tuvināt").click()
    expect(page.locator(".pan")).to_be_visible()
    assert [stripes(row) for row in pixels(page, code, size=32)] == pytest.approx([8] * 32, abs=1)
    verbs.open_map(page)
    assert len({colour for row in pixels(page, code) for colour in row}) == 1


def test_silence_is_dotted_and_never_white(page: Page, truth: Truth) -> None:
    verbs.open_map(page)
    assert truth.values("training_coverage")[SILENT]["evidence"] == "no_answer"
    colours = {colour for row in pixels(page, SILENT) for colour in row}
    assert "227,229,231" in colours
    assert min(light(one) for one in colours) < 450
    assert "255,255,255" not in colours


def test_silence_is_never_said_to_be_zero(page: Page, truth: Truth) -> None:
    verbs.open_map(page)
    for code, row in truth.values("training_coverage").items():
        label = verbs.areas(page)[code]["label"] if row["evidence"] == "no_answer" else None
        assert label is None or label.endswith("Nav atbildes; tas nenozīmē „nē”.")
    tip = verbs.point_at(page, SILENT)
    expect(tip).to_contain_text("Nav atbildes")
    assert "0" not in tip.inner_text()
    verbs.click_on(page, SILENT)
    sentence = verbs.panel(page).locator(".sentence")
    expect(sentence).to_contain_text("Aizputes novadā atbildes nav")
    verbs.open_page(page, f"/municipality/{SILENT}")
    amounts = page.locator(".profile-value .share-amount").all_inner_texts()
    assert amounts[list(verbs.INDICATORS).index("training_coverage")] == "Nav atbildes"


def test_an_estimate_says_so_wherever_it_stands(page: Page) -> None:
    verbs.open_map(page, "indicator=ngo_awareness&municipality=LV-041")
    assert verbs.areas(page)["LV-041"]["label"].endswith("Aplēsts no kopskaita.")
    expect(verbs.point_at(page, "LV-041")).to_contain_text("Aplēsts")
    expect(verbs.panel(page).locator(".badge", has_text="Aplēsts")).to_have_count(2)
    expect(verbs.panel(page).locator(".lens .square-estimated")).to_have_count(2)


def test_a_switch_of_indicator_type_or_estimates_asks_nothing(page: Page, watch: Watch) -> None:
    verbs.open_map(page, "municipality=LV-041")
    page.wait_for_load_state("networkidle")
    watch.forget()
    for indicator in ("identified_cases", *ESTIMATED):
        verbs.choose_indicator(page, indicator)
    verbs.choose(page, "institution_type", "social_service")
    verbs.choose_region(page, "Zemgales plānošanas reģions")
    verbs.hide_estimates(page)
    page.wait_for_load_state("networkidle")
    assert watch.asked == []


def test_a_switch_of_boundaries_asks_for_drawing_values_and_panel(page: Page, watch: Watch) -> None:
    verbs.open_map(page, "municipality=LV-069")
    page.wait_for_load_state("networkidle")
    watch.forget()
    verbs.choose(page, "boundary_set", "2021")
    page.wait_for_load_state("networkidle")
    files = sorted(one.split("/", 3)[3] for one in watch.asked)
    assert files == ["live/2021/lv.svg", "panel/2021/lv/LV-041.json", "values/2021/lv.json"]
    watch.forget()
    verbs.choose(page, "boundary_set", "2009")
    page.wait_for_load_state("networkidle")
    assert [one.split("/", 3)[3] for one in watch.asked] == ["panel/2009/lv/LV-041.json"]


def replace(database: Path, newer: Path) -> None:
    """Put a newer file in the database's place as a build does; the server looks once a second."""
    Path(shutil.copy(newer, database.with_suffix(".new"))).replace(database)
    time.sleep(1.2)


def test_new_data_come_without_a_restart_and_an_old_page_says_that_it_is_old(
    page: Page, watch: Watch, study_database: Path, newer_databases: list[Path], tmp_path: Path
) -> None:
    old, new = (
        Truth(Database(path).edition()).values("training_coverage", boundary_set="2021").values()
        for path in (study_database, newer_databases[0])
    )
    database = Path(shutil.copy(study_database, tmp_path / "served.duckdb"))
    with served(database, tmp_path / "log", workers=1) as watch.address:
        page.goto(watch.address)
        verbs.drawn(page)
        replace(database, newer_databases[0])
        verbs.choose(page, "boundary_set", "2021")  # the open page goes on with its own data
        assert verbs.legend_counts(page) == legend(old)
        page.reload()
        verbs.drawn(page)
        assert verbs.legend_counts(page) == legend(new) != legend(old)
        for newer in (study_database, newer_databases[1]):
            replace(database, newer)
            page.request.get(f"{watch.address}/healthz")
        verbs.choose_indicator(page, "identified_cases")
        assert watch.complaints == []
        page.mouse.click(*verbs.where(page, "LV-041"))
        expect(verbs.panel(page)).to_contain_text(UPDATED)
        page.locator(".segment-link[data-value='2009']").click()
        notice = page.locator(".map-main").get_by_role("note").filter(has_text=UPDATED)
        expect(notice).to_be_visible()
        assert watch.complaints
        assert all("404" in one for one in watch.complaints)
        watch.complaints.clear()
        notice.get_by_role("link", name="Ielādēt lapu no jauna").click()
        expect(verbs.panel(page).get_by_role("heading", level=2)).to_have_text("Jelgavas novads")
        verbs.drawn(page)
