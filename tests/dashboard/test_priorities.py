"""Priorities of the real study: read off the coded answers by hand, and what must always hold."""

import csv
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from dashboard.atlas import Atlas, read_atlas
from dashboard.database import Database, Edition
from dashboard.priorities import (
    CELLS,
    PARAMETERS,
    Pair,
    Standing,
    estimated,
    in_cell,
    in_group,
    pair_of,
    reading,
    shown_states,
    standings,
)
from dashboard.records import AreaValue
from dashboard.state import INDICATORS

STUDY = Path(__file__).parents[2] / "etl" / "study_2016"
TRAINING = pair_of("identified_cases", "training_coverage")
PAIRS = [pair_of(*two, estimates=on) for two in permutations(INDICATORS, 2) for on in (True, False)]
SETS = ("2009", "2021", "2025")
OPEN_FRAMES = ["Daugavpils novads", "Limbažu novads", "Priekuļu novads", "Rēzeknes novads"]


@pytest.fixture(scope="module")
def edition(study_database: Path) -> Edition:
    return Database(study_database).edition()


@pytest.fixture(scope="module")
def atlas(edition: Edition) -> Atlas:
    return read_atlas(edition, "2009")


@pytest.fixture(scope="module")
def found(atlas: Atlas) -> list[Standing]:
    return standings(atlas, TRAINING)


def names(members: list[Standing]) -> list[str]:
    return [one.place.name_nom for one in members]


