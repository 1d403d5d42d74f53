"""Each check is silent about a good database, and names the offender in a broken one."""

import shutil
from pathlib import Path

import duckdb
import pytest

import queries
from etl.checks import failed_checks, missing_explanations
from etl.write import opened

CHECKS = queries.names("checks")
VALUE = "update indicator_value set"
KNOWN = "indicator = 'training_coverage' and municipality_code = 'LV-JEL' and boundary_set = '2009'"
SILENT = (
    "indicator = 'training_coverage' and municipality_code = 'LV-001' and boundary_set = '2009'"
)
ESTIMATED = "indicator = 'ngo_awareness' and municipality_code = 'LV-JEL' and boundary_set = '2009'"
CHANGE = (
    "insert into indicator_change select wave, wave, indicator, institution_type, boundary_set, "
    "municipality_code, planning_region,"
)
KNOWN_SO = "evidence, evidence, sources, sources"
OF_ONE = f"from indicator_value where {KNOWN} and institution_type = 'orphans_court'"
REGION = "municipality_code = '' and planning_region = 'Zemgales' and boundary_set = '2021'"
# The small survey has oc-jelgava as trained, from a footnote.
CONFLICT = (
    "insert into conflict values ('2020', 1, 'oc-jelgava', 'training', '{answer}', 'derived', "
    "'footnote 35', '', 'planned', 'a letter', '', 'r.csv', '', 2, '{stands}', '{reason}')"
)
BREAKS = [
    ("agency_in_no_municipality", ("update institution set municipality_code = 'LV-001' "
     "where institution_id = 'ea-2'")),
    ("agency_in_no_municipality", (f"{VALUE} institution_type = 'employment_agency' "
     f"where {KNOWN} and institution_type = 'all'")),
    ("answer_counts_add_up", ("delete from municipality_answer_count "
     "where municipality_code is null")),
    ("answer_counts_add_up", "update region_answer_count set answers = answers + 1"),
    ("answer_counts_add_up", "delete from institution_answer_count"),
    ("answer_counts_add_up", "update option_answer_count set answers = answers + 1"),
    ("answer_is_of_what_is", "delete from answer_option where answer = 'planned'"),
    ("answer_is_of_what_is", "update answer set institution_id = 'ea-9' where answer = 'no'"),
    ("answer_stands_once", "insert into answer from answer limit 1"),
    ("boundary_sets_agree", f"{VALUE} denominator = denominator + 1 where {REGION}"),
    ("boundary_sets_agree", f"{VALUE} denominator = null where {REGION}"),
    ("change_of_one_is_its_answers", (f"{CHANGE} numerator - 1, numerator - 1, denominator, "
     f"numerator, numerator, denominator, 0, 0, 0, null, [], {KNOWN_SO} {OF_ONE}")),
    ("change_of_one_is_its_answers", (f"{CHANGE} numerator, numerator, denominator, numerator, "
     f"numerator, denominator, 0.5, 0.5, 1, null, [], {KNOWN_SO} {OF_ONE}")),
    ("changes_have_their_range", (f"{CHANGE} null, null, null, null, null, null, null, null, "
     f"null, null, [], {KNOWN_SO} {OF_ONE}")),
    ("changes_have_their_range", (f"{CHANGE} null, null, null, null, null, null, 0, 0, 0, "
     f"'silent_both', [], {KNOWN_SO} {OF_ONE}")),
    ("changes_have_their_range", (f"{CHANGE} numerator, numerator, denominator, numerator, "
     f"numerator, denominator, 0.5, 0.2, 1, null, [], {KNOWN_SO} {OF_ONE}")),
    ("conflict_is_kept", CONFLICT.format(answer="trained", stands="reply", reason="")),
    ("conflict_is_kept", CONFLICT.format(answer="trained", stands="survey", reason="letter")),
    ("conflict_is_kept", CONFLICT.format(answer="trained", stands="reply", reason="letter")),
    ("conflict_is_kept", CONFLICT.format(answer="no_answer", stands="survey", reason="")),
    ("counts_are_of_the_answers", "update contribution_count set institutions = institutions + 1"),
    ("counts_are_of_the_answers", "update contribution_count set state = 'no' where state = 'yes'"),
    ("counts_are_of_the_answers", "delete from contribution_count where boundary_set = '2021'"),
    ("counts_are_of_the_answers", "update other_answer_count set answers = answers - 1"),
    ("counts_are_of_the_answers", "delete from evidence_count where evidence = 'named'"),
    ("crosswalk_is_whole", "update crosswalk set seat = false where from_code = 'LV-001'"),
    ("crosswalk_is_whole", "update crosswalk set seat = true where from_code = 'LV-001'"),
    ("crosswalk_is_whole", "update crosswalk set area_weight = 0.4 where from_code = 'LV-001'"),
    ("estimates_meet_published_total", ("update institution_indicator set share = 0.9 "
     "where indicator = 'ngo_awareness' and institution_id = 'oc-ranka'")),
    ("estimates_meet_published_total", "update stratum set lower_count = 9"),
    ("every_area_has_its_rows", f"delete from indicator_value where {KNOWN}"),
    ("known_value_is_its_count", f"{VALUE} value = 0.9 where {KNOWN}"),
    ("known_value_is_its_count", f"{VALUE} upper = 0.9 where {KNOWN}"),
    ("known_value_is_its_count", f"{VALUE} numerator = null where {KNOWN}"),
    ("known_value_is_its_count", f"{VALUE} numerator = 1 where {ESTIMATED}"),
    ("label_for_every_code", "delete from label where code = 'published_rounded'"),
    ("label_for_every_code", "delete from label where code = 'footnote 40, not listed'"),
    ("label_for_every_code", "delete from label where code = 'suppressed'"),
    ("label_for_every_code", "delete from label where code = 'employment_agency'"),
    ("label_for_every_code", "delete from label where code = 'footnote 71'"),
    ("label_for_every_code", "delete from label where code = 'good_practice'"),
    ("no_answer_has_no_numbers", f"{VALUE} class = 0 where {SILENT}"),
    ("no_answer_has_no_numbers", f"{VALUE} denominator = 2 where {SILENT}"),
    ("regions_add_up", f"{VALUE} denominator = denominator - 1 where {REGION}"),
    ("silence_is_not_no", ("update institution_indicator set share = 0 "
     "where evidence = 'no_answer'")),
    ("silence_is_not_no", ("update institution_indicator set share = null "
     "where evidence = 'derived'")),
    ("statement_has_one_owner", ("update statement set municipality_code = 'LV-JEL' "
     "where institution_id = 'ss-jelgava'")),
    ("statement_has_one_owner", ("update statement set institution_type = 'orphans_court' "
     "where institution_id = 'ss-jelgava'")),
    ("statement_has_one_owner", ("update statement set institution_type = null "
     "where institution_id = 'ss-jelgava'")),
    ("value_has_all_numbers", f"{VALUE} denominator = 0 where {KNOWN}"),
    ("value_has_all_numbers", f"{VALUE} denominator = null where {KNOWN}"),
    ("value_has_all_numbers", f"{VALUE} upper = 1.5 where {ESTIMATED}"),
    ("value_has_all_numbers", f"{VALUE} lower = value + 0.01 where {ESTIMATED}"),
    ("value_has_all_numbers", f"{VALUE} class = null where {KNOWN}"),
    ("value_has_all_numbers", f"{VALUE} class = 0 where {KNOWN}"),
]  # fmt: skip


