"""GET /table/rows.json: the rows of the page at the same address of /table, by themselves."""

from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from dashboard import ids
from dashboard.app import create_app
from dashboard.database import Database
from dashboard.routes import page_at
from dashboard.settings import Settings
from dashboard.table_state import ROWS_PATH
from tests.dashboard.components.trees import nodes

QUERIES = [
    "",
    "indicator=training_coverage&sort=-value&row=101&lang=en",
    "rows=answers&planning_region=Zemgales&sort=institution&row=21",
    "rows=answers&quotes=on&sort=-source",
    "row=9000&sort=survey&evidence=guessed&colour=red",  # what is not understood is left out
]


@pytest.fixture(scope="module")
def site(study_database: Path) -> FlaskClient:
    return create_app(Settings(database=study_database)).server.test_client()


def rows_of_page(database: Path, query: str) -> dict[str, Any]:
    """What the page gives to table.js."""
    (data,) = (
        node["props"]["data"]
        for one in page_at(Database(database), "/table", query)
        for node in nodes(one)
        if node["props"].get("id") == ids.TABLE_ROWS
    )
    return dict(data)


@pytest.mark.parametrize("query", QUERIES)
def test_the_rows_are_those_of_the_page(
    site: FlaskClient, study_database: Path, query: str
) -> None:
    answer = site.get(f"{ROWS_PATH}?{query}")
    assert answer.status_code == 200
    assert answer.json is not None
    assert 0 < len(answer.json["rows"]) <= 100
    assert answer.json | {"caption": ""} == rows_of_page(study_database, query) | {"caption": ""}


def test_no_more_rows_are_sent_than_stand_in_the_page(site: FlaskClient) -> None:
    found = site.get(f"{ROWS_PATH}?row=1801").json
    assert found is not None
    assert (len(found["rows"]), found["total"], found["first"]) == (80, 1880, 1801)
    assert {at for line in found["rows"] for at in line} == set(range(len(found["cells"])))


def test_no_row_at_all_is_an_answer_too(site: FlaskClient) -> None:
    found = site.get(f"{ROWS_PATH}?planning_region=Zemgales&evidence=suppressed").json
    assert found is not None
    assert (found["rows"], found["total"]) == ([], 0)


def test_rows_that_a_browser_has_are_not_sent_again(site: FlaskClient) -> None:
    first = site.get(f"{ROWS_PATH}?sort=value")
    tag = {"If-None-Match": first.headers["ETag"]}
    assert site.get(f"{ROWS_PATH}?sort=value", headers=tag).status_code == 304
    assert site.get(f"{ROWS_PATH}?sort=-value", headers=tag).status_code == 200


def test_without_a_database_there_are_no_rows(tmp_path: Path) -> None:
    client = create_app(Settings(database=tmp_path / "none.duckdb")).server.test_client()
    assert client.get(ROWS_PATH).status_code == 503
