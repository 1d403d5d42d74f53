"""A profile of very many institutions and answers is shown in parts; a real one is always whole."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from benchmarks.synthetic_survey import Size, write_surveys
from dashboard.atlas import Atlas, read_atlas, read_labels
from dashboard.components.squares import MOST_SQUARES
from dashboard.database import Database
from dashboard.exports.files import export_file
from dashboard.i18n.source_list import MOST_SOURCES
from dashboard.i18n.translate import LANGUAGES, Words
from dashboard.pages.place_parts import Voice
from dashboard.pages.priority_words import MOST_NAMES, still
from dashboard.pages.profile_answers import further_answers
from dashboard.pages.profile_parts import AT_ONCE
from dashboard.priorities import pair_of, standings
from dashboard.routes import page_at, view_at
from dashboard.state import INDICATORS, ParsedState, ViewState
from etl.build import build
from tests.conftest import quiet
from tests.dashboard.components.trees import grown, nodes, plain, text

SETS = ("2009", "2021", "2025")
PLACE = "LV-002"
LARGE = Size(institutions=4000, questions=20)  # 31 at a place, some 500 answers of theirs


@pytest.fixture(scope="module")
def study(study_database: Path) -> Database:
    return Database(study_database)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Database:
    """An invented survey, fourteen times as large as the study."""
    folder = tmp_path_factory.mktemp("large")
    surveys = write_surveys(LARGE, folder / "survey")
    build(folder / "large.duckdb", survey_folders=surveys, say=quiet)
    return Database(folder / "large.duckdb")


def profile(database: Database, code: str, query: str = "") -> list[dict[str, Any]]:
    """All elements of a profile, those too that are written out as HTML."""
    page = page_at(database, f"/municipality/{code}", query)
    return list(nodes([grown(plain(part)) for part in page if not isinstance(part, str)]))


def classed(elements: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    return [one for one in elements if name in str(one["props"].get("className", "")).split()]


def institutions(elements: list[dict[str, Any]]) -> list[str]:
    """The names in the table of institutions."""
    tables = classed(elements, "institution-table")
    heads = [n for table in tables for n in nodes(table) if n["props"].get("scope") == "row"]
    return [text(one) for one in heads]


def answers(elements: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Question and answer of what was answered beyond the indicators."""
    lists = [n for n in elements if n["type"] == "dl"]
    rows = [row for one in lists for row in nodes(one) if row["type"] == "div"]
    return [(text(row["props"]["children"][0]), text(row["props"]["children"][1])) for row in rows]


def links(elements: list[dict[str, Any]]) -> dict[str, str]:
    """The pagers' links by their words."""
    found = [node for pager in classed(elements, "pager") for node in nodes(pager)]
    return {text(one): one["props"]["href"] for one in found if one["props"].get("href")}


# The real study


@pytest.mark.parametrize("boundary_set", SETS)
def test_every_profile_of_the_study_is_whole(study: Database, boundary_set: str) -> None:
    edition = study.edition()
    atlas = read_atlas(edition, boundary_set)
    voice, parsed = Voice(atlas, Words("lv"), read_labels(edition, "lv")), ParsedState(ViewState())
    most = 0
    for code in atlas.municipalities:
        shown = further_answers(edition, voice, code, parsed)
        made = list(nodes([grown(plain(part)) for part in shown if not isinstance(part, str)]))
        assert not classed(made, "pager")
        here = len(atlas.at(code))
        assert len(institutions(made)) == (here if here > 2 else 0)
        own = {"wave": "2016", "boundary_set": boundary_set, "code": code, "lang": "lv"}
        rows = edition.rows("other_answers", own | {"before": 0, "most": 10_000})
        assert len(answers(made)) == len(rows)
        most = max(most, len(rows))
        assert all(len(one.sources) <= MOST_SOURCES for one in values(atlas, code))
    assert 10 < most < AT_ONCE["answers"]


def values(atlas: Atlas, code: str) -> Iterator[Any]:
    for found in atlas.values.values():
        yield found[code]


