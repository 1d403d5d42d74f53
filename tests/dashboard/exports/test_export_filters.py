"""Filters: every combination gives the rows of the full file that fulfil it, in their order."""

import csv
import io
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

SETS = ("2009", "2021", "2025")
ALL_SETS = [("boundary_set", one) for one in SETS]
COLUMN = {"municipality": "municipality_code"}  # the parameter's column, where names differ
NUMBERS = ("numerator", "denominator", "value", "lower", "upper")
TYPES = ["all", "employment_agency", "orphans_court", "social_service"]
EVIDENCE = ["named", "derived", "no_answer", "suppressed", "estimated", "not_published"]
KINDS = {"answers": EVIDENCE[:4], "indicators": EVIDENCE, "statements": []}
AREAS = {"answers": [], "indicators": ["municipality", "region", "country"], "statements": []}
REGIONS = ["Kurzemes", "Latgales", "Rīgas", "Vidzemes", "Zemgales"]
OWN = {
    "answers": ("question", ["response", "training", "case_experience", "support_contact"]),
    "indicators": ("indicator", ["training_coverage", "ngo_awareness", "response_rate"]),
    "statements": ("theme", ["good_practice", "cooperation", "suspicion", "context"]),
}
ROWS = {"answers": 1292, "indicators": 119 * 15 + 5 * 15 + 20, "statements": 312}
Rows = list[dict[str, str]]
Query = list[tuple[str, str]]


def rows(client: FlaskClient, table: str, query: Query | None = None) -> Rows:
    answer = client.get(f"/export/{table}.csv?{urlencode(query or [])}")
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.text, newline="")))


@pytest.fixture(scope="module")
def full(study_client: FlaskClient) -> dict[str, Rows]:
    """Both files in all boundary sets, unfiltered."""
    return {table: rows(study_client, table, ALL_SETS) for table in OWN}


def fulfils(row: dict[str, str], query: Query) -> bool:
    wanted: dict[str, set[str]] = {}
    for parameter, value in query:
        wanted.setdefault(parameter, set()).add(value)
    wanted.setdefault("boundary_set", {"2009"})
    row = {**row, "area": area_of(row)}
    return all(row[COLUMN.get(name, name)] in values for name, values in wanted.items())


def area_of(row: dict[str, str]) -> str:
    if row["municipality_code"]:
        return "municipality"
    return "region" if row["planning_region"] else "country"


def some(values: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), max_size=3) if values else st.just([])


@st.composite
def queries(draw: st.DrawFn, table: str, codes: dict[str, list[str]]) -> Query:
    """Valid parameters, some of them repeated, in any order."""
    sets = draw(some(list(SETS)))
    own, own_values = OWN[table]
    chosen = {
        "boundary_set": sets,
        "wave": draw(some(["2016"])),
        "institution_type": draw(some(TYPES[table != "indicators" :])),
        "evidence": draw(some(KINDS[table])),
        "area": draw(some(AREAS[table])),
        "planning_region": draw(some(REGIONS)),
        "municipality": draw(some([c for one in sets or ["2009"] for c in codes[one]])),
        own: draw(some(own_values)),
    }
    pairs = [(name, value) for name, values in chosen.items() for value in values]
    return draw(st.permutations(pairs))


@pytest.mark.parametrize("table", OWN)
def test_a_filtered_file_is_the_full_file_filtered(
    study_client: FlaskClient, full: dict[str, Rows], table: str
) -> None:
    codes = {
        one: sorted(
            {r["municipality_code"] for r in full["indicators"] if r["boundary_set"] == one} - {""}
        )
        for one in SETS
    }
    assert [len(found) for found in codes.values()] == [119, 43, 42]

    @settings(max_examples=60)
    @given(queries(table, codes))
    def holds(query: Query) -> None:
        expected = [row for row in full[table] if fulfils(row, query)]
        assert rows(study_client, table, query) == expected

    holds()


@pytest.mark.parametrize("table", OWN)
def test_without_a_boundary_set_it_is_the_waves_own(
    study_client: FlaskClient, full: dict[str, Rows], table: str
) -> None:
    found = rows(study_client, table)
    assert found == [row for row in full[table] if row["boundary_set"] == "2009"]
    assert len(found) == ROWS[table]


def test_every_area_has_its_rows_in_every_boundary_set(full: dict[str, Rows]) -> None:
    for boundary_set, units in zip(SETS, (119, 43, 42), strict=True):
        found = [row for row in full["indicators"] if row["boundary_set"] == boundary_set]
        latvia = [row for row in found if not row["planning_region"]]
        regions = [row for row in found if row["planning_region"] and not row["municipality_code"]]
        assert (len(found), len(regions), len(latvia)) == (units * 15 + 5 * 15 + 20, 75, 20)
        agency = [row for row in found if row["institution_type"] == "employment_agency"]
        assert all(not row["planning_region"] for row in agency)
        assert {row["indicator"] for row in agency} == {row["indicator"] for row in found}


