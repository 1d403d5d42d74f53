"""The comparing page on the real study: its parameters, reforms, files, and tables of text."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from dashboard.atlas import read_atlas
from dashboard.database import Database, Edition
from dashboard.map_views import MapChoice
from dashboard.pages import compare, compare_boundaries, compare_indicators
from dashboard.pages.compare_municipalities import placed_amount, side
from dashboard.pages.compare_parts import Scene
from dashboard.pages.reforms import other_set, read_reform
from dashboard.routes import page_at
from dashboard.state import INDICATORS, Choices, parse_state
from tests.browser.truth import Truth
from tests.dashboard.components.trees import nodes, plain, text, with_class

AGLONA, INCUKALNS = "LV-001", "LV-037"
PREILI, KRASLAVA = "LV-073", "LV-047"
JELGAVA, OZOLNIEKI, BAUSKA = "LV-041", "LV-069", "LV-016"


@pytest.fixture(scope="module")
def study(study_database: Path) -> Database:
    return Database(study_database)


@pytest.fixture(scope="module")
def edition(study: Database) -> Edition:
    return study.edition()


@pytest.fixture(scope="module")
def truth(edition: Edition) -> Truth:
    return Truth(edition)


def scene(edition: Edition, search: str) -> Scene:
    """A comparison as the address asks for it."""
    sets = ("2009", "2021", "2025")
    codes = {one: frozenset(read_atlas(edition, one).municipalities) for one in sets}
    regions = frozenset(read_atlas(edition, "2009").planning_regions)
    return Scene(edition, parse_state(search, Choices(codes, regions), compare.PARAMETERS))


def page(study: Database, search: str) -> list[dict[str, Any]]:
    """The page as the browser gets it."""
    return [plain(part) for part in page_at(study, "/compare", search)]  # type: ignore[arg-type]


def test_every_boundary_set_can_be_compared_with(edition: Edition) -> None:
    rows = edition.rows("boundary_sets", {"lang": "lv"})
    for row in rows:
        assert scene(edition, f"against={row['boundary_set']}").parsed.unknown == ()


def test_a_boundary_set_is_compared_with_the_next_one_and_the_newest_with_the_one_before() -> None:
    sets = ["2009", "2021", "2025"]
    assert [other_set(sets, one, "") for one in sets] == ["2021", "2025", "2021"]
    assert other_set(sets, "2009", "2025") == "2025"
    assert other_set(sets, "2021", "2021") == "2025"


def test_the_reform_of_2021_is_reckoned_as_it_was(edition: Edition) -> None:
    reform = read_reform(edition, "2009", "2021")
    assert set(reform.split) == {AGLONA, INCUKALNS}
    assert len(reform.merged) + len(reform.split) + len(reform.same) == 119
    assert {"LV-RIX", "LV-DGV", "LV-JEL", "LV-JUR", "LV-LPX", "LV-REZ", "LV-VEN"} <= set(
        reform.same
    )
    assert {"LV-JKB", "LV-VMR", JELGAVA, OZOLNIEKI} <= set(reform.merged)
    assert reform.after(AGLONA) == [PREILI, KRASLAVA]  # the seat first
    assert reform.seat(OZOLNIEKI) == JELGAVA
    assert set(reform.before(JELGAVA)) == {JELGAVA, OZOLNIEKI}


def test_the_reform_of_2025_joined_two(edition: Edition) -> None:
    reform = read_reform(edition, "2021", "2025")
    names = read_atlas(edition, "2021").municipalities
    assert [names[code].name_nom for code in reform.merged] == [
        "Madonas novads",
        "Varakļānu novads",
    ]
    assert (reform.split, len(reform.same)) == ([], 41)


def test_a_choice_is_carried_to_the_other_map(edition: Edition) -> None:
    reform = read_reform(edition, "2009", "2021")
    carried = compare_boundaries.chosen_on
    assert carried(reform, "2009", "2009", AGLONA) == [AGLONA]
    assert carried(reform, "2021", "2009", AGLONA) == [PREILI, KRASLAVA]
    assert set(carried(reform, "2009", "2021", JELGAVA)) == {JELGAVA, OZOLNIEKI}
    assert carried(reform, "2021", "2009", "") == []


@pytest.mark.parametrize(
    ("search", "said"),
    [
        (
            f"municipality={AGLONA}",
            [
                (
                    "Aglonas novadu sadalīja starp Preiļu novadu un Krāslavas novadu; "
                    "visas iestādes ieskaitītas Preiļu novadā."
                )
            ],
        ),
        (
            f"municipality={OZOLNIEKI}",
            [
                "Jelgavas novadu veido Jelgavas novads un Ozolnieku novads.",
                "Ozolnieku novada iestādes ieskaitītas Jelgavas novadā.",
            ],
        ),
        ("municipality=LV-RIX", ["Rīgas teritorija nav mainījusies."]),
        (
            f"municipality={JELGAVA}&boundary_set=2021&against=2009",
            ["Jelgavas novadu veido Jelgavas novads un Ozolnieku novads."],
        ),
        ("municipality=LV-RIX&boundary_set=2021", ["Rīgas teritorija nav mainījusies."]),
    ],
)
def test_what_a_reform_did_to_a_place_is_said(
    edition: Edition, search: str, said: list[str]
) -> None:
    shown = scene(edition, f"mode=boundaries&{search}")
    reform = compare_boundaries.reform_of(shown)
    code = shown.state.municipality
    assert compare_boundaries.place_words(shown, reform, code) == said


def test_a_part_of_a_split_unit_is_told_of_the_unit_that_got_it(edition: Edition) -> None:
    shown = scene(edition, "mode=boundaries&boundary_set=2021&against=2009")
    said = compare_boundaries.made_of(shown, compare_boundaries.reform_of(shown), KRASLAVA)
    assert "Aglonas" not in said[0]
    assert said[1] == "Tam pievienota arī daļa no Aglonas novada."


def test_the_text_tables_hold_every_municipality(edition: Edition, truth: Truth) -> None:
    data = compare_indicators.as_text(scene(edition, ""))
    places = truth.places()
    assert {row[0]["text"] for row in data["rows"]} == {p["name_nom"] for p in places.values()}
    assert len(data["columns"]) == 1 + len(INDICATORS)
    own = next(row for row in data["rows"] if row[0]["text"] == "Jelgavas novads")
    assert own[1]["text"].startswith("1\N{NO-BREAK SPACE}no\N{NO-BREAK SPACE}2 iestādēm")
    assert own[3]["text"].endswith("(aplēsts)")
    region = compare_indicators.as_text(scene(edition, "planning_region=Zemgales"))
    assert len(region["rows"]) == len(truth.values("training_coverage", region="Zemgales"))
    shown = scene(edition, "mode=boundaries")
    steps = compare_boundaries.as_text(shown, compare_boundaries.reform_of(shown))
    assert len(steps["rows"]) == 121  # 119 units, two of them in two parts


def test_latvia_is_counted_without_the_agency(edition: Edition) -> None:
    atlas = read_atlas(edition, "2009")
    parts = [atlas.latvia["identified_cases", one] for one in ("orphans_court", "social_service")]
    base, yes = (sum(getattr(p, n) for p in parts) for n in ("denominator", "numerator"))
    shown = placed_amount(atlas, MapChoice("identified_cases", "all", estimates=True), "en")
    assert shown == f"{yes}\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}{base}"
    assert placed_amount(atlas, MapChoice("ngo_awareness", "all", estimates=False), "en") == ""


def test_a_side_knows_who_is_silent(edition: Edition) -> None:
    atlas = read_atlas(edition, "2009")
    for code in atlas.municipalities:
        one = side(atlas, MapChoice("training_coverage", "all", estimates=True), code)
        if one.known:
            assert 0 <= one.silent < one.asked


@pytest.mark.parametrize(
    ("search", "said"),
    [
        ("", "Izvēlieties divas pašvaldības"),
        (f"&municipality={JELGAVA}", "Jelgavas novads: izvēlieties otru pašvaldību."),
        (f"&with={BAUSKA}", "Bauskas novads: izvēlieties pirmo pašvaldību."),
        (f"&municipality={JELGAVA}&with={JELGAVA}", "Jelgavas novads ir izvēlēta abās pusēs."),
    ],
)
def test_what_is_still_to_be_chosen_is_said(study: Database, search: str, said: str) -> None:
    tree = page(study, f"?mode=municipalities{search}")
    (hint,) = with_class(tree, "compare-hint")
    assert said in text(hint)
    assert with_class(tree, "pair-table") == []


def test_neighbours_stand_ready_as_the_other(study: Database, edition: Edition) -> None:
    tree = page(study, f"?mode=municipalities&municipality={JELGAVA}")
    links = [one for one in nodes(with_class(tree, "compare-choices")) if one["type"] == "A"]
    near = read_atlas(edition, "2009").municipalities[JELGAVA].neighbours
    assert len(links) == len(near) > 2
    assert all(f"with={code}" in "".join(one["props"]["href"] for one in links) for code in near)


def files(edition: Edition) -> Iterator[tuple[str, str]]:
    for mode, search in (
        ("indicators", "planning_region=Zemgales"),
        ("municipalities", f"municipality={JELGAVA}&with={BAUSKA}"),
        ("boundaries", "institution_type=social_service"),
    ):
        for table in ("indicators", "answers"):
            shown = scene(edition, f"mode={mode}&{search}")
            yield mode, compare.file_of(shown, mode, table, "analysis")


def test_the_files_hold_what_is_compared(edition: Edition, study_client: FlaskClient) -> None:
    for mode, address in files(edition):
        answer = study_client.get(address)
        assert answer.status_code == 200, address
        rows = answer.get_data(as_text=True).splitlines()
        assert len(rows) > 8, (mode, address)
    address = compare.file_of(
        scene(edition, "mode=boundaries"), "boundaries", "indicators", "excel"
    )
    assert "boundary_set=2009&boundary_set=2021" in address
    assert "indicator=training_coverage&" in address


def test_the_language_link_keeps_the_comparison(study: Database) -> None:
    tree = page(study, f"?mode=municipalities&municipality={JELGAVA}&with={BAUSKA}")
    (link,) = (one for one in nodes(tree) if one["props"].get("lang") == "en")
    assert link["props"]["href"].endswith(
        f"municipality={JELGAVA}&lang=en&mode=municipalities&with={BAUSKA}"
    )
