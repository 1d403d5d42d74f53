"""Scripts and styles as two files whose addresses carry their hash."""

import hashlib
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.served_assets import APART, FOLDER, FOR_GOOD, read_assets
from dashboard.settings import Settings


@pytest.fixture(scope="module")
def asker(study_database: Path) -> FlaskClient:
    return create_app(Settings(database=study_database)).server.test_client()


def asked_for(index: str) -> list[str]:
    """The addresses of this server that an index asks for."""
    return re.findall(r'(?:src|href)="(/[^"]+)"', index)


def test_an_index_asks_for_one_script_and_one_style_of_ours(asker: FlaskClient) -> None:
    asked = set(asked_for(asker.get("/").text))
    own = [one for one in asked if re.search(r"/assets/[^/]+$", one)]
    assert sorted(re.sub(r"\.\w{12}\.", ".", one) for one in own) == [
        "/assets/app.css",
        "/assets/app.js",
    ]


@pytest.mark.parametrize("kind", ["script", "style"])
def test_the_address_carries_the_hash_of_what_it_answers(asker: FlaskClient, kind: str) -> None:
    address = getattr(read_assets(), kind)
    answer = asker.get(address)
    assert hashlib.sha256(answer.data).hexdigest()[:12] in address
    assert answer.headers["Cache-Control"] == FOR_GOOD


@pytest.mark.parametrize(("ending", "kind"), [("js", "script"), ("css", "style")])
def test_every_file_is_in_it_once_and_tokens_come_first(ending: str, kind: str) -> None:
    assets = read_assets()
    joined = assets.files[getattr(assets, kind)].decode()
    paths = [path for path in FOLDER.glob(f"*.{ending}") if path.name not in APART]
    texts = {path.name: path.read_text("utf-8") for path in paths}
    starts = {name: text.partition("url(")[0][:200] for name, text in texts.items()}
    assert {name: joined.count(start) for name, start in starts.items()} == dict.fromkeys(starts, 1)
    in_order = sorted(starts, key=lambda name: joined.index(starts[name]))
    assert in_order == sorted(starts, key=lambda name: (name != "tokens.css", name))


def test_whatever_the_style_names_is_there_and_kept_for_good(asker: FlaskClient) -> None:
    style = asker.get(read_assets().style).text
    named = {one for one in re.findall(r"url\(([^)]+)\)", style) if one[0] not in "\"'#"}
    assert any(one.endswith(".woff2") for one in named)
    for address in named:
        answer = asker.get(address)
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == FOR_GOOD


def test_a_style_that_names_a_missing_file_is_noticed_at_the_start(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("p { background: url(none.svg) }")
    with pytest.raises(KeyError, match=r"none\.svg"):
        read_assets(tmp_path)


def test_what_changes_gets_a_new_address(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("(function () {})();")
    first = read_assets(tmp_path).script
    (tmp_path / "a.js").write_text("(function () { return 1; })();")
    assert read_assets(tmp_path).script != first


def test_dash_s_own_scripts_are_kept_for_good_too(asker: FlaskClient) -> None:
    own = [one for one in asked_for(asker.get("/").text) if "_dash-component-suites" in one]
    assert len(own) >= 5
    assert {asker.get(one).headers["Cache-Control"] for one in own} == {FOR_GOOD}


def test_the_fonts_are_asked_for_before_the_style_that_names_them(asker: FlaskClient) -> None:
    index, style = asker.get("/methods").text, asker.get(read_assets().style).text
    preloaded = re.findall(r'rel="preload" as="font"[^>]* crossorigin href="([^"]+)"', index)
    assert preloaded
    assert preloaded == sorted(re.findall(r"url\((/assets/fonts/[^)]+)\)", style))
    assert index.index(preloaded[-1]) < index.index(read_assets().style)
