"""What changed between two waves: like with like only, ranges where institutions were merged or are
estimated, and a reason where nothing can be compared. The second wave is always invented.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from etl.build import STUDY, build
from etl.write import opened
from tests.conftest import quiet
from tests.invented_wave import (
    answered,
    invented_copy_of_the_study,
    invented_wave,
    left_out,
    moved,
    rewritten,
)

Row = dict[str, object]


def changes(database: Path, where: str) -> list[Row]:
    with opened(database) as connection:
        cursor = connection.execute(f"from indicator_change where {where} order by all")
        names = [column[0] for column in cursor.description or []]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def one(database: Path, where: str) -> Row:
    (row,) = changes(database, where)
    return row


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Build the study beside an invented copy of it, some of whose answers are other ones."""

    def made(answers: dict[str, str] | None = None, wordings: dict[str, str] | None = None) -> Path:
        folder = tmp_path_factory.mktemp("copied")
        copy = invented_copy_of_the_study(folder / "copy", "2019", answers or {})
        for question, wording in (wordings or {}).items():
            rewritten(copy / "questions.csv", {"question": question}, {"wording_lv": wording})
        build(folder / "x.duckdb", survey_folders=[STUDY, copy], say=quiet)
        return folder / "x.duckdb"

    return made


@pytest.fixture(scope="module")
def same(copied: Callable[..., Path]) -> Path:
    """A second wave that answered as the first did, but for one court and one service."""
    return copied(
        {
            "oc-LV-JEL/training": "trained",  # was not_trained
            "ss-LV-JEL/training": "not_trained",  # was trained
            "oc-LV-LPX/training": "not_trained",  # was trained
        }
    )


TRAINING = "indicator = 'training_coverage' and boundary_set = '2009'"


def test_one_wave_has_no_changes(study_database: Path) -> None:
    assert changes(study_database, "true") == []


def test_the_same_answers_are_no_change_whatever_the_boundaries(same: Path) -> None:
    others = "indicator in ('identified_cases', 'training_coverage') and municipality_code <> ''"
    others += " and municipality_code not in ('LV-JEL', 'LV-LPX')"
    found = changes(same, f"{others} and reason is null")
    assert {row["boundary_set"] for row in found} == {"2009", "2021", "2025"}
    assert {(row["lower"], row["upper"], row["class"]) for row in found} == {(0.0, 0.0, 0)}
    assert all("merged" not in row["caveats"] for row in found)  # type: ignore[operator]


def test_a_change_has_its_counts_its_difference_and_its_class(same: Path) -> None:
    jelgava = f"{TRAINING} and municipality_code = 'LV-JEL'"
    court = one(same, f"{jelgava} and institution_type = 'orphans_court'")
    counts = [court[name] for name in ("before_lower", "before_base", "after_upper", "after_base")]
    assert counts == [0, 1, 1, 1]
    assert (court["lower"], court["upper"], court["class"]) == (1.0, 1.0, 2)
    service = one(same, f"{jelgava} and institution_type = 'social_service'")
    assert (service["lower"], service["class"]) == (-1.0, -2)
    both = one(same, f"{jelgava} and institution_type = 'all'")
    assert (both["lower"], both["upper"], both["class"]) == (0.0, 0.0, 0)
    assert both["caveats"] == ["types_differ"]  # else it would read as if nothing had changed
    half = one(same, f"{TRAINING} and municipality_code = 'LV-LPX' and institution_type = 'all'")
    assert (half["lower"], half["class"]) == (-0.5, -1)
    assert half["caveats"] == []


def test_who_was_silent_is_not_compared_and_the_reason_says_when(same: Path) -> None:
    courts = f"{TRAINING} and institution_type = 'orphans_court'"
    aglona = one(same, f"{courts} and municipality_code = 'LV-001'")
    assert (aglona["reason"], aglona["lower"], aglona["before_base"]) == ("silent_both", None, None)


