"""Every source that is named beside a value leads to where its words are shown."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from dashboard.atlas import PLACED_TYPES, read_atlas, read_labels
from dashboard.components.evidence_badge import Badge
from dashboard.components.row_lists import statement_id
from dashboard.database import Database, Edition
from dashboard.i18n.translate import LANGUAGES, Words
from dashboard.map_views import MapChoice
from dashboard.pages.lenses import lenses
from dashboard.pages.place_parts import Voice
from dashboard.pages.profile_cells import agency_cell, institution_cell, type_cell
from dashboard.routes import page_at
from dashboard.state import INDICATORS
from dashboard.table_rows import filter_options
from dashboard.table_state import read_table
from tests.dashboard.components.trees import grown, nodes, plain, text, with_class
from tests.dashboard.tables import every_row

VIEWS = [("2009", "lv"), ("2021", "en")]
SEVERAL = {"2009": "LV-025", "2021": "LV-111"}  # has several courts


@pytest.fixture(scope="module")
def study(study_database: Path) -> Database:
    return Database(study_database)


def voice_of(edition: Edition, boundary_set: str, lang: str) -> Voice:
    return Voice(read_atlas(edition, boundary_set), Words(lang), read_labels(edition, lang))


def badges_of(voice: Voice) -> list[Badge]:
    """The badges of profiles, panels and slides: of every tenth place, and of several courts."""
    found = [agency_cell(voice, one).badge for one in INDICATORS]
    for code in (*list(voice.atlas.municipalities)[::10], SEVERAL[voice.atlas.boundary_set]):
        for one in INDICATORS:
            found += [type_cell(voice, code, kind, one).badge for kind in PLACED_TYPES]
            found += [institution_cell(voice, i, one, "").badge for i in voice.atlas.at(code)]
    for one in INDICATORS:
        for code in ("", SEVERAL[voice.atlas.boundary_set]):
            choice = MapChoice(one, "all", estimates=True)
            found += [lens.badge for lens in lenses(voice, choice, code)]
    return list(dict.fromkeys(found))


def anchors(database: Database, address: str) -> dict[str, str]:
    """Anchor → the text of what bears it; of a head also what stands under it."""
    parts = urlsplit(address)
    page = [grown(plain(one)) for one in page_at(database, parts.path, parts.query)]  # type: ignore[arg-type]
    found: dict[str, str] = {}
    for node in nodes(page):
        children = node["props"].get("children") or []
        for at, child in enumerate(children if isinstance(children, list) else []):
            if isinstance(child, dict) and child["props"].get("id"):
                found[child["props"]["id"]] = text(children[at : at + 2])
    return found


@pytest.mark.parametrize(("boundary_set", "lang"), VIEWS)
def test_every_source_of_a_badge_stands_where_it_leads(
    study: Database, boundary_set: str, lang: str
) -> None:
    edition = study.edition()
    voice = voice_of(edition, boundary_set, lang)
    badges = badges_of(voice)
    assert {one.evidence for one in badges} >= {"named", "derived", "estimated", "no_answer"}
    printed: dict[str, dict[str, str]] = {}
    for badge in badges:
        assert bool(badge.href) == bool(badge.source), badge
        if badge.href.startswith("/study"):
            page, _, anchor = badge.href.partition("#")
            printed[page] = printed.get(page) or anchors(study, page)
            assert any(one in printed[page][anchor] for one in badge.source.split("; ")), badge
        elif badge.href:
            holds_the_words(edition, badge)


def holds_the_words(edition: Edition, badge: Badge) -> None:
    """The rows of the table that a badge leads to name its sources, each with its words."""
    query = tuple(parse_qsl(urlsplit(badge.href).query))
    view, unknown = read_table(query, filter_options(edition))
    assert unknown == (), badge
    assert view.quotes == "on"
    rows = every_row(edition, view)
    assert all(row["quote"] for row in rows)
    assert set(badge.source.split("; ")) <= {row["source"] for row in rows}, badge


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_table_leads_from_a_value_to_its_words(study: Database, lang: str) -> None:
    leading = 0
    for first in (1, 101, 201, 301):
        query = f"indicator=training_coverage&lang={lang}&row={first}"
        (data,) = (
            node["props"]["data"]
            for one in page_at(study, "/table", query)
            for node in nodes(one)
            if node["props"].get("id") == "table-rows"
        )
        source = next(at for at, one in enumerate(data["columns"]) if one["key"] == "source")
        for line in data["rows"]:
            cell: Any = data["cells"][line[source]]
            if cell:
                address = cell["more"][-1]["href"]
                assert address.startswith(("/table?rows=answers&", "/study")), address
                assert address.startswith("/table") or "#question-training" in address
                assert ("lang=en" in address) == (lang == "en")
                leading += 1
    assert leading > 300


def test_a_statement_of_a_profile_leads_to_itself_on_the_page_of_the_study(
    study: Database,
) -> None:
    known = anchors(study, "/study")
    page = [grown(plain(one)) for one in page_at(study, "/municipality/LV-025", "")]  # type: ignore[arg-type]
    told = with_class(page, "statement")
    assert told
    for node in told:
        (link,) = with_class(node, "source-link")
        number = int(node["props"]["data-statement"])
        assert link["props"]["href"] == f"/study#{statement_id(number)}"
        assert text(with_class(node, "statement-quote")) in known[statement_id(number)]
