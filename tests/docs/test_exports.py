"""The page of exports is what the addresses answer: files, columns, parameters, examples."""

import re
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from dashboard import citations
from dashboard.database import Database
from dashboard.embed import add_embed
from dashboard.exports import extract, files, filters, maps, priorities, workbook
from dashboard.state import INDICATORS
from docs import make_exports
from tests.docs.markdown import EXPORTS, section, table


@pytest.mark.parametrize("name", [*extract.TABLES, "priorities"])  # changes: test_export_changes
def test_every_export_column_is_documented_in_its_order(
    study_client: FlaskClient, name: str
) -> None:
    header = study_client.get(f"/export/{name}.csv").get_data(as_text=True).partition("\n")[0]
    documented = [row["column"] for row in table(EXPORTS, f"Columns of {name}")]
    assert documented == header.split(",")


@pytest.mark.parametrize("name", [*extract.TABLES, "changes"])
def test_every_export_parameter_is_documented(name: str) -> None:
    documented = {
        row["parameter"]
        for row in table(EXPORTS, "Parameters")
        if row["on"] == "all" or name in row["on"].split(", ")
    }
    assert documented == {*filters.parameters_of(name), "lang", "dialect"}


def test_the_package_takes_the_parameters_of_all_its_tables_as_is_documented() -> None:
    assert "takes the parameters of all its tables" in section(EXPORTS, "Parameters")
    of_tables = [set(filters.parameters_of(one)) for one in (*extract.TABLES, "changes")]
    assert set(filters.parameters_of("package")) == set().union(*of_tables)


def test_every_file_that_can_be_had_is_documented() -> None:
    documented = {
        f"{row['address'].removeprefix('/export/')}.{ending.strip('`')}"
        for row in table(EXPORTS, "Exports")
        for ending in row["formats"].split(", ")
    }
    assert documented == set(files.FILES)
    endings = {file.partition(".")[2] for file in files.FILES}
    assert {row["ending"] for row in table(EXPORTS, "Formats")} == endings


def test_every_citation_is_documented() -> None:
    text = section(EXPORTS, "Citations")
    assert set(re.findall(r"`/export/citation\.(\w+)`", text)) == set(citations.FORMATS)
    documented = [row["parameter"] for row in table(EXPORTS, "Citations")]
    assert documented == list(citations.DEFAULTS)


def test_the_columns_of_the_exports_are_those_of_the_code() -> None:
    assert EXPORTS.read_text("utf-8") == make_exports.page(), (
        "stale: run python docs/make_exports.py"
    )


def test_the_limits_of_a_workbook_are_those_of_the_code() -> None:
    text = section(EXPORTS, "Formats")
    assert f"holds {workbook.MOST_ROWS:,} rows" in text
    assert f"{workbook.LONGEST_TEXT:,} characters" in text


def test_every_parameter_of_the_list_of_priorities_is_documented(study_client: FlaskClient) -> None:
    rows = table(EXPORTS, "The list of priorities")
    once = [row["parameter"] for row in rows if row["times"] == "once"]
    several = [row["parameter"] for row in rows if row["times"] == "any"]
    assert (once, several) == (list(priorities.SINGLE), list(priorities.REPEATED))
    partner = {"need": "gap", "gap": "need"}
    for row in rows:
        values = re.findall(r"`(\w+)`", row["values"])
        for value in values:
            query = {row["parameter"]: value}
            if row["parameter"] in partner:  # the two may not be the same
                query[partner[row["parameter"]]] = next(p for p in INDICATORS if p != value)
            answer = study_client.get("/export/priorities.csv", query_string=query)
            assert answer.status_code == 200, query


def test_every_parameter_of_the_map_as_a_picture_is_documented(study_client: FlaskClient) -> None:
    rows = table(EXPORTS, "The map as a picture")
    assert [row["parameter"] for row in rows] == list(maps.PARAMETERS)
    for row in rows:
        for value in re.findall(r"`(\w+)`", row["values"]):
            query = {row["parameter"]: value}
            assert study_client.get("/export/map.svg", query_string=query).status_code == 200, query


def test_the_frame_of_the_documentation_is_one(study_database: Path) -> None:
    server = Flask("embed")
    add_embed(server, Database(study_database))
    for address in re.findall(r'src="https?://[^/]+(/embed[^"]*)"', EXPORTS.read_text("utf-8")):
        assert server.test_client().get(unescape(address)).status_code == 200
    for lock in re.findall(r"`(lock=\w+)`", EXPORTS.read_text("utf-8")):
        assert server.test_client().get(f"/embed?{lock}").status_code == 200


def test_every_value_listed_for_a_parameter_is_allowed(study_client: FlaskClient) -> None:
    for row in table(EXPORTS, "Parameters"):
        name = "indicators" if row["on"] == "all" else row["on"].rpartition(", ")[2]
        # The languages and dialects are followed by what they change.
        for value in re.findall(r"`(\w+)`", row["values"].partition(";")[0]):
            address = f"/export/{name}.csv?{row['parameter']}={value}"
            assert study_client.get(address).status_code == 200, address


def test_the_dialects_are_documented() -> None:
    assert list(table(EXPORTS, "The two dialects")[0])[1:] == list(filters.DIALECTS)


EXAMPLES = re.findall(r"`GET (\S+)`\n\n```(\w+)\n(.*?)```", EXPORTS.read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize(("address", "kind", "body"), EXAMPLES, ids=[e[0] for e in EXAMPLES])
def test_examples_of_exports_are_what_the_server_answers(
    study_client: FlaskClient, address: str, kind: str, body: str
) -> None:
    response = study_client.get(address)
    assert response.status_code == (200 if kind == "csv" else 400)
    assert response.get_data().decode("utf-8-sig").replace("\r\n", "\n") == body