def test_two_estimates_are_never_compared(same: Path) -> None:
    found = changes(same, "indicator = 'materials_availability' and municipality_code <> '' "
                          "and reason is null")  # fmt: skip
    assert all("estimated_before" not in row["caveats"] for row in found)  # type: ignore[operator]
    reasons = {row["reason"] for row in changes(same, "indicator = 'materials_availability'")}
    assert "estimated_twice" in reasons


def test_other_words_are_another_question(copied: Callable[..., Path]) -> None:
    other = copied(wordings={"training": "Vai kāds darbinieks ir bijis lekcijā"})
    assert {row["reason"] for row in changes(other, "indicator = 'training_coverage'")} == {
        "other_wording"
    }
    cases = changes(other, "indicator = 'identified_cases' and institution_type = 'all'")
    assert any(row["reason"] is None for row in cases)


def test_case_and_punctuation_make_no_other_question(copied: Callable[..., Path]) -> None:
    words = "vai  iestāde ir saskārusies ar cilvēku tirdzniecības gadījumu?"
    alike = copied(wordings={"case_experience": words})
    found = changes(alike, "indicator = 'identified_cases' and municipality_code = ''")
    assert {row["reason"] for row in found} == {None}


# A wave within the same boundaries that lists fewer institutions

OGRE = "municipality_code = 'LV-067' and institution_type = 'orphans_court'"


