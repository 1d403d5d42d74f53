"""The list of priorities as a file: which rows, in which order, and what is refused."""

import csv
import io
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from etl.build import build
from tests.conftest import Client, quiet

PATH = "/export/priorities.csv"
KNOWN = "need, gap, boundary_set, wave, lang, dialect, planning_region, municipality"
CODES = "identified_cases, materials_availability, ngo_awareness, training_coverage"


def rows(client: FlaskClient, query: str = "") -> list[dict[str, str]]:
    answer = client.get(f"{PATH}?{query}")
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.text, newline="")))


def test_without_a_parameter_it_is_every_municipality_by_group(study_client: FlaskClient) -> None:
    found = rows(study_client)
    groups = [row["group"] for row in found]
    assert groups == ["1"] * 2 + ["2"] * 8 + ["3"] * 30 + [""] * 79
    assert {row["boundary_set"] for row in found} == {"2009"}
    assert [row["municipality"] for row in found[:3]] == [
        *("Bauskas novads", "Strenču novads", "Jaunjelgavas novads")
    ]


def test_municipalities_and_regions_keep_their_rows(study_client: FlaskClient) -> None:
    everything = rows(study_client)
    some = {"LV-016", "LV-093", "LV-025"}
    found = rows(study_client, "&".join(f"municipality={code}" for code in some))
    assert found == [row for row in everything if row["municipality_code"] in some]
    assert len(found) == 3
    found = rows(study_client, "planning_region=Zemgales&planning_region=Latgales")
    assert found == [r for r in everything if r["planning_region"] in {"Zemgales", "Latgales"}]
    assert rows(study_client, "planning_region=Latgales&municipality=LV-016") == []


def test_the_order_in_the_address_changes_nothing(study_client: FlaskClient) -> None:
    one = study_client.get(f"{PATH}?municipality=LV-016&municipality=LV-041&lang=en").data
    assert study_client.get(f"{PATH}?lang=en&municipality=LV-041&municipality=LV-016").data == one


def test_its_numbers_are_those_of_the_indicators(study_client: FlaskClient) -> None:
    query = "need=materials_availability&boundary_set=2021"
    address = "/export/indicators.csv?institution_type=all&boundary_set=2021"
    text = study_client.get(address).text
    values = {
        (row["indicator"], row["municipality_code"]): row
        for row in csv.DictReader(io.StringIO(text, newline=""))
    }
    found = rows(study_client, query)
    assert len(found) == 43
    for row in found:
        for part in ("need", "gap"):
            value = values[row[part], row["municipality_code"]]
            for name in ("numerator", "denominator", "evidence", "source"):
                assert row[f"{part}_{name}"] == value[name], (row["municipality"], part, name)


def test_silence_and_estimates_are_neither_a_number_nor_a_group(study_client: FlaskClient) -> None:
    found = rows(study_client, "need=materials_availability")
    seen = {row["need_answer"] for row in found} | {row["gap_answer"] for row in found}
    assert seen == {"estimated", "no_answer", "none", "some", "all"}
    for row in found:
        assert row["group"] == ""
        for part in ("need", "gap"):
            if row[f"{part}_answer"] in {"estimated", "no_answer"}:
                assert row[f"{part}_numerator"] == ""
                assert row[f"{part}_evidence"] == row[f"{part}_answer"]


def test_the_same_address_gives_the_same_bytes_after_a_rebuild(
    study_client: FlaskClient, client: Client, tmp_path: Path
) -> None:
    build(tmp_path / "again.duckdb", say=quiet)
    address = f"{PATH}?boundary_set=2025&dialect=excel"
    first = study_client.get(address)
    assert len(first.data) > 5_000
    assert client(tmp_path / "again.duckdb").get(address).data == first.data
    assert first.headers["Content-Disposition"] == (
        'attachment; filename="ricibas-karte-2016-1-priorities.csv"'
    )


@pytest.mark.parametrize("query", ["colour=red", "indicator=training_coverage", "cell=none-none"])
def test_an_unknown_parameter_is_refused(study_client: FlaskClient, query: str) -> None:
    name = query.partition("=")[0]
    answer = study_client.get(f"{PATH}?{query}&lang=en")
    assert (answer.status_code, answer.mimetype) == (400, "text/plain")
    assert answer.text == f'Unknown parameter "{name}". Allowed: {KNOWN}.\n'


@pytest.mark.parametrize(
    ("query", "parameter", "value", "allowed"),
    [
        ("need=happiness", "need", "happiness", CODES),
        ("need=response_rate", "need", "response_rate", CODES),
        (
            "gap=identified_cases",
            "gap",
            "identified_cases",
            "materials_availability, ngo_awareness, training_coverage",
        ),
        (
            "need=ngo_awareness&need=identified_cases",
            "need",
            "ngo_awareness, identified_cases",
            CODES,
        ),
        ("boundary_set=1990", "boundary_set", "1990", "2009, 2021, 2025"),
        ("dialect=tsv", "dialect", "tsv", "analysis, excel"),
        ("lang=de", "lang", "de", "en, lv"),
        (
            "planning_region=Zemgale",
            "planning_region",
            "Zemgale",
            "Kurzemes, Latgales, Rīgas, Vidzemes, Zemgales",
        ),
    ],
)
def test_a_value_that_is_not_allowed_is_refused(
    study_client: FlaskClient, query: str, parameter: str, value: str, allowed: str
) -> None:
    answer = study_client.get(f"{PATH}?{query}")
    assert (answer.status_code, answer.mimetype) == (400, "text/plain")
    assert answer.text == (
        f"Parametram „{parameter}” ir nederīga vērtība „{value}”. Atļautas: {allowed}.\n"
    )


def test_a_municipality_is_a_code_of_the_set(study_client: FlaskClient) -> None:
    answer = study_client.get(f"{PATH}?municipality=LV-001&boundary_set=2021&lang=en")
    assert answer.status_code == 400
    assert '"municipality" has the value "LV-001"' in answer.text
    assert len(answer.text.partition("Allowed: ")[2].split(", ")) == 43
