"""Cells of one row that mean different institutions: nobody's answer is given to another."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from etl.build import STUDY
from etl.problems import Problem
from etl.read_survey import read_survey
from etl.replies.decisions import Decisions
from etl.replies.decisions_file import Decided, DecisionRow
from etl.replies.frame import directory
from etl.replies.matching import Matched, Matcher
from tests.etl.replies_read import read
from tests.etl.replying import A_REPLY, COLUMNS

FRAME = directory(read_survey(STUDY))
VENTSPILS, ALSUNGA = "ss-LV-106", "ss-LV-006"
NAME = "Ventspils novada sociālais dienests"


def fault(institution_id: str = "", **cells: str) -> Problem | None:
    """What is told of a row; None where its institution is found."""
    one = replace(A_REPLY, institution_id=institution_id, **cells)
    matched, problems = Matcher(FRAME, Decisions([], FRAME)).match([one])
    assert len(matched) + len(problems) == 1
    return problems[0] if problems else None


@pytest.mark.parametrize(
    "cells",
    [
        {"institution": NAME, "place": "Ventspils novads"},
        {"institution": "Ventspils nov. soc. dienests"},
        {"institution": "ventspils novada socialais dienests"},
        {"institution": "Ventpils novada sociālais dienets"},  # the identifier is exact
        {"institution": "Labklājības pārvalde"},  # a name of its own
        {"place": "Ventspils novads"},
    ],
)
def test_an_identifier_may_stand_beside_its_own_name_and_place(cells: dict[str, str]) -> None:
    assert fault(VENTSPILS, **cells) is None


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"institution": NAME, "place": "Alsungas novads"}, "institution"),
        ({"institution": "Ventpils novada sociālais dienets"}, "institution"),
        ({"place": "Ventspils novads"}, "place"),
        ({"institution": "Alsungas novada sociālais dienests", "place": "Aloja"}, "place"),
    ],
)
def test_an_identifier_beside_anothers_name_or_place_is_a_fault(
    cells: dict[str, str], column: str
) -> None:
    told = fault(ALSUNGA, **cells)
    assert told is not None
    assert (told.fault, told.column) == ("reply_disagrees_with_id", COLUMNS[column])
    assert "Alsungas novada sociālais dienests" in str(told)


def test_every_institution_may_stand_beside_its_own_cells() -> None:
    for known in FRAME.institutions.values():
        cells = {"institution": known.name, "place": known.municipality}
        assert fault(known.institution_id, **cells) is None, known


def test_a_right_name_beside_another_municipality_is_told_at_the_municipality() -> None:
    told = fault(institution=NAME, place="Alsungas novads")
    assert told is not None
    assert (told.fault, told.column, told.value) == (
        "reply_place_disagrees",
        "D (Pašvaldība)",
        "Alsungas novads",
    )
    assert "Ventspils novads" in told.sentence("lv")


def test_a_misspelt_name_is_not_proposed_against_its_municipality() -> None:
    told = fault(institution="Ventpils novada sociālais dienets", place="Alsungas novads")
    assert told is not None
    assert (told.fault, told.column) == ("reply_name_elsewhere", "C (Iestāde)")
    assert "Alsungas novada sociālais dienests (ss-LV-006, 59\u00a0% alike), Ventspils" in str(told)
    assert "the first is in Alsungas novads. Correct the name and, if another" in str(told)
    assert "decisions" not in str(told)  # no row stands ready: it would take one side


def matched(path: Path, *decisions: DecisionRow) -> tuple[list[Matched], list[Problem]]:
    """What a file's rows find, with these decisions."""
    replies = read(path)
    assert replies.problems == []
    located = [Decided("decisions.csv", row, one) for row, one in enumerate(decisions, 2)]
    decided = Decisions(located, FRAME)
    assert decided.problems == []
    return Matcher(FRAME, decided).match(replies.replies)


