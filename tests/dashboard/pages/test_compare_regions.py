"""/compare?mode=regions on the real study: rows, words, links, table and file."""

import csv
import io
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pytest
from flask.testing import FlaskClient

from dashboard.database import Database, Edition
from dashboard.pages import compare
from dashboard.pages.other_formats import endings
from dashboard.routes import page_at
from dashboard.state import INDICATORS
from tests.dashboard.components.trees import nodes, plain, text, with_class
from tests.dashboard.exports.saved import save, typed_rows
from tests.dashboard.pages.test_compare import scene

TABLE = "indicators"
REGIONS = ["Kurzeme", "Latgale", "Rīga", "Vidzeme", "Zemgale"]


@pytest.fixture(scope="module")
def study(study_database: Path) -> Database:
    return Database(study_database)


@pytest.fixture(scope="module")
def edition(study: Database) -> Edition:
    return study.edition()


def page(study: Database, search: str = "") -> list[dict[str, Any]]:
    return [plain(one) for one in page_at(study, "/compare", f"?mode=regions{search}")]  # type: ignore[arg-type]


def cards(study: Database, search: str = "") -> list[dict[str, Any]]:
    return with_class(page(study, search), "region-card")


def rows_of(card: dict[str, Any]) -> list[dict[str, Any]]:
    return with_class(card, "region-row")


def said(row: dict[str, Any]) -> str:
    return text(row).replace("\N{NO-BREAK SPACE}", " ").replace("\N{WORD JOINER}", "")


@pytest.mark.parametrize("lang", ["lv", "en"])
def test_each_indicator_has_the_regions_by_name_and_latvia_last(study: Database, lang: str) -> None:
    found = cards(study, f"&lang={lang}")
    assert len(found) == len(INDICATORS)
    for card in found:
        names = [
            text(next(one for one in nodes(row) if one["type"] == "Th")) for row in rows_of(card)
        ]
        assert [name.split(",")[0] for name in names[:-1]] == REGIONS
        assert names[-1].startswith("Latvi")


def test_a_row_says_count_share_and_evidence(study: Database, edition: Edition) -> None:
    training = cards(study)[1]
    own = {"wave": "2016", "boundary_set": "2009"}
    (kurzeme,) = (
        row
        for row in edition.rows("area_values", own)
        if (row["indicator"], row["institution_type"]) == ("training_coverage", "all")
        and (row["code"], row["planning_region"]) == ("", "Kurzemes")
    )
    share = round(100 * kurzeme["value"])
    amount = f"{kurzeme['numerator']} no {kurzeme['denominator']} ({share} %)"
    assert amount in said(rows_of(training)[0])
    assert "Izsecināts" in said(rows_of(training)[0])


def test_an_estimate_is_said_by_its_bounds(study: Database) -> None:
    latvia = rows_of(cards(study)[3])[-1]
    assert "64–131 no 230 (28–57 %)" in said(latvia)
    assert "Aplēsts" in said(latvia)


def test_the_figure_has_the_sentence_for_its_name(study: Database) -> None:
    for card in cards(study, "&lang=en"):
        (chart,) = with_class(card, "region-chart")
        (sentence,) = with_class(card, "region-sentence")
        assert chart["props"]["role"] == "img"
        assert chart["props"]["aria-label"].endswith(text(sentence))
        (graph,) = (one for one in nodes(chart) if one["type"] == "Graph")
        assert graph["props"]["figure"]["layout"]["xaxis"]["range"] == [0, 1]


def test_a_region_leads_to_the_map_of_it_with_its_indicator(study: Database) -> None:
    (link,) = (one for one in nodes(rows_of(cards(study)[0])[2]) if one["type"] == "A")
    assert link["props"]["href"] == "/?indicator=identified_cases&planning_region=R%C4%ABgas"


