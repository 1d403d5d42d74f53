"""The printed figures as a file: each as the study prints it, beside what the answers give."""

import csv
from pathlib import Path
from urllib.parse import urlencode

import duckdb
import pytest
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.database import Database, Edition
from dashboard.records import Figure
from tests.conftest import STUDY_2016
from tests.dashboard.exports.saved import Value, save, typed_rows

PATH = "/export/published_totals.csv"
TYPES = ["orphans_court", "social_service", "employment_agency"]
QUESTIONS = ["training", "response", "cooperation", "official_victims", "funding", "survey"]
Rows = list[dict[str, Value]]


def rows(client: FlaskClient, query: str = "") -> Rows:
    return typed_rows(client, f"{PATH}?{query}", "published_totals")


@pytest.fixture(scope="module")
def full(study_client: FlaskClient) -> Rows:
    return rows(study_client)


@pytest.fixture(scope="module")
def edition(study_database: Path) -> Edition:
    return Database(study_database).edition()


def test_each_figure_stands_there_as_it_was_coded(full: Rows) -> None:
    with (STUDY_2016 / "published_totals.csv").open(encoding="utf-8", newline="") as file:
        coded = list(csv.DictReader(file))
    assert [row["total_id"] for row in full] == list(range(1, len(coded) + 1))
    assert len(coded) == 93
    for row, line in zip(full, coded, strict=True):
        printed = f"{row['value']:.{row['decimals']}f}"
        assert printed == line["value"]
        for name in ("institution_type", "question", "category", "unit", "denominator", "quote"):
            assert str(row[name] if row[name] is not None else "") == line[name]


def test_they_are_the_figures_of_the_study_page(
    edition: Edition, study_client: FlaskClient
) -> None:
    for lang in ("lv", "en"):
        found = rows(study_client, f"lang={lang}")
        shown = [
            Figure(**row) for row in edition.rows("study_figures", {"wave": "2016", "lang": lang})
        ]
        for row, figure in zip(found, shown, strict=True):
            assert (row["label"] or "") == figure.label
            assert (row["value"], row["unit"]) == (figure.value, figure.unit)
            assert (row["denominator"], row["quote"]) == (figure.denominator, figure.quote)


def test_sixteen_can_be_recomputed_and_two_differ_each_with_its_reason(full: Rows) -> None:
    recomputed = [row for row in full if row["coded"] is not None]
    assert len(recomputed) == 16
    assert all((row["difference"] is None) == (row["coded"] is None) for row in full)
    assert all(row["coded"] == row["value"] for row in recomputed if not row["difference"])
    differing = [row for row in recomputed if row["difference"]]
    assert [(row["value"], row["coded"], row["difference"]) for row in differing] == [
        (46.0, 45.0, -1.0),
        (4.0, 5.0, 1.0),
    ]
    assert [row for row in full if row["explanation"]] == differing


def test_a_percentage_stays_as_printed_and_the_country_has_no_type(full: Rows) -> None:
    (row,) = (row for row in full if row["source"] == "36. zemsvītras piezīme" and row["coded"])
    assert (row["value"], row["decimals"], row["unit"], row["denominator"]) == (
        *(36.5, 1, "percent", 104),
    )
    victims = [row for row in full if row["question"] == "official_victims"]
    assert [row["value"] for row in victims[:3]] == [34.0, 12.0, 17.0]
    assert {row["institution_type"] for row in victims} == {None}


@given(
    st.lists(st.sampled_from(TYPES), max_size=3),
    st.lists(st.sampled_from(QUESTIONS), max_size=3),
    st.lists(st.just("2016"), max_size=1),
)
@settings(max_examples=40)
def test_a_filtered_file_is_the_full_file_filtered(
    study_client: FlaskClient,
    full: Rows,
    types: list[str],
    questions: list[str],
    waves: list[str],
) -> None:
    asked = {"institution_type": types, "question": questions, "wave": waves}
    expected = [
        row
        for row in full
        if all(not values or row[name] in values for name, values in asked.items())
    ]
    assert rows(study_client, urlencode(asked, doseq=True)) == expected


@pytest.mark.parametrize("query", ["boundary_set=2009", "evidence=named", "municipality=LV-041"])
def test_a_printed_figure_has_no_place_and_no_evidence(
    study_client: FlaskClient, query: str
) -> None:
    answer = study_client.get(f"{PATH}?{query}&lang=en")
    name = query.partition("=")[0]
    assert (answer.status_code, answer.text) == (
        400,
        f'Unknown parameter "{name}". Allowed: wave, institution_type, question, lang, dialect.\n',
    )


def test_what_nobody_was_asked_is_a_question_of_figures_alone(study_client: FlaskClient) -> None:
    assert study_client.get(f"{PATH}?question=funding").status_code == 200
    refused = study_client.get("/export/answers.csv?question=funding&lang=en")
    assert refused.status_code == 400
    assert "funding" not in refused.text.partition("Allowed: ")[2]


def test_a_citation_of_figures_names_no_boundaries(
    study_client: FlaskClient, tmp_path: Path
) -> None:
    path = save(study_client, "/export/published_totals.parquet?lang=en", tmp_path)
    with duckdb.connect() as connection:
        said = dict(
            connection.execute(
                "select decode(key), decode(value) from parquet_kv_metadata($path)",
                {"path": str(path)},
            ).fetchall()
        )
    assert "Published figures" in said["citation"]
    assert "boundar" not in said["citation"].lower()