def decision(written: str, institution_id: str) -> DecisionRow:
    return DecisionRow(
        written=written,
        institution_type=None,
        institution_id=institution_id,
        decided_by="A. Bērziņa",
        date=date(2026, 3, 1),
        reason="by its letter",
    )


def file(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_the_name_beside_an_identifier_is_read_from_the_file_too(tmp_path: Path) -> None:
    rows = ("institution_id;Iestāde;client_materials", f"{ALSUNGA};{NAME};ir")
    found, told = matched(file(tmp_path / "a.csv", *rows))
    assert found == []
    assert [(one.fault, one.column) for one in told] == [("reply_disagrees_with_id", "B (Iestāde)")]


OGRE = "oc-LV-067-pagasti"


def test_a_decision_about_a_name_is_none_about_a_row_of_another_municipality(
    tmp_path: Path,
) -> None:
    heading, name = "Iestāde;Pašvaldība;client_materials", "Ogres novada bāriņtiesa"
    decided = decision(name, OGRE)
    here = file(tmp_path / "here.csv", heading, f"{name};Ogres novads;ir", f"{name};;ir")
    found, told = matched(here, decided)
    assert [(one.institution_id, one.decision) for one in found] == [(OGRE, decided)] * 2
    assert told == []
    there = file(tmp_path / "there.csv", heading, f"{name};Tukuma novads;ir")
    found, told = matched(there, decided)
    assert found == []
    assert [(one.fault, one.value) for one in told] == [("reply_place_disagrees", "Tukuma novads")]


def test_a_decision_about_a_name_without_a_place_holds_for_its_own_municipality_alone(
    tmp_path: Path,
) -> None:
    """Two courts of Ogre and two of Gulbene are all "Bāriņtiesa"."""
    rows = [f"Bāriņtiesa;{place};ir" for place in ("Ogres novads", "Gulbenes novads", "Gulbne")]
    answers = file(tmp_path / "a.csv", "Iestāde;Pašvaldība;client_materials", *rows)
    _, told = matched(answers)
    assert "Bāriņtiesa Ogres novads,orphans_court,INSTITUTION ID," in str(told[0])
    found, told = matched(answers, decision("Bāriņtiesa Ogres novads", OGRE))
    assert [(one.institution_id, one.reply.row) for one in found] == [(OGRE, 2)]
    assert [(one.fault, one.row) for one in told] == [
        ("reply_name_ambiguous", 3),
        ("reply_place_unknown", 4),
    ]


def test_a_decision_about_one_branch_is_none_about_another(tmp_path: Path) -> None:
    answers = file(
        tmp_path / "a.csv",
        "Iestāde;Pašvaldība;client_materials",
        "NVA filiāle;Talsi;ir",
        "NVA filiāle;Tukums;nav",
    )
    found, told = matched(answers, decision("NVA filiāle Talsi", "ea-unplaced-07"))
    assert [(one.institution_id, one.reply.row) for one in found] == [("ea-unplaced-07", 2)]
    assert [(one.fault, one.row) for one in told] == [("reply_name_unknown", 3)]


@pytest.mark.parametrize("place", ["Ogres pilsēta", "Maltas pagasts", "Malta"])
def test_a_place_without_a_type_is_no_court_though_only_a_court_is_known_there(place: str) -> None:
    """The novads' social service works there too."""
    told = fault(institution=place)
    assert told is not None
    assert (told.fault, told.column) == ("reply_name_ambiguous", COLUMNS["institution"])
    assert fault(institution=place, institution_type="orphans_court") is None


def test_a_place_without_a_type_may_be_decided_for_another_than_its_court(tmp_path: Path) -> None:
    answers = file(tmp_path / "a.csv", "Iestāde;client_materials", "Malta;ir")
    found, told = matched(answers, decision("Malta", "ss-LV-077"))
    assert [one.institution_id for one in found] == ["ss-LV-077"]
    assert told == []
