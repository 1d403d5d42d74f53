"""What is answered from memory: never too much, never too old, never another's."""

import gc
import shutil
import time
import tracemalloc
from collections.abc import Hashable
from pathlib import Path

import brotli
import pytest
from flask import Flask, Response
from flask.testing import FlaskClient

from dashboard import database as module
from dashboard.app import create_app
from dashboard.database import Database
from dashboard.encoding import add_encoding
from dashboard.kept_answers import KeptAnswers
from dashboard.kept_keys import KeptKeys
from dashboard.map_addresses import file_address
from dashboard.settings import Settings

BR = {"Accept-Encoding": "br"}


def by_path(path: str, _query: str) -> Hashable:
    return path if path.startswith("/kept") else None


class Counted:
    """A server that counts how often it is asked, behind what is to be tested."""

    def __init__(self, limit: int = 100_000, text: str = "") -> None:
        self.asked, self.text = 0, text
        self.server = Flask(__name__)
        add_encoding(self.server)
        self.server.add_url_rule("/<name>", "any", self.answer, methods=["GET", "POST"])
        self.layer = KeptAnswers(self.server.wsgi_app, by_path, limit)
        self.server.wsgi_app = self.layer
        self.client = self.server.test_client()

    def answer(self, name: str) -> Response:
        self.asked += 1
        status = 404 if "none" in name else 200
        text = self.text or f"{name} {self.asked} " + "x" * 10_000
        return Response(text, status, mimetype="text/plain")


def test_an_answer_is_made_once_for_each_encoding() -> None:
    counted = Counted()
    first = counted.client.get("/kept")
    assert counted.client.get("/kept?whatever=1").data == first.data
    assert counted.asked == 1
    assert brotli.decompress(counted.client.get("/kept", headers=BR).data).startswith(b"kept 2")
    counted.client.get("/kept", headers=BR)
    assert counted.asked == 2


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/other"), ("POST", "/kept"), ("GET", "/kept-none")]
)
def test_other_answers_are_made_each_time(method: str, path: str) -> None:
    counted = Counted()
    for _ in range(3):
        counted.client.open(path, method=method)
    assert counted.asked == 3


def test_a_kept_answer_is_the_same_answer() -> None:
    counted = Counted()
    first, again = (counted.client.get("/kept", headers=BR) for _ in range(2))
    assert (again.status, sorted(again.headers)) == (first.status, sorted(first.headers))


def test_who_has_it_is_told_so_from_the_first_time_on() -> None:
    counted = Counted()
    tag = Counted().client.get("/kept", headers=BR).headers["ETag"]
    for _ in range(2):  # made for this reader, then kept
        answer = counted.client.get("/kept", headers=BR | {"If-None-Match": tag})
        assert (answer.status_code, answer.data) == (304, b"")
        assert "Content-Length" not in answer.headers
        assert answer.headers["Vary"] == "Accept-Encoding"
    assert counted.asked == 1
    assert counted.client.get("/kept", headers=BR).status_code == 200


def test_the_memory_is_bounded_and_forgets_what_was_not_asked_for_longest() -> None:
    counted = Counted(limit=40_000)  # three of these answers
    for name in ("kept1", "kept2", "kept3", "kept1", "kept4"):
        counted.client.get(f"/{name}")
    assert counted.asked == 4
    counted.client.get("/kept1")
    counted.client.get("/kept3")
    assert counted.asked == 4
    counted.client.get("/kept2")
    assert counted.asked == 5


def test_what_is_asked_for_again_is_pressed_meanwhile() -> None:
    text = " ".join(str(number * number) for number in range(3_000))
    counted = Counted(text=text)
    sizes = [len(counted.client.get("/kept", headers=BR).data) for _ in range(2)]
    end = time.monotonic() + 10
    while len((last := counted.client.get("/kept", headers=BR)).data) == sizes[0]:
        assert time.monotonic() < end
        time.sleep(0.01)
    assert sizes[0] == sizes[1] > len(last.data) == last.content_length
    assert brotli.decompress(last.data).decode() == text


# The dashboard's own addresses


