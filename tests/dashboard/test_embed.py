"""/embed through a server of its own: a whole page without scripts, and what it refuses."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from dashboard.database import Database
from dashboard.embed import add_embed
from dashboard.exports.maps import PARAMETERS
from dashboard.health import add_health
from dashboard.state import INDICATORS


@pytest.fixture(scope="module")
def frame(study_database: Path) -> FlaskClient:
    server = Flask(__name__)
    add_embed(server, Database(study_database))
    return server.test_client()


class Page(HTMLParser):
    """The tags and the words of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data

    def links(self) -> list[str]:
        return [attributes["href"] or "" for tag, attributes in self.tags if tag == "a"]


def page(frame: FlaskClient, query: str = "") -> Page:
    answer = frame.get(f"/embed?{query}")
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    assert "set-cookie" not in answer.headers
    return Page(answer.text)


def test_it_is_whole_html_without_scripts_and_asks_this_server_alone(frame: FlaskClient) -> None:
    found = page(frame)
    names = {tag for tag, _ in found.tags}
    assert names & {"script", "iframe", "img", "style", "form"} == set()
    assert {tag for tag, attributes in found.tags if "style" in attributes} == set()
    loaded = [attributes["href"] for tag, attributes in found.tags if tag == "link"]
    assert loaded == ["/assets/favicon.svg", "/assets/tokens.css", "/assets/embed.css"]
    assert all((Path("dashboard") / one.lstrip("/")).is_file() for one in loaded if one)


def test_it_has_headline_map_legend_and_source(frame: FlaskClient) -> None:
    found = page(frame, "lang=en&indicator=materials_availability&estimates=off")
    assert "Values are published almost nowhere" in found.words
    for said in ("Estimates are off.", "not published", "data version 2016-1", "2009 boundaries"):
        assert said in found.words
    (label,) = [a["aria-label"] for tag, a in found.tags if tag == "svg" and a.get("role")]
    assert label == "Map of Latvia's municipalities: Client materials, 2009 boundaries"


def test_without_a_lock_the_other_indicators_keep_the_view(frame: FlaskClient) -> None:
    view = "institution_type=social_service&planning_region=Latgales&boundary_set=2021&lang=en"
    links = page(frame, view).links()
    assert len(links) == len(INDICATORS) + 1
    for indicator, link in zip(INDICATORS, links, strict=False):
        assert link.startswith("/embed?")
        default = indicator == "training_coverage"
        assert (f"indicator={indicator}" in link) != default
        assert "institution_type=social_service" in link
    assert links[-1].startswith("/?")


def test_a_lock_leaves_the_way_to_the_whole_page_alone(frame: FlaskClient) -> None:
    found = page(frame, "lock=on&municipality=LV-041")
    assert found.links() == ["/?municipality=LV-041"]
    (whole,) = [attributes for tag, attributes in found.tags if tag == "a"]
    assert (whole["target"], whole["rel"]) == ("_blank", "noopener")
    assert "Jelgavas novads." in found.words


@pytest.mark.parametrize(
    "query",
    [
        "lock=yes",
        "lock=on&lock=on",
        "view=list",
        "indicator=<script>alert(1)</script>",
        "municipality=LV-999",
        "planning_region=",
        "callback=alert",
        "lang=%22%3E%3Cscript%3E",
        "boundary_set=2021&municipality=LV-001",
    ],
)
def test_what_is_not_understood_is_refused_as_plain_text(frame: FlaskClient, query: str) -> None:
    answer = frame.get(f"/embed?{query}")
    assert (answer.status_code, answer.mimetype) == (400, "text/plain")
    assert re.match("(Nezināms|Parametram) ", answer.text)


def test_a_refused_parameter_is_told_with_all_that_there_are(frame: FlaskClient) -> None:
    answer = frame.get("/embed?colour=red&lang=en")
    known = ", ".join([*PARAMETERS, "lock"])
    assert answer.text == f'Unknown parameter "colour". Allowed: {known}.\n'


def test_there_is_no_frame_without_a_database(tmp_path: Path) -> None:
    server = Flask(__name__)
    database = Database(tmp_path / "none.duckdb")
    add_embed(server, database)
    add_health(server, database)
    assert server.test_client().get("/embed").status_code == 503
