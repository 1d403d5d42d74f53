"""Every answer tells the browser what it must not do; nothing but Dash's own inline script runs."""

import base64
import hashlib
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.database import Database
from dashboard.map_addresses import file_address
from dashboard.served_assets import read_assets
from dashboard.settings import Settings

DOCUMENTS = [
    "/",
    "/municipality/LV-041?lang=en",
    "/nowhere",
    "/assets/nowhere.js",
    "/export/answers.csv",
    "/export/answers.csv?wave=1900",
]


@pytest.fixture(scope="module")
def asker(study_database: Path) -> FlaskClient:
    return create_app(Settings(database=study_database)).server.test_client()


def directives(policy: str) -> dict[str, list[str]]:
    return {name: sources for name, *sources in map(str.split, policy.split(";"))}


@pytest.mark.parametrize("path", DOCUMENTS)
def test_pages_refusals_and_exports_carry_the_headers(asker: FlaskClient, path: str) -> None:
    for _ in range(2):  # made, and kept
        headers = asker.get(path).headers
        assert headers.getlist("X-Content-Type-Options") == ["nosniff"]
        assert headers.getlist("Referrer-Policy") == ["same-origin"]
        assert "geolocation=()" in headers["Permissions-Policy"]
        assert len(headers.getlist("Content-Security-Policy")) == 1


def test_without_a_database_too(tmp_path: Path) -> None:
    asker = create_app(Settings(database=tmp_path / "none.duckdb")).server.test_client()
    answer = asker.get("/export/answers.csv")
    assert answer.status_code == 503
    assert "Content-Security-Policy" in answer.headers


def test_parts_of_a_page_keep_their_kind(asker: FlaskClient, study_database: Path) -> None:
    edition = Database(study_database).edition()
    values = file_address(edition, "values", "2009", "lv")
    for path in (read_assets().script, read_assets().style, values):
        assert asker.get(path).headers["X-Content-Type-Options"] == "nosniff"
        assert "Content-Security-Policy" not in asker.get(path).headers


@pytest.mark.parametrize("path", ["/", "/methods?lang=en"])
def test_the_only_inline_scripts_allowed_are_those_of_the_index(
    asker: FlaskClient, path: str
) -> None:
    answer = asker.get(path)
    inline = re.findall(
        r"<script(?![^>]*(?:src=|application/json))[^>]*>(.*?)</script>", answer.text, re.DOTALL
    )
    digests = [base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in inline]
    scripts = directives(answer.headers["Content-Security-Policy"])["script-src"]
    assert inline
    assert sorted(scripts) == sorted(["'self'", *(f"'sha256-{one}'" for one in digests)])


def test_nothing_is_loaded_from_elsewhere_and_no_text_becomes_code(asker: FlaskClient) -> None:
    found = directives(asker.get("/").headers["Content-Security-Policy"])
    assert found["default-src"] == found["object-src"] == found["base-uri"] == ["'none'"]
    allowed = {source for sources in found.values() for source in sources}
    assert "'unsafe-eval'" not in allowed
    assert not [one for one in allowed if "//" in one or "http" in one]
    assert [name for name, sources in found.items() if "'unsafe-inline'" in sources] == [
        "style-src"
    ]


@pytest.mark.parametrize(
    ("path", "framed"), [("/", "'none'"), ("/embedded", "'none'"), ("/embed", "*")]
)
def test_only_the_page_made_for_it_may_be_framed(
    asker: FlaskClient, path: str, framed: str
) -> None:
    found = directives(asker.get(path).headers["Content-Security-Policy"])
    assert found["frame-ancestors"] == [framed]
