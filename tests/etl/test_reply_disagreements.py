"""Cells of one row that mean different institutions: nobody's answer is given to another."""

from dataclasses import replace

import pytest

from etl.build import STUDY
from etl.problems import Problem
from etl.read_survey import read_survey
from etl.replies.decisions import Decisions
from etl.replies.frame import directory
from etl.replies.matching import Matcher
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


def test_a_row_whose_name_and_municipality_agree_is_told_at_its_identifier() -> None:
    told = fault(ALSUNGA, institution=NAME, place="Ventspils novads")
    assert told is not None
    assert (told.fault, told.column) == ("reply_id_of_another", COLUMNS["institution_id"])
    assert f"„{NAME}” ({VENTSPILS})" in told.sentence("lv")


def test_a_misspelt_municipality_of_another_is_not_passed_over_beside_an_identifier() -> None:
    told = fault(ALSUNGA, place="Ventspils novds")
    assert told is not None
    assert (told.fault, told.column) == ("reply_disagrees_with_id", COLUMNS["place"])
    assert fault(ALSUNGA, place="Alsungas novds") is None
    assert fault(ALSUNGA, place="Kuldīgas novads") is not None
    assert fault("oc-LV-032", place="Dienvidkurzemes novads") is None  # within newer boundaries
