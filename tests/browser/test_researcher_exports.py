"""The researcher: what the screen shows can be taken away, to the byte and to the number."""

import csv
import io
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import verbs
from tests.browser.truth import Row, Truth, legend

BOM = b"\xef\xbb\xbf"


def links(page: Page) -> dict[tuple[str, str], Locator]:
    """The export menu's links by table and dialect, the menu opened."""
    page.locator("summary", has_text="Eksportēt").click()
    found = {}
    for link in page.locator(".export-links > li:not([class]) > a:not([data-map-file])").all():
        address = urlsplit(link.get_attribute("href") or "")
        table = Path(address.path).stem
        (dialect,) = parse_qs(address.query)["dialect"]
        found[table, dialect] = link
    return found


def asked(link: Locator) -> dict[str, str]:
    """The parameters of a link."""
    query = urlsplit(link.get_attribute("href") or "").query
    return {name: values[-1] for name, values in parse_qs(query).items()}


def downloaded(page: Page, link: Locator) -> bytes:
    """What a click on a link saves; the same as what its address answers."""
    with page.expect_download() as download:
        link.click()
    saved = download.value.path().read_bytes()
    assert saved == page.request.get(link.get_attribute("href") or "").body()
    assert download.value.suggested_filename.startswith("ricibas-karte-2016-1-")
    return saved


def rows_of(data: bytes, dialect: str) -> list[Row]:
    """The rows of a file."""
    excel = dialect == "excel"
    assert data.startswith(BOM) == excel
    assert (b"\r\n" in data) == excel
    text = io.StringIO(data.decode("utf-8-sig"), newline="")
    return list(csv.DictReader(text, delimiter=";" if excel else ","))


def number(text: str) -> float | None:
    """A number in either dialect, None where there is none."""
    return float(text.replace(",", ".")) if text else None


def counted(rows: list[Row]) -> dict[str, int]:
    """The legend that the municipalities' rows of an export make."""
    places = [row for row in rows if row["municipality_code"]]
    return legend([row | {"value": number(row["value"])} for row in places])


def test_the_files_of_a_first_visit_are_the_whole_map(page: Page) -> None:
    verbs.open_map(page)
    files = links(page)
    assert set(files) == {
        (table, dialect) for table in ("indicators", "answers") for dialect in ("excel", "analysis")
    }
    rows = rows_of(downloaded(page, files["indicators", "analysis"]), "analysis")
    assert counted(rows) == verbs.legend_counts(page)
    assert {row["indicator"] for row in rows} == {"training_coverage"}


def test_the_values_file_follows_the_view_in_both_dialects(page: Page) -> None:
    verbs.open_map(page)
    verbs.choose_indicator(page, "identified_cases")
    verbs.choose(page, "institution_type", "social_service")
    verbs.choose(page, "boundary_set", "2021")
    verbs.choose_region(page, "Zemgales plānošanas reģions")
    cases, total = re.findall(r"\d+", verbs.headline(page).inner_text())
    files = links(page)
    for dialect in ("excel", "analysis"):
        link = files["indicators", dialect]
        assert asked(link) == {
            "indicator": "identified_cases",
            "institution_type": "social_service",
            "boundary_set": "2021",
            "planning_region": "Zemgales",
            "dialect": dialect,
            "lang": "lv",
        }
        rows = rows_of(downloaded(page, link), dialect)
        assert counted(rows) == verbs.legend_counts(page)
        places = [row for row in rows if row["municipality_code"]]
        assert len(places) == int(total)
        assert sum(number(row["numerator"]) not in (None, 0) for row in places) == int(cases)


def test_the_answers_file_follows_institutions_and_region(page: Page, truth: Truth) -> None:
    verbs.open_map(page)
    whole = links(page)["answers", "analysis"]
    everything = rows_of(downloaded(page, whole), "analysis")
    assert {row["institution_type"] for row in everything} == {
        "orphans_court",
        "social_service",
        "employment_agency",
    }
    verbs.choose(page, "institution_type", "orphans_court")
    verbs.choose_region(page, "Latgales plānošanas reģions")
    courts = rows_of(downloaded(page, whole), "analysis")
    assert {row["institution_type"] for row in courts} == {"orphans_court"}
    places = {code for code, one in truth.places().items() if one["planning_region"] == "Latgales"}
    assert {row["municipality_code"] for row in courts} == places


