"""What a link shows of itself: tags in the head, and pictures that are not stale."""

import struct
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dashboard.app import create_app
from dashboard.database import Database
from dashboard.figures.share_sheet import HEIGHT, WIDTH, share_sheet, share_tags
from dashboard.i18n.translate import LANGUAGES, Words
from dashboard.settings import Settings
from dashboard.share_links import FOLDER, MADE_OF, neutral_name, picture_name
from dashboard.state import INDICATORS, ViewState
from etl.build import build
from etl.replies.load import Given
from tests.conftest import quiet
from tests.dashboard.figures.sheets import WORDS, missing_ids, read, small_sheet, texts
from tests.share_pictures import made_of

NAMES = [
    *(
        picture_name(ViewState(indicator=one, lang=lang))
        for one in INDICATORS
        for lang in LANGUAGES
    ),
    *(neutral_name(lang) for lang in LANGUAGES),
]


class Head(HTMLParser):
    """The meta tags of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: dict[str, str] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag == "meta" and (named.get("property") or named.get("name")):
            self.tags[named.get("property") or named["name"] or ""] = named["content"] or ""


def head(database: Path, address: str, **headers: str) -> dict[str, str]:
    server = create_app(Settings(database=database)).server
    return Head(server.test_client().get(address, headers=headers).text).tags


def test_the_pictures_are_made_of_what_the_map_shows_now(study_database: Path) -> None:
    made = made_of(Database(study_database).edition())
    assert MADE_OF.read_text("utf-8") == made, "stale: run make share-pictures"
    assert [row.split()[2] for row in made.splitlines()] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_a_small_png_of_the_size_that_the_tags_say(name: str) -> None:
    picture = (FOLDER / name).read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">II", picture[16:24]) == (WIDTH, HEIGHT)
    assert len(picture) <= 60_000


def test_there_is_no_picture_that_nothing_asks_for() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {*NAMES, MADE_OF.name}


def test_a_picture_has_sentence_counts_and_source_inside_it() -> None:
    sheet = small_sheet(selected="", label="")
    drawn = share_sheet(replace(sheet, words=replace(WORDS, headline="Viena rinda")))
    assert missing_ids(drawn) == set()
    said = texts(drawn)
    for one in ("Viena rinda", "Apmācība", "20–40", "2", WORDS.short_foot, WORDS.product):
        assert one in said
    assert (read(drawn).get("width"), read(drawn).get("height")) == ("1200", "630")
    assert "0 % neviena" not in said  # nobody is in that class


def test_a_link_shows_the_indicator_and_language_of_its_view(study_database: Path) -> None:
    tags = head(study_database, "/?indicator=materials_availability&lang=en&view=list")
    assert tags["og:image"].startswith(
        "http://localhost/assets/share/materials_availability-en.png?v="
    )
    assert tags["og:description"] == (
        "Almost everywhere only a total is known: the map shows estimates."
    )
    assert (tags["og:locale"], tags["twitter:card"]) == ("en_GB", "summary_large_image")
    assert (tags["og:image:width"], tags["og:image:height"]) == ("1200", "630")
    assert tags["og:title"] == Words("en")("site.name")


def test_a_region_is_in_the_sentence_and_the_whole_map_in_the_picture(
    study_database: Path,
) -> None:
    tags = head(study_database, "/?planning_region=Zemgales")
    assert "no\u00a022" in tags["og:description"].replace("no 22", "no\u00a022")
    assert "119" in tags["og:image:alt"]


def test_another_page_has_its_own_title_and_the_default_picture(study_database: Path) -> None:
    tags = head(study_database, "/table?rows=answers&planning_region=Zemgales&planning_region=x")
    assert tags["og:title"] == Words("lv")("site.title", page=Words("lv")("pages.table"))
    assert tags["og:description"] == Words("lv")("site.description")
    assert "/training_coverage-lv.png" in tags["og:image"]


@pytest.mark.parametrize(
    "query",
    ["indicator=<script>", "indicator=../../x&lang=de", "lang=en&lang=lv", "boundary_set=1990"],
)
def test_what_is_not_understood_leaves_a_picture_that_there_is(
    study_database: Path, query: str
) -> None:
    image = head(study_database, f"/?{query}")["og:image"]
    assert image.partition("?")[0].rpartition("/")[2] in NAMES


def test_a_host_is_a_text_and_never_markup(study_database: Path) -> None:
    tags = share_tags({"og:image": 'http://a"><script>/x.png'})
    assert "<script" not in tags
    found = head(study_database, "/", Host="karte.example", **{"X-Forwarded-Host": "evil"})
    assert found["og:image"].startswith("http://karte.example/assets/")


def test_behind_a_proxy_the_picture_has_the_scheme_of_the_visitor(study_database: Path) -> None:
    """One server, one address, two schemes: what is kept for one visitor is not another's."""
    client = create_app(Settings(database=study_database)).server.test_client()

    def image(**headers: str) -> str:
        asked = {"Host": "karte.example", **headers}
        return Head(client.get("/", headers=asked).text).tags["og:image"].partition("assets/")[0]

    for _ in range(2):
        assert image(**{"X-Forwarded-Proto": "https"}) == "https://karte.example/"
        assert image() == "http://karte.example/"
        assert image(**{"X-Forwarded-Proto": "ftp"}) == "http://karte.example/"


