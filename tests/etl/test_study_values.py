"""What follows from the study: places worked out by hand, the distribution, the national rows."""

from pathlib import Path

import duckdb
import pytest

from etl.write import opened

# Worked out by hand from the footnotes: courts, services, all of them.
BY_HAND = {
    "Jelgavas novads": {
        "identified_cases": ["0/1 derived", "1/1 named", "1/2 derived"],  # footnote 12
        "training_coverage": ["0/1 named", "1/1 derived", "1/2 derived"],  # footnotes 35 and 37
        "response_rate": ["1/1 derived", "1/1 derived", "2/2 derived"],
    },
    "Daugavpils novads": {  # Naujenes silent; Līksnas without answer; Skrudalienas with a case
        "identified_cases": ["1/3 derived", "0/1 derived", "1/4 derived"],
        "training_coverage": ["1/2 derived", "1/1 derived", "2/3 derived"],
        "response_rate": ["3/4 derived", "1/1 derived", "4/5 derived"],
    },
    "Rīga": {  # the court keeps no statistics of training
        "identified_cases": ["1/1 named", "0/1 derived", "1/2 derived"],
        "training_coverage": ["no_answer", "1/1 derived", "1/1 derived"],
        "response_rate": ["1/1 derived", "1/1 derived", "2/2 derived"],
    },
    "Viesītes novads": {
        "identified_cases": ["1/1 named", "0/1 derived", "1/2 derived"],
        "training_coverage": ["1/1 derived", "0/1 named", "1/2 derived"],
        "response_rate": ["1/1 derived", "1/1 derived", "2/2 derived"],
    },
    "Naukšēnu novads": {  # silent altogether
        "identified_cases": ["no_answer", "no_answer", "no_answer"],
        "training_coverage": ["no_answer", "no_answer", "no_answer"],
        "response_rate": ["0/1 named", "0/1 named", "0/2 named"],
    },
    "Gulbenes novads": {  # six courts: Lejasciema silent, the town's without answer, four untrained
        "identified_cases": ["0/5 derived", "0/1 derived", "0/6 derived"],
        "training_coverage": ["0/4 named", "1/1 derived", "1/5 derived"],
        "response_rate": ["5/6 derived", "1/1 derived", "6/7 derived"],
    },
    "Ogres novads": {  # the court of the parishes is listed, that of the town is implied
        "identified_cases": ["0/2 derived", "0/1 derived", "0/3 derived"],
        "training_coverage": ["1/2 derived", "1/1 derived", "2/3 derived"],
        "response_rate": ["2/2 derived", "1/1 derived", "3/3 derived"],
    },
    "Limbažu novads": {
        "identified_cases": ["0/4 derived", "0/1 derived", "0/5 derived"],
        "training_coverage": ["0/4 named", "0/1 named", "0/5 named"],
        "response_rate": ["4/4 derived", "1/1 derived", "5/5 derived"],
    },
}
MATERIALS = (
    'chapter "Institūciju aktivitāte klientu informēšanā par cilvēku tirdzniecības jautājumiem"'
)


@pytest.fixture(scope="module")
def study(study_database: Path) -> duckdb.DuckDBPyConnection:
    with opened(study_database) as connection:
        yield connection


def rows(study: duckdb.DuckDBPyConnection, columns: str, where: str) -> list[tuple[object, ...]]:
    order = "indicator, institution_type = 'all', institution_type"
    return study.table("indicator_value").filter(where).order(order).select(columns).fetchall()


@pytest.mark.parametrize("name", BY_HAND)
def test_a_place_worked_out_by_hand_comes_out_the_same(
    study: duckdb.DuckDBPyConnection, name: str
) -> None:
    ((code,),) = study.execute(
        "select code from municipality where boundary_set = '2009' and name_nom = $name",
        {"name": name},
    ).fetchall()
    for indicator, expected in BY_HAND[name].items():
        where = f"boundary_set = '2009' and municipality_code = '{code}'"
        found = rows(
            study,
            "numerator, denominator, value, lower, upper, evidence::varchar",
            f"{where} and indicator = '{indicator}'",
        )
        shown = [f"{n}/{d} {evidence}" if d else str(evidence) for n, d, _, _, _, evidence in found]
        assert shown == expected
        for numerator, denominator, value, lower, upper, _ in found:
            share = numerator / denominator if denominator else None
            assert (value, lower, upper) == (share, share, share)