def test_without_estimates_what_is_estimated_is_not_published(study: Database) -> None:
    tree = page(study, "&estimates=off")
    assert with_class(tree, "mark-estimated") == []
    assert with_class(tree, "region-key-bar") == []
    for row in rows_of(with_class(tree, "region-card")[3]):
        assert text(with_class(row, "region-amount")[0]) == ""
        assert "Nav publicēts" in text(row)


def test_newer_boundaries_say_that_no_institution_moved(study: Database) -> None:
    (told,) = with_class(page(study, "&boundary_set=2021&lang=en"), "notice-strip")
    assert "No institution has come into another region" in text(told)
    assert with_class(page(study), "notice-strip") == []


def test_the_agency_is_no_choice_and_what_is_left_out_is_said(study: Database) -> None:
    tree = page(study)
    links = [text(one) for one in with_class(tree, "segment-link")]
    assert "Bāriņtiesas" in links
    assert "NVA filiāles" not in links
    (notes,) = with_class(tree, "compare-note")
    for words in ("reģionos NVA nav", "Latgales, Rīgas un Vidzemes", "4 bāriņtiesām"):
        assert words in text(notes)
    (notes,) = with_class(page(study, "&institution_type=social_service"), "compare-note")
    assert "bāriņties" not in text(notes)


def test_the_table_below_has_every_figure_and_cannot_be_sorted(study: Database) -> None:
    (details,) = with_class(page(study), "compare-text")
    (table,) = (one for one in nodes(details) if one["props"].get("data-static"))
    markup = table["props"]["data-static"]
    # Latvia once more with the agency, except where nothing is published of it.
    assert markup.count("<tr>") == 1 + len(INDICATORS) * 6 + 3
    assert "<button" not in markup
    assert "35. un 37. zemsvītras piezīme" in markup


def test_the_file_has_exactly_the_rows_of_regions_and_latvia(
    edition: Edition, study_client: FlaskClient
) -> None:
    shown = scene(edition, "mode=regions&planning_region=Zemgales&boundary_set=2021&lang=en")
    answer = study_client.get(compare.file_of(shown, "regions", "indicators", "analysis"))
    rows = list(csv.DictReader(io.StringIO(answer.get_data(as_text=True))))
    assert len(rows) == len(INDICATORS) * 6
    assert {row["municipality_code"] for row in rows} == {""}
    assert {row["boundary_set"] for row in rows} == {"2021"}
    assert {row["institution_type"] for row in rows} == {"all"}
    assert sum(row["planning_region"] == "" for row in rows) == len(INDICATORS)


@pytest.mark.parametrize("estimates", ["on", "off"])
def test_every_format_has_the_rows_of_regions_and_latvia(
    edition: Edition, study_client: FlaskClient, tmp_path: Path, estimates: str
) -> None:
    shown = scene(edition, f"mode=regions&estimates={estimates}")
    csv_file = compare.file_of(shown, "regions", "indicators", "analysis")
    keys = ["indicator", "planning_region", "value", "evidence"]
    expected = [[row[key] for key in keys] for row in typed_rows(study_client, csv_file, TABLE)]
    assert len(expected) == (len(INDICATORS) * 6 if estimates == "on" else 13)
    assert {"estimated" in row for row in expected} == {False, estimates == "on"}
    readers: dict[str, Callable[[Path], pd.DataFrame]] = {
        "xlsx": partial(pd.read_excel, engine="openpyxl"),
        "parquet": pd.read_parquet,
        "geojson": gpd.read_file,
        "geo.parquet": gpd.read_parquet,
    }
    assert list(readers) == endings(TABLE)
    for ending, read in readers.items():
        link = compare.files_of(shown, "regions", f"{TABLE}.{ending}")
        frame = read(save(study_client, link, tmp_path))[keys].astype(object)
        found = frame.where(frame.notna(), None).to_numpy().tolist()
        assert found == [
            [pytest.approx(one) if isinstance(one, float) else one for one in row]
            for row in expected
        ], ending