@pytest.fixture
def broken(tmp_path: Path, small_database: Path) -> duckdb.DuckDBPyConnection:
    """A copy of the small database that may be broken."""
    path = Path(shutil.copy(small_database, tmp_path / "broken.duckdb"))
    with duckdb.connect(str(path)) as connection:
        yield connection


@pytest.mark.parametrize("name", CHECKS)
def test_a_good_database_has_no_offender(
    study_database: Path, small_database: Path, name: str
) -> None:
    for path in (study_database, small_database):
        with opened(path) as connection:
            assert connection.execute(queries.sql(name)).fetchall() == []


@pytest.mark.parametrize(("check", "breaking"), BREAKS)
def test_a_broken_database_has_an_offender_of_its_check(
    broken: duckdb.DuckDBPyConnection, check: str, breaking: str
) -> None:
    broken.execute(breaking)
    assert broken.execute(queries.sql(f"checks/{check}")).fetchall()


def test_no_check_is_left_untried() -> None:
    assert {f"checks/{check}" for check, _ in BREAKS} == set(CHECKS)


def test_an_offender_is_told_with_what_it_means_and_what_to_do(
    broken: duckdb.DuckDBPyConnection,
) -> None:
    broken.execute(f"{VALUE} class = 0 where {SILENT} and institution_type = 'all'")
    (problem,) = failed_checks(broken)
    assert str(problem) == (
        "checks/no_answer_has_no_numbers.sql: “wave 2020, indicator training_coverage, "
        "institution_type all, boundary_set 2009, municipality_code LV-001, planning_region "
        "Latgales, evidence no_answer” an area without an answer has a number. This is an error of "
        "the program; report it with this line."
    )


def test_a_difference_that_lost_its_explanation_is_told_with_its_row(
    broken: duckdb.DuckDBPyConnection,
) -> None:
    assert missing_explanations(broken) == []
    broken.execute("update reconciliation set explanation_en = null where difference <> 0")
    (problem,) = missing_explanations(broken)
    assert (problem.file, problem.row, problem.value) == ("published_totals.csv", 5, "5")