def test_an_open_frame_is_told_with_every_value_of_the_courts(
    study: duckdb.DuckDBPyConnection,
) -> None:
    told = rows(
        study,
        "institution_type, list_contains(caveats, 'frame_incomplete')",
        "boundary_set = '2009' and municipality_code = 'LV-054'",
    )
    assert set(told) == {("orphans_court", True), ("social_service", False), ("all", True)}


def test_training_of_all_in_the_borders_of_2009(study: duckdb.DuckDBPyConnection) -> None:
    found = study.execute(
        """
        select class, evidence = 'no_answer', count(*) from indicator_value
        where indicator = 'training_coverage' and institution_type = 'all'
            and boundary_set = '2009' and municipality_code <> '' group by all
        """
    ).fetchall()
    assert {(c, n) for c, _, n in found} == {
        (0, 34), (1, 1), (2, 1), (3, 33), (4, 2), (5, 43), (None, 5),
    }  # fmt: skip
    assert all((c is None) == silent for c, silent, _ in found)


@pytest.mark.parametrize("boundary_set", ["2009", "2021", "2025"])
@pytest.mark.parametrize(
    ("indicator", "kind", "expected"),
    [
        ("identified_cases", "all", (26, 256, 26, 26, "derived")),
        ("identified_cases", "orphans_court", (13, 126, 13, 13, "derived")),
        ("identified_cases", "social_service", (13, 104, 13, 13, "derived")),
        ("identified_cases", "employment_agency", (0, 26, 0, 0, "derived")),
        ("training_coverage", "all", (114, 235, 114, 114, "derived")),
        ("training_coverage", "orphans_court", (53, 110, 53, 53, "derived")),
        ("training_coverage", "social_service", (61, 99, 61, 61, "derived")),
        ("training_coverage", "employment_agency", (0, 26, 0, 0, "derived")),
        ("materials_availability", "all", (55, 230, 55, 55, "derived")),
        ("materials_availability", "orphans_court", (19, 126, 19, 19, "derived")),
        ("materials_availability", "social_service", (36, 104, 36, 36, "derived")),
        ("ngo_awareness", "all", (None, 256, 90, 157, "estimated")),
        ("ngo_awareness", "orphans_court", (None, 126, 7, 42, "estimated")),
        ("ngo_awareness", "social_service", (None, 104, 57, 89, "estimated")),
        ("ngo_awareness", "employment_agency", (26, 26, 26, 26, "derived")),
        ("response_rate", "all", (256, 286, 256, 256, "derived")),
    ],
)
def test_latvia_is_what_the_study_prints(
    study: duckdb.DuckDBPyConnection,
    boundary_set: str,
    indicator: str,
    kind: str,
    expected: tuple[object, ...],
) -> None:
    ((numerator, base, value, lower, upper, evidence),) = rows(
        study,
        "numerator, denominator, value, lower, upper, evidence::varchar",
        f"boundary_set = '{boundary_set}' and planning_region = '' "
        f"and indicator = '{indicator}' and institution_type = '{kind}'",
    )
    assert (numerator, base, round(lower * base, 9), round(upper * base, 9), evidence) == expected
    # Exactly, to the last digit: the middle of the bounds, which are one where it is known.
    assert value == (expected[2] + expected[3]) / 2 / base
    assert (lower, upper) == (expected[2] / base, expected[3] / base)


def test_a_type_of_which_nothing_is_published_is_left_out_and_told(
    study: duckdb.DuckDBPyConnection,
) -> None:
    where = (
        "boundary_set = '2009' and planning_region = '' and indicator = 'materials_availability'"
    )
    columns = "institution_type, evidence::varchar, denominator, caveats, sources"
    agency, _, _, everybody = rows(study, columns, where)
    assert agency == ("employment_agency", "not_published", None, [], [])
    assert "employment_agency_left_out" in everybody[3]
    assert everybody[4] == [MATERIALS]


def test_what_is_estimated_has_the_share_of_those_who_are_not_named(
    study: duckdb.DuckDBPyConnection,
) -> None:
    found = (
        study.table("stratum")
        .order("indicator, institution_type")
        .select("base, lower_count, upper_count, named, named_yes, share")
        .fetchall()
    )
    assert found == [
        (126, 19, 19, 0, 0, 19 / 126),
        (104, 36, 36, 1, 1, 35 / 103),  # Viesītes novads is named: footnote 85
        (126, 7, 42, 0, 0, 24.5 / 126),
        (104, 57, 89, 1, 1, 72 / 103),
    ]