@pytest.mark.parametrize("boundary_set", SETS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_source_and_no_name_of_the_study_is_left_out(
    study: Database, boundary_set: str, lang: str
) -> None:
    atlas = read_atlas(study.edition(), boundary_set)
    w = Words(lang)
    for code in atlas.municipalities:
        whole = {s for one in INDICATORS for s in atlas.values[one, "all"][code].sources}
        assert len(whole) <= MOST_SOURCES
    for need in INDICATORS:
        for one in standings(atlas, pair_of(need, next(i for i in INDICATORS if i != need))):
            reading = one.gap_answers
            assert len(reading.no) <= MOST_NAMES
            assert len(reading.survey_silent + reading.question_silent) <= MOST_NAMES
            assert not re.search(r"un vēl \d|and \d+ more", still(one, w))


# An invented one


def test_a_large_profile_has_all_its_institutions_in_parts(large: Database) -> None:
    atlas = read_atlas(large.edition(), "2009")
    wanted = len(atlas.at(PLACE))
    assert AT_ONCE["institutions"] < wanted < 2 * AT_ONCE["institutions"]
    first = profile(large, PLACE)
    second = profile(large, PLACE, "?institutions=2")
    assert len(institutions(first)) == AT_ONCE["institutions"]
    names = institutions(first) + institutions(second)
    assert len(names) == len(set(names)) == wanted


def test_the_links_lead_through_all_answers_and_back(large: Database) -> None:
    (row,) = large.edition().rows(
        "other_answer_count", {"wave": "2030", "boundary_set": "2009", "code": PLACE}
    )
    found, address, steps = [], f"/municipality/{PLACE}", 0
    while address and steps < 20:
        url = urlsplit(address)
        made = profile(large, PLACE, f"?{url.query}")
        part = answers(made)
        assert 0 < len(part) <= AT_ONCE["answers"]
        found += part
        address, steps = links(made).get("Nākamās atbildes", ""), steps + 1
    assert len(found) == row["answers"]
    assert steps == -(-row["answers"] // AT_ONCE["answers"]) > 2
    back = links(made)["Iepriekšējās atbildes"]
    assert parse_qs(urlsplit(back).query) == {"answers": [str(steps - 1)]}
    assert urlsplit(back).fragment in {one["props"].get("id") for one in made}


def test_the_answers_in_parts_are_those_of_the_file_in_one_order(large: Database) -> None:
    edition = large.edition()
    own = {"wave": "2030", "boundary_set": "2009", "code": PLACE, "lang": "lv"}
    whole = edition.rows("other_answers", own | {"before": 0, "most": 100_000})
    parts = [
        row
        for before in range(0, len(whole), 100)
        for row in edition.rows("other_answers", own | {"before": before, "most": 100})
    ]
    assert parts == whole
    made = export_file(edition, "answers.csv", {"municipality": [PLACE]})
    lines = b"".join(made.pieces).decode().splitlines()[1:]
    of_indicators = {
        row["question"] for row in edition.rows("indicator_definitions", {"lang": "lv"})
    }
    asked = [line for line in lines if not any(f",{one}," in line for one in of_indicators)]
    assert len(asked) == len(whole)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_part_says_what_it_is_a_part_of_and_leads_to_the_table(
    large: Database, lang: str
) -> None:
    made = profile(large, PLACE, f"?lang={lang}&institutions=2")
    shown = [text(one) for one in classed(made, "pager-shown")]
    total = len(read_atlas(large.edition(), "2009").at(PLACE))
    first = AT_ONCE["institutions"] + 1
    between = "–" if lang == "en" else ".–"
    assert f" {first}{between}{total}" in shown[0]
    assert shown[0].count(str(total)) == 2
    hints = [one for one in classed(made, "profile-hint") if list(with_link(one))]
    assert len(hints) == 2
    for hint in hints:
        (link,) = with_link(hint)
        query = parse_qs(urlsplit(link).query)
        assert (query["rows"], query["municipality"]) == (["answers"], [PLACE])


def with_link(element: dict[str, Any]) -> Iterator[str]:
    for one in nodes(element):
        if one["props"].get("href"):
            yield one["props"]["href"]


@pytest.mark.parametrize("query", ["?institutions=3", "?answers=999", "?answers=0", "?answers=x"])
def test_a_part_that_there_is_not_is_told_and_the_first_is_shown(
    large: Database, query: str
) -> None:
    made = profile(large, PLACE, query)
    assert institutions(made) == institutions(profile(large, PLACE))
    (notice,) = classed(made, "notice")
    assert query.partition("=")[2] in text(notice)
    assert view_at(large.edition(), f"/municipality/{PLACE}", query) is None


def test_each_part_is_kept_as_an_answer_of_its_own(large: Database) -> None:
    path = f"/municipality/{PLACE}"
    keys = {view_at(large.edition(), path, one) for one in ("", "?answers=2", "?institutions=2")}
    assert len(keys) == 3
    assert view_at(large.edition(), path, "?answers=1") == view_at(large.edition(), path, "")


def test_of_many_sources_only_their_number_is_told(large: Database) -> None:
    atlas = read_atlas(large.edition(), "2009")
    value = atlas.values["identified_cases", "all"][PLACE]
    assert len(value.sources) > MOST_SOURCES
    said = Voice(atlas, Words("lv"), {}).sources(value.sources)
    assert f"{len(value.sources)} avot" in said
    assert said.endswith("; visi ir eksporta failā")
    few = value.sources[:MOST_SOURCES]
    labels = {("source", one): f"<{one}>" for one in few}
    assert Voice(atlas, Words("lv"), labels).sources(few).count("<") == MOST_SOURCES


def test_the_work_on_a_page_does_not_grow_with_the_answers(large: Database) -> None:
    """As many elements as its parts hold, whatever the survey's size."""
    made = profile(large, PLACE)
    assert len(made) < 100 * (AT_ONCE["institutions"] + AT_ONCE["answers"])
    bars = classed(made, "square")
    assert len(bars) <= 4 * MOST_SQUARES


def test_a_row_of_priorities_names_as_many_as_it_may_and_counts_the_rest(large: Database) -> None:
    atlas = read_atlas(large.edition(), "2009")
    cut = 0
    for one in standings(atlas, pair_of("training_coverage", "identified_cases")):
        said = still(one, Words("lv")).partition(";")[0]
        without = len(one.gap_answers.no)
        more = re.search(r"un vēl (\d+)$", said)
        named = said.count(",") + 1
        if without > MOST_NAMES:
            assert more
            assert (named, int(more[1])) == (MOST_NAMES, without - MOST_NAMES)
            cut += 1
        else:
            assert (more, named) == (None, without)
    assert cut > 50
