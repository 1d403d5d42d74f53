"""Several surveys in one database: the address names the wave, every page can change it.

The second wave is invented (tests/invented_wave.py); the shipped database holds one, and shows no
control for it.
"""

import csv
import io
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.settings import Settings
from dashboard.state import Choices, Usual, ViewState, parse_state

PAGES = (
    "/",
    "/?view=list",
    "/priorities",
    "/compare",
    "/compare?mode=municipalities&municipality=LV-041&with=LV-002",
    "/compare?mode=regions",
    "/table",
    "/table?rows=answers",
    "/study",
    "/methods",
    "/municipality/LV-041",
)
CHOICES = Choices(
    {"2009": frozenset({"LV-001", "LV-041"}), "2025": frozenset({"LV-041"})},
    frozenset({"Zemgales"}),
    {"2026": ("2025",), "2016": ("2009", "2025")},
)


def app(database: Path) -> FlaskClient:
    return create_app(Settings(database, "127.0.0.1", 0, 1, "")).server.test_client()


@pytest.fixture(scope="module")
def two(two_waves_database: Path) -> FlaskClient:
    """The dashboard with two waves."""
    return app(two_waves_database)


@pytest.fixture(scope="module")
def one(study_database: Path) -> FlaskClient:
    """The dashboard as it is shipped."""
    return app(study_database)


def first(page: str) -> str:
    """The page itself, without the head, which names what others show of it."""
    return page.partition('<div id="first">')[2]


def in_wave(address: str, wave: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}wave={wave}"


def rows(client: FlaskClient, address: str) -> list[dict[str, str]]:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.text, newline="")))


# The address


def test_the_newest_wave_and_its_own_boundaries_need_not_be_said() -> None:
    state = parse_state("", CHOICES).state
    assert (state.wave, state.boundary_set, state.to_query()) == ("2026", "2025", "")
    older = parse_state("wave=2016", CHOICES).state
    assert (older.wave, older.boundary_set, older.to_query()) == ("2016", "2009", "wave=2016")
    newer = parse_state("wave=2016&boundary_set=2025", CHOICES).state
    assert newer.to_query() == "boundary_set=2025&wave=2016"


def test_boundaries_that_a_wave_is_not_shown_in_fall_to_its_own_and_are_told() -> None:
    parsed = parse_state("boundary_set=2009&municipality=LV-001", CHOICES)
    assert parsed.state.boundary_set == "2025"
    assert parsed.unknown == (("boundary_set", "2009"), ("municipality", "LV-001"))


def test_an_unknown_wave_falls_to_the_newest_and_is_told() -> None:
    parsed = parse_state("wave=1999", CHOICES)
    assert (parsed.state.wave, parsed.unknown) == ("2026", (("wave", "1999"),))


def test_a_plain_view_keeps_language_and_wave() -> None:
    state = parse_state("wave=2016&lang=en&indicator=ngo_awareness&boundary_set=2025", CHOICES)
    assert state.state.plain().to_query() == "lang=en&wave=2016"


def test_one_wave_has_no_name_in_any_address() -> None:
    choices = Choices(CHOICES.municipalities, CHOICES.planning_regions, {"2016": ("2009", "2025")})
    parsed = parse_state("wave=2016&boundary_set=2025", choices)
    assert parsed.state == ViewState(boundary_set="2025", usual=Usual("", "2009"))
    assert parsed.unknown == ()
    assert parsed.state.to_query() == "boundary_set=2025"


# The pages


@pytest.mark.parametrize("page", [*PAGES, "/present", "/embed"])
def test_with_one_wave_no_page_has_a_control_or_a_link_of_it(one: FlaskClient, page: str) -> None:
    text = one.get(page).text
    assert "data-wave" not in text
    assert "/wave/" not in text
    assert not re.search(r"(href|data)[^<>]*[?&;]wave=", text)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("wave", "named", "other"),
    [("2016", "Tiesībsarga pētījums, 2017", "Izdomāta"), ("2026", "Izdomāta", "Tiesībsarga p")],
)
def test_each_page_shows_its_wave_names_it_as_the_source_and_leads_to_the_other(
    two: FlaskClient, page: str, wave: str, named: str, other: str
) -> None:
    answer = two.get(in_wave(page, wave))
    assert answer.status_code == 200
    text = first(answer.text)
    footer = text[text.index('class="footer"') :]
    assert named in footer
    assert other not in footer
    current = re.findall(r'<a aria-current="true"[^>]*data-wave="(\d+)"', text)
    assert current == [wave]
    links = re.findall(r'data-wave="\d+" href="([^"]+)"', text)
    for link in links:
        moved = two.get(link.replace("&amp;", "&"))
        assert moved.status_code == 302, link
        there = two.get(moved.headers["Location"])
        assert there.status_code == 200
        assert "nezināma vērtība" not in there.text


