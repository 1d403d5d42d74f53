"""Hundreds of letters are told by their number and their ends; a few stand whole."""

import csv
import json
import re
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from dashboard.app import create_app
from dashboard.database import Database
from dashboard.i18n.source_list import MOST_SOURCES, source_list
from dashboard.i18n.translate import Words
from dashboard.pages.table import layout
from dashboard.settings import Settings
from dashboard.state import ParsedState, ViewState
from etl.build import STUDY, build
from etl.labels import label_rows
from tests.conftest import quiet
from tests.dashboard.components.trees import nodes
from tests.dashboard.exports.saved import typed_rows
from tests.invented_wave import invented_wave

LETTERS = [f"letter {n}" for n in range(1, 257)]


@pytest.mark.parametrize("n", [1, 2, MOST_SOURCES])
def test_a_few_stand_whole(n: int) -> None:
    for lang in ("lv", "en"):
        assert source_list(LETTERS[:n], Words(lang)) == "; ".join(LETTERS[:n])


def test_many_are_told_by_their_number_and_their_ends() -> None:
    assert source_list(LETTERS, Words("lv")) == (
        "256 avoti: pirmais letter 1, pēdējais letter 256; visi ir eksporta failā"
    )
    assert source_list(LETTERS[:31], Words("lv")).startswith("31 avots: pirmais letter 1, ")
    assert source_list(LETTERS[:30], Words("lv")).startswith("30 avotu: ")
    assert source_list(LETTERS, Words("en")) == (
        "256 sources: first letter 1, last letter 256; all of them are in the exported file"
    )


def test_letters_stand_in_the_order_of_their_numbers() -> None:
    codes = [row["code"] for row in label_rows(reversed(LETTERS)) if row["kind"] == "source"]
    assert codes == LETTERS


def test_a_page_has_the_short_form_and_the_file_every_letter(tmp_path: Path) -> None:
    """An invented wave in which every institution wrote a letter of its own."""
    folder = invented_wave(tmp_path / "invented")
    path = folder / "answers.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    letters = {
        one: f"letter {n}" for n, one in enumerate({r["institution_id"]: 0 for r in rows}, 1)
    }
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(row | {"source": letters[row["institution_id"]]} for row in rows)
    build(tmp_path / "x.duckdb", survey_folders=[STUDY, folder], say=quiet)
    client = create_app(Settings(tmp_path / "x.duckdb")).server.test_client()
    query = "wave=2026&indicator=response_rate&institution_type=all&area=country"
    (row,) = typed_rows(client, f"/export/indicators.csv?{query}&lang=en", "indicators")
    assert row["source"] == "; ".join(f"letter {n}" for n in range(1, 87))
    page = client.get("/compare?mode=regions&wave=2026&lang=en").text
    assert "sources: first letter 1, last letter 8" in page
    assert (
        max(len(one.split(";")) for one in re.findall("letter [0-9; letr]+", page)) <= MOST_SOURCES
    )
    edition = Database(tmp_path / "x.duckdb").edition()
    state = ViewState(wave="2026", boundary_set="2025", lang="en")
    given = tuple(parse_qsl(f"{query}&lang=en"))
    made = layout(edition, ParsedState(state, given=given))
    table = json.dumps([list(nodes(one)) for one in made])
    assert "86 sources: first letter 1, last letter 86" in table
    assert "letter 1; letter 2" not in table