def test_both_dialects_hold_the_same_values(page: Page) -> None:
    verbs.open_map(page, "indicator=ngo_awareness")
    files = links(page)
    analysis, excel = (
        [
            {name: number(row[name]) for name in ("value", "lower", "upper")}
            | {"of": row["evidence"]}
            for row in rows_of(downloaded(page, files["indicators", dialect]), dialect)
        ]
        for dialect in ("analysis", "excel")
    )
    assert analysis == excel
    assert any(row["value"] not in (None, 0, 1) for row in analysis)


@pytest.mark.parametrize("code", ["LV-041", "LV-025"])
def test_a_profile_can_be_taken_away(page: Page, code: str) -> None:
    page.goto(f"/municipality/{code}")
    expect(page.locator(".profile-table").first).to_be_visible()
    files = links(page)
    values = rows_of(downloaded(page, files["indicators", "analysis"]), "analysis")
    assert {row["municipality_code"] for row in values} == {code}
    amounts = page.locator(".profile-value .share-amount").all_inner_texts()
    for indicator, amount in zip(verbs.INDICATORS, amounts, strict=True):
        (row,) = (
            one
            for one in values
            if (one["indicator"], one["institution_type"]) == (indicator, "all")
        )
        base = int(row["denominator"])
        lower, upper = (round(float(row[one]) * base) for one in ("lower", "upper"))
        shown = f"{lower}" if lower == upper else f"{lower}–{upper}"
        assert verbs.plain(amount).startswith(f"{shown} no {base}")
    answers = rows_of(downloaded(page, files["answers", "excel"]), "excel")
    assert {row["municipality_code"] for row in answers} == {code}


def test_a_file_in_english_has_the_same_header_and_english_sources(page: Page) -> None:
    page.goto("/municipality/LV-041?lang=en")
    link = page.locator(".export-links a").first
    address = link.get_attribute("href") or ""
    english = page.request.get(address).text()
    latvian = page.request.get(address.replace("lang=en", "lang=lv")).text()
    assert english.splitlines()[0] == latvian.splitlines()[0]
    assert "footnote" in english
    assert "zemsvītras" in latvian


def test_the_other_formats_and_the_citation_follow_the_view(page: Page) -> None:
    verbs.open_map(page)
    verbs.choose_indicator(page, "identified_cases")
    verbs.choose_region(page, "Zemgales plānošanas reģions")
    page.locator("summary", has_text="Eksportēt").click()
    values = page.locator(".export-more", has_text="Rādītāju vērtības")
    assert values.get_by_role("link").all_inner_texts() == [
        "XLSX",
        "Parquet",
        "GeoJSON",
        "GeoParquet",
    ]
    for link in values.get_by_role("link").all():
        query = asked(link)
        assert (query["indicator"], query["planning_region"]) == ("identified_cases", "Zemgales")
        downloaded(page, link)
    downloaded(page, page.locator(".export-whole a"))
    cite = page.locator(".footer").get_by_role("link", name="teksts")
    with page.expect_download() as download:
        cite.click()
    assert download.value.path().read_text("utf-8").endswith(f"{page.url}\n")


def test_without_estimates_the_file_has_none(page: Page) -> None:
    verbs.open_map(page, "indicator=materials_availability&estimates=off")
    link = links(page)["indicators", "analysis"]
    rows = rows_of(downloaded(page, link), "analysis")
    assert rows
    assert "estimated" not in {row["evidence"] for row in rows}
    page.keyboard.press("Escape")
    page.get_by_role("switch", name="Aplēses").click()
    expect(link).not_to_have_attribute("href", re.compile("evidence"))
    assert counted(rows_of(downloaded(page, link), "analysis")) == verbs.legend_counts(page)