@pytest.fixture(scope="module")
def keys(study_database: Path) -> KeptKeys:
    return KeptKeys(Database(study_database), frozenset({"/assets/app.js"}))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/?", "/?lang=lv&estimates=on"),
        ("/?lang=en&boundary_set=2021", "/?boundary_set=2021&lang=en"),
        ("/municipality/LV-002?", "/municipality/LV-002?boundary_set=2009"),
        ("/table?rows=indicators", "/table?"),
        ("/table?evidence=named&evidence=derived", "/table?evidence=derived&evidence=named"),
        ("/table/rows.json?sort=code&lang=lv", "/table/rows.json?sort=code"),
        ("/assets/app.js?", "/assets/app.js?v=7"),
        (
            "/_dash-component-suites/dash/deps/react@18.v1m1.3.1.min.js?",
            "/_dash-component-suites/dash/deps/react@18.v2m2.3.1.min.js?x",
        ),
    ],
)
def test_addresses_that_say_the_same_share_an_answer(keys: KeptKeys, one: str, other: str) -> None:
    assert keys(*one.split("?")) == keys(*other.split("?")) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/?", "/?lang=en"),
        ("/?", "/methods?"),
        ("/municipality/LV-112?", "/municipality/LV-113?"),
        ("/municipality/LV-002?", "/municipality/LV-002?boundary_set=2021"),
        ("/compare?mode=municipalities", "/compare?"),
        ("/priorities?picked=LV-002", "/priorities?"),
        ("/table?evidence=named", "/table?evidence=named&evidence=derived"),
        ("/table?rows=answers", "/table?"),
        ("/table/rows.json?", "/table?"),
        ("/table/rows.json?row=101", "/table/rows.json?"),
    ],
)
def test_addresses_that_say_something_else_do_not(keys: KeptKeys, one: str, other: str) -> None:
    assert keys(*one.split("?")) != keys(*other.split("?"))
    assert None not in (keys(*one.split("?")), keys(*other.split("?")))


@pytest.mark.parametrize(
    "address",
    [
        "/?unknown=1",
        "/?lang=xx",
        "/?lang=",
        "/?lang=en&lang=lv",
        "/nowhere?",
        "/municipality/LV-999?",
        "/municipality/?",
        "/municipality/LV-003?boundary_set=2021",  # no such municipality any more
        "/table?evidence=rumour",
        "/table?lang=en&lang=lv",
        "/export/answers.csv?",
        "/healthz?",
        "/assets/other.js?",
        "/_dash-update-component?",
    ],
)
def test_nothing_is_kept_under_an_address_that_anybody_may_invent(
    keys: KeptKeys, address: str
) -> None:
    assert keys(*address.split("?")) is None


def test_without_a_database_no_page_is_kept(tmp_path: Path) -> None:
    keys = KeptKeys(Database(tmp_path / "none.duckdb"), frozenset())
    assert keys("/", "") is None
    asker = create_app(Settings(database=tmp_path / "none.duckdb")).server.test_client()
    assert [asker.get("/municipality/LV-041").status_code for _ in range(2)] == [404, 404]


@pytest.fixture
def served(tmp_path: Path, small_database: Path) -> Path:
    return Path(shutil.copy(small_database, tmp_path / "served.duckdb"))


def test_a_replaced_database_shows_at_once(
    served: Path, study_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SECONDS_BETWEEN_LOOKS", 0)
    asker: FlaskClient = create_app(Settings(database=served)).server.test_client()
    monkeypatch.setattr(
        "dashboard.app.page_title", lambda database, *_: database.edition().identity
    )
    old_file = file_address(old := Database(served).edition(), "values", "2009", "lv")
    kept = asker.get(old_file).data
    assert old.identity in asker.get("/").text
    shutil.copy(study_database, beside := served.with_name("beside"))
    beside.replace(served)
    assert old.identity not in asker.get("/").text
    new_file = file_address(Database(served).edition(), "values", "2009", "lv")
    assert asker.get(new_file).data != kept
    assert asker.get(old_file).data == kept  # for a page that was open before


def test_thousands_of_answers_leave_the_memory_as_it_is() -> None:
    counted = Counted(limit=200_000)
    sizes = []
    tracemalloc.start()
    for number in range(3_000):
        counted.client.get(f"/kept{number}", headers={"Accept-Encoding": ""})
        if number % 1_000 == 999:
            gc.collect()
            sizes.append(tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
    assert counted.asked == 3_000
    assert sizes[-1] - sizes[0] < 100_000  # ten of them, of two thousand
