"""Citations: the study, the data version and this very view, for people and for programs."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from dashboard.citations import add_citations
from dashboard.database import Database
from dashboard.exports.references import as_bibtex, as_ris, study
from tests.conftest import STUDY_2016

VIEW = "/table?rows=answers&planning_region=Rīgas"
LINK = "http://karte.example/table?rows=answers&planning_region=R%C4%ABgas"
PUBLISHER = tomllib.loads((STUDY_2016 / "wave.toml").read_text("utf-8"))["source_url"]
ENDINGS = ("txt", "bib", "ris")


@pytest.fixture(scope="module")
def client(study_database: Path) -> Iterator[FlaskClient]:
    server = Flask("citations")
    server.testing = True
    add_citations(server, Database(study_database))
    return server.test_client()


def cited(client: FlaskClient, ending: str, view: str = VIEW, lang: str = "en") -> str:
    address = f"/export/citation.{ending}?view={quote(view)}&lang={lang}"
    answer = client.get(address, base_url="http://karte.example")
    assert answer.status_code == 200, answer.text
    return answer.data.decode()


def test_a_text_cites_study_data_version_and_view(client: FlaskClient) -> None:
    study_words, data, view = cited(client, "txt").split("\n\n")
    assert study_words.endswith("Rīga: Tiesībsarga birojs, 2017.")
    assert re.search(r"Data version 2016-1\. Database: SHA-256 [0-9a-f]{64}\.$", data)
    assert view.startswith("The Rīcības karte developers. Table ")
    assert view.endswith(f"{LINK}\n")


def test_bibtex_has_three_entries_with_their_fields(client: FlaskClient) -> None:
    text = cited(client, "bib")
    assert re.findall(r"^@(\w+)\{(.*),$", text, re.MULTILINE) == [
        ("book", "study-2016-1"),
        ("misc", "ricibas-karte-2016-1"),
        ("misc", "ricibas-karte-2016-1-view"),
    ]
    assert "  author = {{Ombudsman of the Republic of Latvia}},\n" in text
    assert "  year = {2017},\n" in text
    assert f"  url = {{{LINK}}},\n" in text
    assert f"  url = {{{PUBLISHER}}},\n" in text.partition("@misc")[0]


def test_ris_has_three_records_each_ended(client: FlaskClient) -> None:
    text = cited(client, "ris")
    assert re.findall(r"^TY  - (\w+)\r$", text, re.MULTILINE) == ["RPRT", "DATA", "DATA"]
    assert text.count("ER  - \r\n") == 3
    assert all(re.fullmatch(r"([A-Z][A-Z0-9]  - .*)?", line) for line in text.split("\r\n"))
    assert f"UR  - {LINK}\r\n" in text
    first = text.partition("ER  - ")[0]
    assert f"UR  - {PUBLISHER}\r\n" in first
    assert "N1  - The address is the publisher's page about the study" in first


def test_each_language_has_its_words(client: FlaskClient) -> None:
    latvian, english = (cited(client, "txt", lang=one) for one in ("lv", "en"))
    assert "Latvijas Republikas tiesībsargs" in latvian
    assert "Tabula" in latvian
    assert "Ombudsman of the Republic of Latvia" in english


def test_behind_a_proxy_the_link_has_the_scheme_of_the_visitor(client: FlaskClient) -> None:
    told = {"X-Forwarded-Proto": "https"}
    answer = client.get("/export/citation.txt", base_url="http://karte.example", headers=told)
    assert answer.text.endswith("https://karte.example/\n")
    told = {"X-Forwarded-Proto": "javascript"}
    answer = client.get("/export/citation.txt", base_url="http://karte.example", headers=told)
    assert answer.text.endswith("http://karte.example/\n")


def test_a_settled_address_stands_in_the_link_whatever_a_request_says(study_database: Path) -> None:
    server = Flask("settled")
    add_citations(server, Database(study_database), "https://karte.example")
    answer = server.test_client().get(
        "/export/citation.txt", headers={"Host": "elsewhere.example", "X-Forwarded-Proto": "http"}
    )
    assert answer.text.endswith("https://karte.example/\n")


def test_a_study_whose_publisher_has_no_page_has_no_address() -> None:
    assert "url" not in as_bibtex([study("mine", "Somebody. Something. Rīga: Somebody, 2026.")])


@pytest.mark.parametrize(
    "view",
    ["", "table", "//elsewhere.example/", "/nowhere", "/municipality/LV-999", "/\nTY  - X", "/ x"],
)
@pytest.mark.parametrize("ending", ENDINGS)
def test_what_is_no_page_is_not_cited(client: FlaskClient, ending: str, view: str) -> None:
    answer = client.get(f"/export/citation.{ending}?lang=en&view={quote(view)}")
    assert answer.status_code == 400
    assert answer.text.startswith('The parameter "view" has the value "')


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("colour=red", "Nezināms parametrs „colour”. Atļauti: view, lang.\n"),
        ("lang=de", "Parametram „lang” ir nederīga vērtība „de”. Atļautas: lv, en.\n"),
        ("lang=en&lang=lv", "Parametram „lang” ir nederīga vērtība „en, lv”. Atļautas: lv, en.\n"),
    ],
)
def test_what_is_not_understood_is_refused(client: FlaskClient, query: str, said: str) -> None:
    answer = client.get(f"/export/citation.bib?{query}")
    assert (answer.status_code, answer.text) == (400, said)


@given(st.text(st.characters(min_codepoint=33, max_codepoint=0x17F), max_size=30))
def test_no_address_breaks_out_of_its_field(client: FlaskClient, text: str) -> None:
    view = f"/table?rows={text}"
    for ending in ENDINGS:
        answer = client.get(f"/export/citation.{ending}?view={quote(view, safe='')}")
        assert answer.status_code in {200, 400}
        if answer.status_code == 200 and ending == "bib":
            urls = re.findall(r"^  url = \{(.*)\},$", answer.text, re.MULTILINE)
            assert len(urls) == 2  # the publisher's page and the view's
            assert not set("".join(urls)) & set('{}\\"<> ')


def test_a_citation_in_another_form_is_given_whole() -> None:
    one = study("mine", "Our own survey & what it cost: 50 %, in {braces}")
    assert as_bibtex([one]) == (
        "@misc{mine,\n  title = {{Our own survey \\& what it cost: 50 \\%, in \\{braces\\}}},\n}\n"
    )
    assert as_ris([one]) == (
        "TY  - RPRT\r\nID  - mine\r\nTI  - Our own survey & what it cost: 50 %, in {braces}\r\n"
        "ER  - \r\n"
    )