def test_the_newest_wave_is_what_a_bare_address_shows(two: FlaskClient) -> None:
    for page in ("/", "/priorities", "/table", "/study"):
        assert two.get(page).text == two.get(in_wave(page, "2026")).text


def test_the_map_counts_the_municipalities_of_its_wave(two: FlaskClient) -> None:
    assert "pašvaldībās no 42" in first(two.get("/").text)
    assert "pašvaldībās no 119" in first(two.get("/?wave=2016").text)
    assert "pašvaldībās no 42" in first(two.get("/?wave=2016&boundary_set=2025").text)


def test_only_boundaries_that_the_wave_is_shown_in_are_offered(two: FlaskClient) -> None:
    def offered(page: str) -> list[str]:
        return re.findall(
            r'data-param="boundary_set" data-value="(\d+)"', first(two.get(page).text)
        )

    assert offered("/") == ["2025"]
    assert offered("/?wave=2016") == ["2009", "2021", "2025"]


def test_two_boundary_sets_are_compared_where_a_wave_has_two(two: FlaskClient) -> None:
    assert "mode=boundaries" in two.get("/compare?wave=2016").text
    told = two.get("/compare?mode=boundaries")
    assert "mode=boundaries&" not in first(told.text)
    assert "boundaries" in re.findall(r'class="notice[^>]*>(.*?)</div>', first(told.text))[0]


def test_the_newer_boundaries_are_explained_only_where_they_are_newer(two: FlaskClient) -> None:
    told = "Tievās līnijas rāda 2009. gada pašvaldības"
    assert told in two.get("/?wave=2016&boundary_set=2025").text
    assert told not in two.get("/").text


def test_a_survey_without_figures_and_statements_says_so_and_leads_to_its_answers(
    two: FlaskClient,
) -> None:
    told = first(two.get("/study").text)
    assert "Šai aptaujai nav publicētu skaitļu un izteikumu." in told
    assert 'href="/table?rows=answers&amp;wave=2026"' in told
    assert "Šai aptaujai nav" not in two.get("/study?wave=2016").text


def test_a_page_of_methods_keeps_the_series_of_victims_whatever_the_wave(two: FlaskClient) -> None:
    for wave in ("2016", "2026"):
        assert "34, 12 un 17" in two.get(f"/methods?wave={wave}").text.replace("\xa0", " ")


def test_a_picture_names_its_wave_and_paints_it(two: FlaskClient) -> None:
    pictures = {}
    for wave in ("2016", "2026"):
        page = two.get(f"/compare?wave={wave}&boundary_set=2025").text
        address = re.findall(r'/map/[^"]+/small/training_coverage\.all\.on\.svg', page)[0]
        assert f"/{wave}.2025/" in address
        pictures[wave] = two.get(address).text
    assert pictures["2016"] != pictures["2026"]
    unknown = address.replace("2026.2025", "2026.2009")
    assert two.get(unknown).status_code == 404


def test_the_maps_files_are_of_the_wave(two: FlaskClient) -> None:
    page = two.get("/?wave=2016").text
    drawn = re.findall(r'data-picture="([^"]+)"', page)
    assert drawn
    assert all("/live/2016.2009/" in one for one in drawn)
    values = drawn[0].replace("/live/", "/values/").replace(".svg", ".json")
    other = values.replace("2016.2009", "2026.2025")
    assert two.get(values).json["codes"] != two.get(other).json["codes"]