def test_a_settled_address_stands_in_the_tags_whatever_a_request_says(study_database: Path) -> None:
    settings = Settings(database=study_database, site="https://karte.example")
    client = create_app(settings).server.test_client()
    for host in ("elsewhere.example", "127.0.0.1:8050"):
        tags = Head(client.get("/", headers={"Host": host}).text).tags
        assert tags["og:image"].startswith("https://karte.example/assets/share/")


def test_without_a_database_a_link_still_has_title_and_picture(tmp_path: Path) -> None:
    tags = head(tmp_path / "none.duckdb", "/?indicator=ngo_awareness")
    assert "/neutral-lv.png" in tags["og:image"]
    assert tags["og:description"] == Words("lv")("site.description")


# Other data than the pictures'


def test_a_newer_survey_has_the_picture_without_data(two_waves_database: Path) -> None:
    """The newer survey is invented: 2016's picture would show what it does not say."""
    for address in ("/", "/?wave=2026&indicator=ngo_awareness", "/compare?mode=change"):
        tags = head(two_waves_database, address)
        assert "/neutral-lv.png?v=" in tags["og:image"]
        assert tags["og:image:alt"].startswith("Rīcības karte. ")
    assert "2016" not in head(two_waves_database, "/")["og:description"]


def test_the_study_beside_it_keeps_its_pictures(two_waves_database: Path) -> None:
    tags = head(two_waves_database, "/?wave=2016&indicator=identified_cases&lang=en")
    assert "/identified_cases-en.png?v=" in tags["og:image"]
    assert "of 119 municipalities" in tags["og:image:alt"]


def test_replies_change_the_picture_of_the_indicator_that_they_are_about(tmp_path: Path) -> None:
    """One invented reply: the materials of one place are known, nothing else has changed."""
    reply = tmp_path / "invented.csv"
    reply.write_text("institution_id,client_materials\noc-LV-002,yes\n", "utf-8")
    build(tmp_path / "x.duckdb", given=Given([reply]), say=quiet)
    for indicator, name in (
        ("materials_availability", "neutral-lv.png"),
        ("training_coverage", "training_coverage-lv.png"),
    ):
        tags = head(tmp_path / "x.duckdb", f"/?indicator={indicator}")
        assert f"/{name}?v=" in tags["og:image"]


def test_another_survey_alone_has_it_too(small_database: Path) -> None:
    assert "/neutral-en.png" in head(small_database, "/?lang=en")["og:image"]
