"""The first HTML: what a reader sees before the scripts, or without them."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.database import Database
from dashboard.first_html import first_html, script_names
from dashboard.records import EVIDENCE
from dashboard.settings import Settings

ADDRESSES = ("/", "/priorities", "/compare", "/table", "/study", "/methods", "/present")


class Reader(HTMLParser):
    """Reads a page's words, and counts what is in it."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self.areas: list[dict[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "use" and "data-code" in dict(attrs):
            self.areas.append(dict(attrs))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.fixture(scope="module")
def client(study_database: Path) -> FlaskClient:
    return create_app(Settings(database=study_database)).server.test_client()


def read(client: FlaskClient, address: str) -> tuple[str, Reader]:
    html = client.get(address).get_data(as_text=True)
    reader = Reader()
    reader.feed(html)
    return html, reader


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_whole_before_any_script(client: FlaskClient, address: str) -> None:
    html, reader = read(client, address)
    assert html.index('<div id="first">') < html.index("<script id=")
    assert reader.tags.count("h1") >= 1
    if address != "/present":
        assert reader.tags.count("main") == reader.tags.count("footer") == 1


def test_the_map_is_painted_and_named(client: FlaskClient) -> None:
    _, reader = read(client, "/?indicator=ngo_awareness&lang=en")
    assert len(reader.areas) == 119
    assert all(re.match(r"paint-\d+$", str(one["class"])) for one in reader.areas)
    assert "Aglonas novads. " in str(reader.areas[0]["aria-label"])
    assert "paints-ngo_awareness" in client.get("/?indicator=ngo_awareness").get_data(as_text=True)


def test_the_list_is_there_without_a_script(client: FlaskClient) -> None:
    html, reader = read(client, "/?view=list&planning_region=Zemgales")
    rows = re.findall(r'<tr><th scope="row"><a href="([^"]+)">([^<]+)</a>', html)
    assert len(rows) == 22
    assert [name for _, name in rows][:2] == ["Aizkraukles novads", "Aknīstes novads"]
    assert all("view=list" in address and "municipality=" in address for address, _ in rows)
    assert "nav atbildes" in " ".join(reader.words).lower()


def test_a_profile_is_whole_as_text(client: FlaskClient) -> None:
    _, reader = read(client, "/municipality/LV-041")
    words = " ".join(reader.words)
    assert "Jelgavas novads" in words
    assert "Bāriņtiesa" in words


def test_what_the_address_says_is_escaped(client: FlaskClient) -> None:
    html, _ = read(client, "/?indicator=%3Cscript%3Ealert(1)%3C/script%3E")
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_without_a_database_the_first_html_says_so(tmp_path: Path) -> None:
    written = first_html(Database(tmp_path / "none.duckdb"), "/", "")
    assert "<h1" in written


def test_the_map_is_told_of_its_files_and_no_other_page_is(client: FlaskClient) -> None:
    html, _ = read(client, "/?boundary_set=2021&lang=en")
    told = re.search(
        r'<script type="application/json" id="first-map" data-values="(.+?)">(.+?)</', html
    )
    assert told is not None
    sources = json.loads(told[2])
    assert told[1] == sources["sets"]["2021"]["values"]
    assert told[1].endswith("/values/2021/en.json")
    assert client.get(told[1]).status_code == 200
    assert set(sources["sets"]) == {"2009", "2021", "2025"}
    assert "data-values" not in read(client, "/methods")[0]


def test_scripts_are_named_in_their_order_and_not_fetched_before_the_page_is_seen() -> None:
    dash = "".join(
        f'<script src="{one}"></script>\n' for one in ("/a.js", "/own.js", "/renderer.js")
    )
    names = script_names(dash, "/own.js")
    found = re.findall(r'<template data-src="([^"]+)"', names)
    assert found == ["/own.js", "/a.js", "/renderer.js"]
    assert "<script" not in names


def test_an_address_that_leads_nowhere_is_not_to_be_cited(client: FlaskClient) -> None:
    for address in ("/municipality/LV-999", "/nowhere"):
        assert "/export/citation" not in client.get(address).get_data(as_text=True)
    assert "/export/citation" in client.get("/municipality/LV-041").get_data(as_text=True)


def test_of_a_repeated_language_the_page_and_its_markup_mean_the_last(client: FlaskClient) -> None:
    html = client.get("/methods?lang=lv&lang=en").get_data(as_text=True)
    assert '<html lang="en">' in html
    assert "<h1>Methods</h1>" in html


@pytest.mark.parametrize(("lang", "lacks"), [("lv", "jāieslēdz"), ("en", "switch JavaScript on")])
def test_nobody_is_told_to_switch_on_what_the_map_does_without(
    client: FlaskClient, lang: str, lacks: str
) -> None:
    html, reader = read(client, f"/?lang={lang}")
    assert len(reader.areas) == 119
    assert "<noscript>" in html
    assert lacks not in html


def test_the_marks_are_explained_from_the_strongest_down(client: FlaskClient) -> None:
    html, _ = read(client, "/methods")
    told = html.partition('id="evidence"')[2].partition("</table>")[0]
    assert tuple(re.findall(r"mark mark-(\w+)", told)) == EVIDENCE
