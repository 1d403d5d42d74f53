"""Whose answers a row of a file holds: nobody's where its cells may mean another."""

from pathlib import Path

import pytest

from etl.build import STUDY
from etl.problems import Problem
from etl.read_survey import read_survey
from etl.replies.decisions import Decisions
from etl.replies.frame import directory
from etl.replies.matching import Matched, Matcher
from tests.etl.replies_read import read

FRAME = directory(read_survey(STUDY))


def matched(path: Path, *lines: str) -> tuple[list[Matched], list[Problem]]:
    """What the rows of a file find, without any decision."""
    path.write_text("\n".join(lines) + "\n", "utf-8")
    replies = read(path)
    assert replies.problems == []
    return Matcher(FRAME, Decisions([], FRAME)).match(replies.replies)


def test_the_name_beside_an_identifier_is_read_from_the_file_too(tmp_path: Path) -> None:
    row = "ss-LV-006;Ventspils novada sociālais dienests;ir"
    found, told = matched(tmp_path / "a.csv", "institution_id;Iestāde;client_materials", row)
    assert found == []
    assert [one.fault for one in told] == ["reply_id_of_another"]


@pytest.mark.parametrize("place", ["Ogres pilsēta", "Maltas pagasts", "Malta"])
def test_a_place_without_a_type_is_no_court_though_only_a_court_is_known_there(
    tmp_path: Path, place: str
) -> None:
    """The novads' social service works there too."""
    heading = "Iestāde;Iestādes veids;client_materials"
    found, told = matched(tmp_path / "a.csv", heading, f"{place};;ir")
    assert found == []
    assert [one.fault for one in told] == ["reply_name_ambiguous"]
    found, told = matched(tmp_path / "b.csv", heading, f"{place};bāriņtiesa;ir")
    assert len(found) == 1
    assert told == []