@pytest.fixture(scope="module")
def fewer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The study, an invented copy of it, and another without some courts.

    Of Ogre's two courts one is left, of the four of Daugavpils novads two; the four of Limbažu
    novads became one, with an identifier of its own.
    """
    folder = tmp_path_factory.mktemp("fewer")
    answers = {
        "oc-LV-067-pagasti/training": "trained",  # was not_trained
        "oc-LV-054-pilseta/training": "trained",  # was not_trained, as all four
    }
    whole = invented_copy_of_the_study(folder / "whole", "2018", {})
    copy = invented_copy_of_the_study(folder / "copy", "2019", answers)
    for wave in (whole, copy):
        # Whether the four courts of Limbaži were all is not proved, and would be the reason.
        courts = {"municipality_code": "LV-054", "institution_type": "orphans_court"}
        rewritten(wave / "institutions.csv", courts, {"caveat": ""})
        answered(wave, "oc-LV-067-pagasti", "client_materials", "yes")
    left_out(copy, "oc-LV-067-pilseta", "oc-LV-025-visku", "oc-LV-025-naujenes")
    limbazi = ("katvaru-umurgas", "limbazu-vilkenes-pales", "skultes-vidrizu")
    left_out(copy, *(f"oc-LV-054-{part}" for part in limbazi))
    for name in ("institutions.csv", "answers.csv", "statements.csv"):
        own = {"institution_id": "oc-LV-054"}
        rewritten(copy / name, {"institution_id": "oc-LV-054-pilseta"}, own)
    build(folder / "x.duckdb", survey_folders=[STUDY, whole, copy], say=quiet)
    return folder / "x.duckdb"


FEWER = f"{TRAINING} and wave_before = '2018' and wave = '2019'"


@pytest.mark.parametrize("boundary_set", ["2009", "2021", "2025"])
def test_a_court_that_only_one_wave_lists_is_left_out_and_not_merged(
    fewer: Path, boundary_set: str
) -> None:
    """The one that both list was not trained and now is, whatever the other would have said."""
    ogre = one(fewer, f"{OGRE} and indicator = 'training_coverage' and wave = '2019' "
                      f"and wave_before = '2018' and boundary_set = '{boundary_set}'")  # fmt: skip
    assert ogre["before_base"] == ogre["after_base"]
    assert "part_left_out" in ogre["caveats"]  # type: ignore[operator]
    assert "merged" not in ogre["caveats"]  # type: ignore[operator]
    assert ogre["lower"] == ogre["upper"] == pytest.approx(1 / ogre["after_base"])  # type: ignore[operator]
    if boundary_set == "2009":
        assert (ogre["before_lower"], ogre["before_base"], ogre["class"]) == (0, 1, 2)
        assert ogre["caveats"] == ["part_left_out"]
        assert ogre["before_sources"] == ["footnote 35"]  # not those of the court left out


def test_of_the_courts_that_both_waves_list_the_known_are_compared(fewer: Path) -> None:
    """Whether these are all was the reason why frames could not be compared; pairs can be."""
    daugavpils = one(fewer, f"{FEWER} and municipality_code = 'LV-025' "
                            "and institution_type = 'orphans_court'")  # fmt: skip
    assert (daugavpils["reason"], daugavpils["before_base"]) == (None, 1)  # Līksna was silent
    assert (daugavpils["lower"], daugavpils["upper"]) == (0.0, 0.0)
    assert daugavpils["caveats"] == ["part_left_out", "open_frame"]


def test_an_estimate_of_a_court_that_is_left_out_gives_no_bounds(fewer: Path) -> None:
    materials = f"{OGRE} and indicator = 'materials_availability' and boundary_set = '2009'"
    known = one(fewer, f"{materials} and wave_before = '2018' and wave = '2019'")
    assert (known["lower"], known["upper"]) == (0.0, 0.0)
    assert (known["before_evidence"], known["after_evidence"]) == ("reported", "reported")
    assert known["caveats"] == ["part_left_out"]
    bounded = one(fewer, f"{materials} and wave_before = '2016' and wave = '2019'")
    assert (bounded["lower"], bounded["upper"]) == (0.0, 1.0)
    assert bounded["caveats"] == ["estimated_before", "part_left_out"]


def test_two_estimates_of_the_court_that_is_left_are_not_compared(fewer: Path) -> None:
    ngo = one(fewer, f"{OGRE} and indicator = 'ngo_awareness' and boundary_set = '2009' "
                     "and wave_before = '2018' and wave = '2019'")  # fmt: skip
    assert (ngo["reason"], ngo["lower"], ngo["caveats"]) == ("estimated_twice", None, [])


def test_two_estimates_are_not_compared_where_boundaries_changed_either(tmp_path: Path) -> None:
    """Bauska's four courts of 2009 are one unit's since 2021; one of them is not asked again."""
    copy = invented_copy_of_the_study(tmp_path / "copy", "2022", {})
    moved(copy, "2022", "2021")
    left_out(copy, "oc-LV-016")
    build(tmp_path / "x.duckdb", survey_folders=[STUDY, copy], say=quiet)
    where = (
        "boundary_set = '2021' and institution_type = 'orphans_court' "
        "and municipality_code = 'LV-016'"
    )
    reasons = {row["indicator"]: row["reason"] for row in changes(tmp_path / "x.duckdb", where)}
    assert reasons["materials_availability"] == "estimated_twice"
    assert reasons["ngo_awareness"] == "estimated_twice"
    assert reasons["identified_cases"] is None


def test_courts_merged_into_one_of_its_own_are_a_merger_in_the_same_boundaries_too(
    fewer: Path,
) -> None:
    """Nobody is in both frames, so the frames are compared: none of 4 was trained, the 1 is."""
    limbazi = one(fewer, f"{FEWER} and municipality_code = 'LV-054' "
                         "and institution_type = 'orphans_court'")  # fmt: skip
    assert (limbazi["before_lower"], limbazi["before_base"], limbazi["after_base"]) == (0, 4, 1)
    assert (limbazi["lower"], limbazi["upper"]) == (1.0, 1.0)
    assert limbazi["caveats"] == ["merged"]


# A wave within other boundaries


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Callable[[dict[str, str]], Path]:
    """The study beside an invented wave within the boundaries of 2025, with these answers."""

    def made(answers: dict[str, str]) -> Path:
        folder = tmp_path_factory.mktemp("newer")
        wave = invented_wave(folder / "invented")
        for key, answer in answers.items():
            institution, question = key.split("/")
            where = {"institution_id": institution, "question": question}
            rewritten(wave / "answers.csv", where, {"answer": answer, "evidence": "reported"})
        build(folder / "x.duckdb", survey_folders=[STUDY, wave], say=quiet)
        return folder / "x.duckdb"

    return made


@pytest.fixture(scope="module")
def merged(newer: Callable[[dict[str, str]], Path]) -> Path:
    return newer(
        {
            "ss-LV-016/training": "trained",
            "oc-LV-015/training": "not_trained",
            "ss-LV-062/training": "trained",
            "oc-LV-062/training": "trained",
        }
    )


def test_waves_of_different_boundaries_meet_in_those_that_both_can_be_shown_in(
    merged: Path,
) -> None:
    found = changes(merged, "true")
    assert {row["boundary_set"] for row in found} == {"2025"}
    assert len({row["municipality_code"] for row in found}) == 43  # 42 and "" of the areas


def test_a_merger_of_institutions_that_all_said_the_same_is_certain(merged: Path) -> None:
    """0 of 4 services of Bauskas novads were trained: the one that they became is a gain."""
    bauska = one(merged, "indicator = 'training_coverage' and municipality_code = 'LV-016' "
                         "and institution_type = 'social_service'")  # fmt: skip
    assert (bauska["before_lower"], bauska["before_base"]) == (0, 4)
    assert (bauska["lower"], bauska["upper"], bauska["class"]) == (1.0, 1.0, 2)
    assert bauska["caveats"] == ["merged"]


def test_a_merger_of_different_answers_is_a_range_that_the_merger_alone_can_reach(
    merged: Path,
) -> None:
    """1 of 2 courts was trained. The one court has trained staff: perhaps no more than before."""
    marupe = one(merged, "indicator = 'training_coverage' and municipality_code = 'LV-062' "
                         "and institution_type = 'orphans_court'")  # fmt: skip
    assert (marupe["before_lower"], marupe["before_base"], marupe["after_base"]) == (1, 2, 1)
    assert (marupe["lower"], marupe["upper"], marupe["class"]) == (0.0, 0.5, None)
    balvi = one(merged, "indicator = 'training_coverage' and municipality_code = 'LV-015' "
                        "and institution_type = 'orphans_court'")  # fmt: skip
    assert (balvi["lower"], balvi["upper"], balvi["class"]) == (-1.0, -0.25, -2)


def test_a_merged_institution_with_a_silent_part_cannot_be_compared(merged: Path) -> None:
    preili = one(merged, "indicator = 'training_coverage' and municipality_code = 'LV-073' "
                         "and institution_type = 'orphans_court'")  # fmt: skip
    assert preili["reason"] in {"silent_before", "silent_both"}  # Aglona's did not respond


def test_a_split_unit_widens_the_range_of_both_of_its_parts(tmp_path: Path) -> None:
    """Inčukalna novads went to Siguldas novads (the seat) and in part to Ropažu novads.

    Its court alone reports a case: whether that is Sigulda's or Ropaži's, no crosswalk can say.
    """
    older = invented_copy_of_the_study(
        tmp_path / "older", "2019", {"oc-LV-037/case_experience": "yes"}
    )
    newer = invented_wave(tmp_path / "newer")
    for code in ("LV-080", "LV-091"):
        where = {"institution_id": f"oc-{code}", "question": "case_experience"}
        rewritten(newer / "answers.csv", where, {"answer": "no", "evidence": "reported"})
    build(tmp_path / "x.duckdb", survey_folders=[older, newer], say=quiet)
    courts = "indicator = 'identified_cases' and institution_type = 'orphans_court'"
    for code, before in (("LV-080", (0, 3)), ("LV-091", (1, 4))):
        row = one(tmp_path / "x.duckdb", f"{courts} and municipality_code = '{code}'")
        assert (row["before_lower"], row["before_base"]) == before  # as the seat has it
        assert (row["lower"], row["upper"], row["class"]) == (-1.0, 0.0, None)
        assert "split" in row["caveats"]  # type: ignore[operator]
    other = one(tmp_path / "x.duckdb", f"{courts} and municipality_code = 'LV-011'")
    assert "split" not in other["caveats"]  # type: ignore[operator]


def test_known_against_estimated_is_a_range(merged: Path) -> None:
    courts = "municipality_code <> '' and institution_type = 'orphans_court' and reason is null"
    found = changes(merged, f"indicator = 'materials_availability' and {courts}")
    assert found
    for row in found:
        assert "estimated_before" in row["caveats"]  # type: ignore[operator]
        assert (row["before_lower"], row["before_upper"]) == (0, row["before_base"])
        assert row["upper"] - row["lower"] == pytest.approx(1)  # type: ignore[operator]


def test_an_area_adds_up_what_was_compared_and_nothing_else(merged: Path) -> None:
    where = "indicator = 'training_coverage' and institution_type = 'social_service'"
    parts = changes(merged, f"{where} and municipality_code <> '' and reason is null")
    latvia = one(merged, f"{where} and municipality_code = '' and planning_region = ''")
    for name in ("before_base", "before_lower", "after_base", "after_upper"):
        assert latvia[name] == sum(row[name] for row in parts)  # type: ignore[misc]
    weighted = sum(row["lower"] * row["after_base"] for row in parts)  # type: ignore[operator]
    assert latvia["lower"] == pytest.approx(weighted / latvia["after_base"])  # type: ignore[operator]
    assert "part_left_out" in latvia["caveats"]  # type: ignore[operator]


def test_the_response_rate_is_no_answer_to_compare(merged: Path) -> None:
    assert changes(merged, "indicator = 'response_rate'") == []


def test_each_wave_is_compared_with_the_one_before_and_with_the_first(tmp_path: Path) -> None:
    waves = ("2019", "2022", "2025")
    copies = [invented_copy_of_the_study(tmp_path / wave, wave, {}) for wave in waves]
    build(tmp_path / "x.duckdb", survey_folders=[STUDY, *copies], say=quiet)
    found = {(row["wave_before"], row["wave"]) for row in changes(tmp_path / "x.duckdb", "true")}
    assert found == {
        ("2016", "2019"),
        ("2016", "2022"),
        ("2019", "2022"),
        ("2016", "2025"),
        ("2022", "2025"),
    }


def test_a_change_says_how_each_side_is_known_and_from_where(merged: Path) -> None:
    """The weakest of those compared; the sources of the same institutions, and of no others."""
    marupe = one(merged, "indicator = 'training_coverage' and municipality_code = 'LV-062' "
                         "and institution_type = 'orphans_court'")  # fmt: skip
    assert (marupe["before_evidence"], marupe["after_evidence"]) == ("derived", "reported")
    assert marupe["after_sources"] == ["invented reply"]
    with opened(merged) as connection:
        expected = connection.execute(
            "select list_sort(list_distinct(flatten(list(string_split(source, '; '))))) "
            "from institution_indicator where wave = '2016' and indicator = 'training_coverage' "
            "and institution_id in (select 'oc-' || from_code from crosswalk where seat "
            "and from_set = '2009' and to_set = '2025' and to_code = 'LV-062')"
        ).fetchone()
    assert expected is not None
    assert marupe["before_sources"] == expected[0]
    silent = changes(merged, "reason in ('silent_before', 'silent_both') and "
                             "municipality_code <> '' and institution_type <> 'all'")  # fmt: skip
    assert {row["before_evidence"] for row in silent} == {"no_answer"}


def test_who_is_left_out_gives_an_area_neither_evidence_nor_source(same: Path) -> None:
    """Where something is compared, nobody who was silent stands behind it."""
    compared = changes(same, "reason is null")
    assert compared
    assert all("no_answer" not in (r["before_evidence"], r["after_evidence"]) for r in compared)


def test_the_order_of_a_sum_is_fixed(same: Path, copied: Callable[..., Path]) -> None:
    """Two builds of the same files give the same differences, to the last digit."""
    answers = {
        "oc-LV-JEL/training": "trained",
        "ss-LV-JEL/training": "not_trained",
        "oc-LV-LPX/training": "not_trained",
    }
    assert changes(copied(answers), "true") == changes(same, "true")
