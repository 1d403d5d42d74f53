"""No page and no file speaks of "the study" where another survey is shown; of the study all do.

The other survey is an invented copy of the study: it has all that the study has, estimates,
suspicion, open frames, statements and printed figures, so that every sentence is said of it.
"""

import io
import json
import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit
from zipfile import ZipFile

import duckdb
import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.database import Database
from dashboard.map_addresses import file_address
from dashboard.settings import Settings
from dashboard.waves import scope
from etl.build import build
from tests.conftest import STUDY_2016, quiet
from tests.invented_wave import invented_copy_of_the_study

WORDS = {"lv": "pētījum", "en": "study"}
SHOWN = {"alt", "aria-label", "placeholder", "title", "content", "value"}
TRAINING = "indicator=training_coverage"
PAGES = (
    "/",
    "/?municipality=LV-025",  # a court of several, an open frame
    "/?indicator=materials_availability&municipality=LV-RIX",
    "/?indicator=ngo_awareness&view=list",
    "/priorities",
    "/compare",
    "/compare?mode=municipalities&municipality=LV-041&with=LV-025",
    "/compare?mode=regions",
    "/table",
    "/table?rows=answers&question=training&quotes=on",
    "/study",
    "/study?theme=good_practice",
    "/methods",
    "/municipality/LV-041",
    "/municipality/LV-025",
    "/municipality/LV-064",
    "/municipality/LV-RIX",
    "/present",
    "/present?municipality=LV-041",
    "/embed",
    "/nowhere",
)
FILES = (
    "/table/rows.json",
    "/table/rows.json?rows=answers",
    "/export/map.svg",
    "/export/package.zip?municipality=LV-041",
    "/export/indicators.xlsx?municipality=LV-041",
    "/export/statements.xlsx?municipality=LV-041",
    "/export/indicators.geojson?municipality=LV-041&indicator=training_coverage",
    "/export/citation.txt",
    "/export/citation.txt?view=/study",
    "/export/citation.ris",
)


def client_of(path: Path) -> FlaskClient:
    client: FlaskClient = create_app(Settings(path)).server.test_client()
    return client


@pytest.fixture(scope="module")
def other_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One survey that is not the study."""
    folder = tmp_path_factory.mktemp("other")
    copy = invented_copy_of_the_study(folder / "survey", "2019", {})
    with (copy / "wave.toml").open("a", encoding="utf-8") as file:
        file.write('source_url = "https://survey.invalid/"\n')
    build(folder / "x.duckdb", survey_folders=[copy], say=quiet)
    return folder / "x.duckdb"


@pytest.fixture(scope="module")
def both_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The study, and a later survey."""
    folder = tmp_path_factory.mktemp("both")
    copy = invented_copy_of_the_study(folder / "survey", "2019", {})
    build(folder / "x.duckdb", survey_folders=[STUDY_2016, copy], say=quiet)
    return folder / "x.duckdb"


@pytest.fixture(scope="module")
def other(other_database: Path) -> FlaskClient:
    """The dashboard of the other survey."""
    return client_of(other_database)


