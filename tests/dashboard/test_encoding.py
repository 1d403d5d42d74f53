"""Each reader gets the encoding that it takes, and a tag instead of what it has."""

import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import brotli
import pytest
from flask import Flask, Response
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.encoding import add_encoding, encoding_for, pressed
from dashboard.settings import Settings
from tests.dashboard.page_question import WHERE, page_question

LONG = "Rīcības karte. " * 100
UNDO: dict[str | None, Callable[[bytes], bytes]] = {
    None: lambda data: data,
    "gzip": gzip.decompress,
    "br": brotli.decompress,
}


@pytest.fixture
def asker() -> FlaskClient:
    server = Flask(__name__)
    add_encoding(server)
    server.add_url_rule("/long", "long", lambda: LONG)
    server.add_url_rule("/short", "short", lambda: "No.")
    server.add_url_rule("/font", "font", lambda: Response(b"f" * 900, mimetype="font/woff2"))
    server.add_url_rule("/stream", "stream", lambda: Response(pieces(), mimetype="text/csv"))
    server.add_url_rule("/wrong", "wrong", lambda: (LONG, 400))
    return server.test_client()


def pieces() -> Iterator[str]:
    yield LONG
    yield LONG


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("", ""),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0.2, gzip;q=0.8", "gzip"),
        ("*", "br"),
        ("*;q=0", ""),
        ("identity", ""),
        ("BR", "br"),
        (";;q=x,,", ""),
    ],
)
def test_the_reader_chooses_the_encoding(accepted: str, encoding: str) -> None:
    assert encoding_for(accepted) == encoding


@pytest.mark.parametrize("accepted", ["", "gzip", "br"])
def test_the_content_is_the_same_in_every_encoding(asker: FlaskClient, accepted: str) -> None:
    answer = asker.get("/long", headers={"Accept-Encoding": accepted})
    assert answer.content_encoding == (accepted or None)
    assert UNDO[answer.content_encoding](answer.data).decode() == LONG
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert answer.content_length == len(answer.data)


@pytest.mark.parametrize("path", ["/short", "/font", "/stream"])
def test_small_packed_and_streamed_answers_stay_as_they_are(asker: FlaskClient, path: str) -> None:
    answer = asker.get(path, headers={"Accept-Encoding": "br"})
    assert answer.content_encoding is None


def test_a_refusal_is_encoded_and_not_tagged(asker: FlaskClient) -> None:
    answer = asker.get("/wrong", headers={"Accept-Encoding": "br"})
    assert (answer.status_code, answer.content_encoding) == (400, "br")
    assert "ETag" not in answer.headers


def test_who_has_it_is_not_sent_it_again(asker: FlaskClient) -> None:
    first = asker.get("/long", headers={"Accept-Encoding": "br"})
    tag = first.headers["ETag"]
    assert first.headers["Cache-Control"] == "no-cache"
    again = asker.get("/long", headers={"Accept-Encoding": "gzip", "If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    other = asker.get("/long", headers={"If-None-Match": 'W/"other"'})
    assert other.status_code == 200


def test_pressing_changes_the_size_and_not_the_content() -> None:
    content = json.dumps([LONG[i:] for i in range(300)]).encode()
    quick = brotli.compress(content, quality=5)
    assert len(pressed(quick)) < len(quick)
    assert brotli.decompress(pressed(quick)) == content


def test_what_a_callback_answers_is_encoded_too(study_database: Path) -> None:
    asker = create_app(Settings(database=study_database)).server.test_client()
    asker.get("/")
    answer = asker.post(WHERE, json=page_question("/methods"), headers={"Accept-Encoding": "br"})
    assert answer.content_encoding == "br"
    assert "page" in json.loads(brotli.decompress(answer.data))["response"]