# The switch


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        ("/wave/2016/", "/?boundary_set=2025&wave=2016"),
        ("/wave/2026/?wave=2016&municipality=LV-001", "/?municipality=LV-073"),
        ("/wave/2016/?municipality=LV-041", "/?boundary_set=2025&municipality=LV-041&wave=2016"),
        ("/wave/2026/municipality/LV-001?wave=2016&lang=en", "/municipality/LV-073?lang=en"),
        (
            "/wave/2026/compare?wave=2016&mode=municipalities&municipality=LV-001&with=LV-002",
            "/compare?municipality=LV-073&mode=municipalities&with=LV-002",
        ),
        ("/wave/2016/table?rows=answers&wave=2026", "/table?rows=answers&wave=2016"),
    ],
)
def test_the_switch_keeps_the_view_and_carries_places_over(
    two: FlaskClient, asked: str, address: str
) -> None:
    answer = two.get(asked)
    assert (answer.status_code, answer.headers["Location"]) == (302, address)


@pytest.mark.parametrize(
    "asked",
    [
        "/wave/1999/",
        "/wave/2016//foreign.example/",
        "/wave/2016/nowhere",
        "/wave/2016/%2Fx.example",
    ],
)
def test_the_switch_leads_nowhere_else(two: FlaskClient, asked: str) -> None:
    assert two.get(asked).status_code == 404


# The files


def test_a_pages_files_hold_its_wave_alone(two: FlaskClient) -> None:
    for wave in ("2016", "2026"):
        page = two.get(f"/municipality/LV-041?wave={wave}").text
        for table in ("indicators", "answers"):
            address = re.findall(rf'/export/{table}\.csv[^"]+', page)[0].replace("&amp;", "&")
            found = rows(two, address.replace("dialect=excel", "dialect=analysis"))
            assert {row["wave"] for row in found} == {wave}


def test_a_file_without_a_wave_holds_all_each_in_its_own_boundaries(two: FlaskClient) -> None:
    found = rows(two, "/export/indicators.csv?indicator=training_coverage&institution_type=all")
    assert {(row["wave"], row["boundary_set"]) for row in found} == {
        ("2016", "2009"),
        ("2026", "2025"),
    }


def test_no_row_stands_in_boundaries_that_a_wave_cannot_be_shown_in(two: FlaskClient) -> None:
    for table in ("indicators", "answers"):
        found = rows(two, f"/export/{table}.csv?boundary_set=2009")
        assert {row["wave"] for row in found} == {"2016"}


def test_the_list_of_priorities_is_of_one_wave(two: FlaskClient) -> None:
    assert {row["wave"] for row in rows(two, "/export/priorities.csv")} == {"2026"}
    older = rows(two, "/export/priorities.csv?wave=2016")
    assert {(row["wave"], row["boundary_set"]) for row in older} == {("2016", "2009")}
    refused = two.get("/export/priorities.csv?boundary_set=2009&lang=en")
    assert refused.status_code == 400
    assert "Allowed: 2025" in refused.text


def test_the_map_as_a_file_is_of_the_wave(two: FlaskClient) -> None:
    older, newer = (two.get(f"/export/map.svg?wave={wave}") for wave in ("2016", "2026"))
    assert "Tiesībsarga pētījums, 2017" in older.text
    assert "Izdomāta 2026. gada aptauja" in newer.text
    assert "2016-2009" not in newer.headers["Content-Disposition"]


def test_a_view_of_one_wave_cites_that_survey_alone(two: FlaskClient) -> None:
    newer, older = (first(two.get(f"/table?wave={wave}").text) for wave in ("2026", "2016"))
    assert "Latvijas Republikas tiesībsargs." not in newer
    assert "Izdomāta aptauja, tikai pārbaudēm." in newer
    assert "Latvijas Republikas tiesībsargs." in older
    assert "Izdomāta aptauja" not in older


@pytest.mark.parametrize(
    "query", ["boundary_set=2009", "boundary_set=2021", "lang=xx", "wave=1999"]
)
def test_a_link_that_the_newest_wave_does_not_understand_still_opens_the_map(
    two_waves_database: Path, query: str
) -> None:
    asker = create_app(Settings(two_waves_database)).server.test_client()
    answer = asker.get(f"/?{query}")
    assert answer.status_code == 200
    assert "og:description" in answer.text