def test_a_region_keeps_its_municipalities_and_its_own_row(study_client: FlaskClient) -> None:
    query = [("planning_region", "Zemgales"), ("indicator", "training_coverage")]
    found = rows(study_client, "indicators", [*query, ("institution_type", "all")])
    codes = [row["municipality_code"] for row in found]
    assert (len(codes), codes[-1], codes[:-1]) == (23, "", sorted(codes[:-1]))
    assert {row["planning_region"] for row in found} == {"Zemgales"}
    answers = rows(study_client, "answers", [("planning_region", "Zemgales")])
    assert {row["municipality_code"] for row in answers} == set(codes[:-1])


def test_a_municipality_keeps_its_own_rows_only(study_client: FlaskClient) -> None:
    found = rows(study_client, "indicators", [("municipality", "LV-041")])
    assert {row["municipality_code"] for row in found} == {"LV-041"}
    assert len(found) == 15
    answers = rows(study_client, "answers", [("municipality", "LV-041")])
    assert {row["institution_id"] for row in answers} == {"oc-LV-041", "ss-LV-041"}


def test_a_municipality_outside_the_region_asked_for_has_no_row(study_client: FlaskClient) -> None:
    query = [("municipality", "LV-041"), ("planning_region", "Latgales")]
    assert rows(study_client, "indicators", query) == []
    assert rows(study_client, "answers", query) == []


def test_answers_without_a_place_stand_last_of_their_type(full: dict[str, Rows]) -> None:
    found = [row for row in full["answers"] if row["boundary_set"] == "2009"]
    courts = [r["municipality_code"] for r in found if r["institution_type"] == "orphans_court"]
    assert courts == sorted(courts, key=lambda code: (code == "", code))
    assert courts[-1] == ""
    keys = [(r["institution_type"], r["municipality_code"] == "", r["municipality_code"],
             r["institution_id"], r["question"], r["answer"]) for r in found]  # fmt: skip
    assert keys == sorted(keys)


def test_indicators_come_by_code_then_regions_then_latvia(full: dict[str, Rows]) -> None:
    keys = [
        (r["indicator"], r["institution_type"], r["boundary_set"], r["municipality_code"] == "",
         r["municipality_code"], r["planning_region"] == "", r["planning_region"]
         if not r["municipality_code"] else "")
        for r in full["indicators"]
    ]  # fmt: skip
    assert keys == sorted(keys)


def test_silence_is_no_number_and_an_estimate_is_no_count(full: dict[str, Rows]) -> None:
    seen = set()
    for row in full["indicators"]:
        filled = tuple(name for name in NUMBERS if row[name] != "")
        seen.add(row["evidence"])
        if row["evidence"] in {"no_answer", "not_published", "suppressed"}:
            assert filled == (), row
        elif row["evidence"] == "estimated":
            assert filled == NUMBERS[1:], row
            assert 0 <= float(row["lower"]) <= float(row["value"]) <= float(row["upper"]) <= 1
        else:
            assert filled == NUMBERS, row
            share = int(row["numerator"]) / int(row["denominator"])
            assert [float(row[n]) for n in NUMBERS[2:]] == [share] * 3
    assert seen == {"named", "derived", "estimated", "not_published", "no_answer"}


def test_an_answer_is_never_an_estimate_and_silence_has_one_row(full: dict[str, Rows]) -> None:
    found = [row for row in full["answers"] if row["boundary_set"] == "2009"]
    assert {row["evidence"] for row in found} == {"named", "derived", "no_answer"}
    assert all((r["answer"] == "no_answer") == (r["evidence"] == "no_answer") for r in found)
    silent = {r["institution_id"] for r in found if r["answer"] == "no_response"}
    assert len(silent) == 30
    assert sum(row["institution_id"] in silent for row in found) == 30
    assert all(row["source"] for row in found)


def test_the_language_changes_words_and_no_code(study_client: FlaskClient) -> None:
    words = {"source", "caveat", "institution"}
    for table in OWN:
        latvian = rows(study_client, table)
        english = rows(study_client, table, [("lang", "en")])
        for one, other in zip(latvian, english, strict=True):
            assert {k: v for k, v in one.items() if k not in words} == {
                k: v for k, v in other.items() if k not in words
            }
        changed = {k for a, b in zip(latvian, english, strict=True) for k in a if a[k] != b[k]}
        assert changed == words & set(latvian[0])


def test_an_area_keeps_rows_of_its_kind(study_client: FlaskClient, full: dict[str, Rows]) -> None:
    kinds = {
        "municipality": [row for row in full["indicators"] if row["municipality_code"]],
        "region": [
            row
            for row in full["indicators"]
            if row["planning_region"] and not row["municipality_code"]
        ],
        "country": [row for row in full["indicators"] if not row["planning_region"]],
    }
    for kind, wanted in kinds.items():
        assert rows(study_client, "indicators", [*ALL_SETS, ("area", kind)]) == wanted != []