class Shown(HTMLParser):
    """What a page says: its text, and the attributes that are read out."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's
        self.said += [value for name, value in attrs if name in SHOWN and value]


def texts(content: bytes) -> Iterator[str]:
    """All that a page or a file says."""
    if content.startswith(b"PK"):
        with ZipFile(io.BytesIO(content)) as packed:
            for name in packed.namelist():
                text = packed.read(name).decode()
                yield unescape(re.sub(r"<[^>]+>", " ", text)) if name.endswith(".xml") else text
    elif content.lstrip()[:1] == b"<":
        reader = Shown()
        reader.feed(re.sub(r"<(style|script).*?</\1>", "", content.decode(), flags=re.DOTALL))
        yield from reader.said
    else:
        yield content.decode()


def data_of(database: Path) -> list[str]:
    """The texts of the database that have the word: a source's own, not the program's."""
    found: set[str] = set()
    with duckdb.connect(database, read_only=True) as connection:
        columns = connection.execute(
            "select table_name, column_name from information_schema.columns "
            "where data_type = 'VARCHAR' and table_catalog = current_database()"
        ).fetchall()
        for table, column in columns:
            for (value,) in connection.table(f'"{table}"').project(f'"{column}"').fetchall():
                if value and any(word in value.casefold() for word in WORDS.values()):
                    found.add(value.casefold())
    return sorted(found, key=len, reverse=True)


@pytest.fixture(scope="module")
def own_data(other_database: Path) -> list[str]:
    """The data of the other survey that have the word."""
    return data_of(other_database)


def said_by(client: FlaskClient, address: str, data: list[str]) -> list[str]:
    """What the page or file at an address says itself, spaces made alike."""
    answer = client.get(address)
    assert answer.status_code in {200, 404}, answer.text
    said = []
    for text in texts(answer.data):
        own = re.sub(r"[\s\N{NO-BREAK SPACE}\N{WORD JOINER}]+", " ", text.casefold())
        for one in data if any(word in own for word in WORDS.values()) else ():
            own = own.replace(one, "")
            own = own.replace(json.dumps(one, ensure_ascii=False)[1:-1], "")
        said.append(re.sub(r"[^ \"']*(/study|study-|-study)[^ \"']*", "", own))  # addresses, keys
    return said


def in_language(address: str, lang: str, **more: str) -> str:
    path, query = urlsplit(address).path, parse_qsl(urlsplit(address).query)
    return f"{path}?{urlencode([*query, *more.items(), ('lang', lang)])}"


def around(texts: list[str], word: str) -> list[str]:
    """Where a word stands, with what is around it."""
    return [
        text[max(0, at.start() - 60) : at.end() + 60]
        for text in texts
        for at in re.finditer(word, text)
    ]


def maps(database: Path, lang: str, wave: str = "") -> list[str]:
    """The files from which the map follows the state: every sentence of every place."""
    edition = Database(database).edition()
    place = scope("2009", wave)
    values = file_address(edition, "values", place, lang)
    codes = ("latvia", "LV-041", "LV-025", "LV-RIX")
    return [values, *(file_address(edition, "panel", place, lang, code) for code in codes)]


@pytest.mark.parametrize("lang", WORDS)
@pytest.mark.parametrize("address", [*PAGES, *FILES])
def test_nothing_calls_another_survey_the_study(
    other: FlaskClient, own_data: list[str], address: str, lang: str
) -> None:
    said = said_by(other, in_language(address, lang), own_data)
    assert around(said, WORDS[lang]) == []
    assert any(len(text) > 20 for text in said)


@pytest.mark.parametrize("lang", WORDS)
def test_no_sentence_of_the_map_calls_another_survey_the_study(
    other: FlaskClient, own_data: list[str], other_database: Path, lang: str
) -> None:
    for address in maps(other_database, lang):
        said = said_by(other, address, own_data)
        assert around(said, WORDS[lang]) == [], address
        assert len(said[0]) > 1000


@pytest.fixture(scope="module")
def both(both_database: Path) -> FlaskClient:
    """The dashboard of the study and a later survey."""
    return client_of(both_database)


@pytest.fixture(scope="module")
def both_data(both_database: Path) -> list[str]:
    """The data of both that have the word."""
    return data_of(both_database)


@pytest.mark.parametrize("lang", WORDS)
@pytest.mark.parametrize("address", ["/study", "/methods", "/municipality/LV-041", "/present"])
def test_of_two_surveys_each_is_called_what_it_is(
    both: FlaskClient, both_data: list[str], address: str, lang: str
) -> None:
    of_study = said_by(both, in_language(address, lang, wave="2016"), both_data)
    of_other = said_by(both, in_language(address, lang, wave="2019"), both_data)
    assert around(of_study, WORDS[lang])
    assert around(of_other, WORDS[lang]) == []


@pytest.mark.parametrize("lang", WORDS)
def test_the_map_says_of_each_of_two_surveys_what_it_is(
    both: FlaskClient, both_data: list[str], both_database: Path, lang: str
) -> None:
    for wave, some in (("2016", True), ("2019", False)):
        values, _, panel, *_ = maps(both_database, lang, wave)
        for address in (values, panel):
            assert bool(around(said_by(both, address, both_data), WORDS[lang])) is some, address


@pytest.mark.parametrize("lang", WORDS)
def test_files_of_both_surveys_have_words_that_are_true_of_both(
    both: FlaskClient, both_data: list[str], lang: str
) -> None:
    address = in_language("/export/indicators.xlsx?municipality=LV-041", lang)
    for query in ("", "&wave=2019", "&wave=2016&wave=2019"):
        assert around(said_by(both, f"{address}{query}", both_data), WORDS[lang]) == []
    assert around(said_by(both, f"{address}&wave=2016", both_data), WORDS[lang])


def test_the_data_that_is_left_out_hides_no_word_of_the_program(own_data: list[str]) -> None:
    assert min(map(len, own_data)) > 20