def coded(question: str) -> dict[str, list[str]]:
    """Municipality code → what its courts and services answered, from the study's own files."""
    with (STUDY / "institutions.csv").open(encoding="utf-8", newline="") as file:
        places = {row["institution_id"]: row["municipality_code"] for row in csv.DictReader(file)}
    answers: dict[str, list[str]] = {code: [] for code in places.values() if code}
    with (STUDY / "answers.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["question"] == question and places[row["institution_id"]]:
                answers[places[row["institution_id"]]].append(row["answer"])
    return answers


def cell_of(cases: list[str], training: list[str]) -> str:
    """The cell that a reader of the coded answers would choose."""
    reported = "reported" if "yes" in cases else "none" if cases else "no_answer"
    answered = [one for one in training if one != "no_answer"]
    trained = answered.count("trained")
    if not answered:
        return f"{reported}-no_answer"
    return f"{reported}-{'none' if not trained else 'all' if trained == len(answered) else 'some'}"


def test_the_first_two_groups_are_those_read_off_the_lists_by_hand(found: list[Standing]) -> None:
    assert names(in_group(found, 1)) == ["Bauskas novads", "Strenču novads"]
    assert names(in_group(found, 2)) == [
        *("Jaunjelgavas novads", "Tukuma novads"),  # two institutions report a case
        *("Jaunpils novads", "Jelgavas novads", "Kandavas novads", "Pļaviņu novads"),
        *("Saldus novads", "Viesītes novads"),
    ]


def test_every_municipality_stands_in_the_cell_that_its_coded_answers_give(
    found: list[Standing],
) -> None:
    cases, training = coded("case_experience"), coded("training")
    cells = {one.place.code: one.cell for one in found}
    assert cells == {code: cell_of(cases[code], training[code]) for code in cases}
    assert {cell: len(in_cell(found, cell)) for cell in CELLS if in_cell(found, cell)} == {
        "reported-none": 2,
        "reported-some": 9,
        "reported-all": 11,
        "none-none": 32,
        "none-some": 28,
        "none-all": 32,
        "none-no_answer": 4,
        "no_answer-no_answer": 1,
    }


def test_who_is_silent_has_no_group(found: list[Standing]) -> None:
    silent = {n: one for n, one in zip(names(found), found, strict=True) if "no_answer" in one.cell}
    assert set(silent) == {
        *("Aizputes novads", "Jēkabpils", "Sējas novads", "Skrīveru novads"),  # on training
        "Naukšēnu novads",  # on everything
    }
    assert {one.group for one in silent.values()} == {0}


def test_a_place_that_may_have_more_courts_has_no_group_whatever_its_cell(
    found: list[Standing],
) -> None:
    places = [one for one in found if not one.place.frame_complete]
    assert sorted(names(places)) == OPEN_FRAMES
    assert {one.group for one in places} == {0}
    assert {one.cell for one in places} >= {"reported-some", "none-none"}  # cells of groups 2 and 3


def test_suspicion_is_told_and_not_counted(found: list[Standing]) -> None:
    kegums = next(one for one in found if one.place.name_nom == "Ķeguma novads")
    assert (kegums.group, kegums.row) == (3, "none")
    answers = reading(kegums.atlas, kegums.need.indicator, kegums.place)
    assert [i.institution_type for i in answers.suspicion] == ["orphans_court"]


@pytest.mark.parametrize("boundary_set", SETS)
@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_cells_and_groups_part_all_municipalities(
    edition: Edition, pair: Pair, boundary_set: str
) -> None:
    atlas = read_atlas(edition, boundary_set)
    found = standings(atlas, pair)
    everybody = sorted(atlas.municipalities)
    assert sorted(c.place.code for cell in CELLS for c in in_cell(found, cell)) == everybody
    assert sorted(g.place.code for group in range(4) for g in in_group(found, group)) == everybody
    rows, columns = shown_states(found)
    assert {one.cell for one in found} <= {f"{r}-{c}" for r in rows for c in columns}
    for one in (o for o in found if o.group):
        assert one.place.frame_complete
        assert {one.need.evidence, one.gap.evidence} <= {"named", "derived", "reported"}
        assert (one.need.denominator or 0) > 0 < (one.gap.denominator or 0)
        assert not one.gap_answers.unknown
        assert one.column in {"none", "some"}


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_an_estimate_is_never_a_priority(atlas: Atlas, pair: Pair) -> None:
    found = standings(atlas, pair)
    totals = estimated(found)
    assert {one.group for one in totals} <= {0}
    word = "estimated" if pair.estimates else "not_published"
    assert {word in one.cell for one in totals} <= {True}
    only_known = {pair.need, pair.gap} == {"identified_cases", "training_coverage"}
    assert (len(totals) == 0) == only_known


def test_the_list_goes_by_group_then_by_institutions_that_report_then_by_name(
    found: list[Standing],
) -> None:
    groups = [one.group for one in found]
    assert groups == sorted(groups, key=lambda group: group or 9)
    counts = [(one.group or 9, -(one.need.numerator or 0)) for one in found]
    assert counts == sorted(counts)
    third = names(in_group(found, 3))
    assert third[:4] == ["Ādažu novads", "Alojas novads", "Alūksnes novads", "Baltinavas novads"]
    assert third.index("Krāslavas novads") < third.index("Krimuldas novads")
    assert third.index("Krimuldas novads") < third.index("Ķeguma novads")
    assert len(third) == 30


def test_a_region_keeps_its_own(atlas: Atlas) -> None:
    found = standings(atlas, TRAINING, "Zemgales")
    assert {one.place.planning_region for one in found} == {"Zemgales"}
    assert names(in_group(found, 1)) == ["Bauskas novads"]


def test_a_gap_that_is_the_need_gives_way() -> None:
    for one in INDICATORS:
        pair = pair_of(one, one)
        assert pair.need == one
        assert pair.gap != one
    assert pair_of("training_coverage", "training_coverage").gap == "identified_cases"
    assert (PARAMETERS["need"][0], PARAMETERS["gap"][0]) == (TRAINING.need, TRAINING.gap)


def test_where_of_some_nothing_is_known_neither_none_nor_all_is_claimed(
    found: list[Standing],
) -> None:
    """As after replies that complete a survey in part."""

    def partly(value: AreaValue) -> AreaValue:
        return replace(value, caveats=(*value.caveats, "partly_published"))

    for one in found:
        part = replace(one, need=partly(one.need), gap=partly(one.gap))
        assert part.row == ("not_published" if one.row == "none" else one.row)
        unsure = one.column in {"none", "all"}
        assert part.column == ("not_published" if unsure else one.column)
        assert part.group == (2 if one.group == 2 else 0)
