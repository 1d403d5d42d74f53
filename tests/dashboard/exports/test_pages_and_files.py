"""What a page shows is what its files hold: every link of every page is followed."""

import re
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

import pytest
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.app import PageShell, create_app
from dashboard.atlas import read_atlas
from dashboard.database import Database, Edition
from dashboard.exports.columns import columns_of
from dashboard.i18n.translate import Words
from dashboard.map_views import values_of
from dashboard.pages.exports import file_address
from dashboard.pages.map import choice_of
from dashboard.pages.statements import read_statements
from dashboard.pages.study_chapters import THEMES, Choice
from dashboard.pages.study_files import statement_files
from dashboard.routes import page_at
from dashboard.settings import Settings
from dashboard.state import INDICATORS, INSTITUTION_TYPES, ViewState
from dashboard.table_rows import filter_options
from dashboard.table_state import read_table
from tests.dashboard.components.trees import nodes
from tests.dashboard.exports.saved import typed_rows
from tests.dashboard.tables import every_row

REGIONS = ["", "Kurzemes", "Latgales", "Rīgas", "Vidzemes", "Zemgales"]
SETS = ["2009", "2021", "2025"]
PAGES = [
    "/",
    "/?indicator=ngo_awareness&estimates=off&planning_region=Zemgales&boundary_set=2021",
    "/municipality/LV-041",
    "/municipality/LV-042?boundary_set=2025&lang=en",
    "/compare",
    "/compare?mode=municipalities&municipality=LV-041&with=LV-RIX",
    "/compare?mode=boundaries&boundary_set=2021",
    "/compare?mode=regions&institution_type=social_service&estimates=off&lang=en",
    "/table?rows=answers&question=training&planning_region=Latgales",
    "/table?indicator=training_coverage&estimates=off&lang=en",
    "/priorities?boundary_set=2021",
    "/study?theme=good_practice&lang=en",
    "/methods",
]


@pytest.fixture(scope="module")
def app(study_database: Path) -> PageShell:
    """The whole site."""
    made = create_app(Settings(database=study_database))
    assert isinstance(made, PageShell)
    return made


@pytest.fixture(scope="module")
def edition(study_database: Path) -> Edition:
    return Database(study_database).edition()


def file_links(tree: object) -> list[str]:
    """The addresses of files in a page."""
    found = [node["props"].get("href", "") for node in nodes(tree)]
    return [one for one in dict.fromkeys(found) if one.startswith("/export/")]


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_a_page_leads_to_is_there(app: PageShell, page: str) -> None:
    path, _, search = page.partition("?")
    links = [file for part in page_at(app.database, path, search) for file in file_links(part)]
    client = app.server.test_client()
    for link in links:
        answer = client.get(link)
        assert answer.status_code == 200, link
        assert len(answer.data) > 100, link
    cited = [link for link in links if link.startswith("/export/citation.")]
    assert len(cited) == 3
    files = len(links) - len(cited)
    assert files >= (1 if path == "/methods" else 3)


def test_a_citation_leads_back_to_the_view(app: PageShell) -> None:
    page = "/table?rows=answers&planning_region=R%C4%ABgas&lang=en"
    parts = page_at(app.database, *page.split("?"))
    (link,) = (
        one for part in parts for one in file_links(part) if one.startswith("/export/citation.txt")
    )
    assert app.server.test_client().get(link).text.endswith(f"http://localhost{page}\n")


@st.composite
def views(draw: st.DrawFn) -> ViewState:
    return ViewState(
        indicator=draw(st.sampled_from(INDICATORS)),
        institution_type=draw(st.sampled_from(INSTITUTION_TYPES)),
        planning_region=draw(st.sampled_from(REGIONS)),
        boundary_set=draw(st.sampled_from(SETS)),
        estimates=draw(st.sampled_from(["on", "off"])),
    )


def test_the_values_of_any_map_are_those_of_its_file(
    edition: Edition, study_client: FlaskClient
) -> None:
    @settings(max_examples=40)
    @given(views())
    def holds(state: ViewState) -> None:
        link = file_address(state, "indicators.csv", dialect="analysis")
        rows = typed_rows(study_client, link, "indicators")
        atlas = read_atlas(edition, state.boundary_set)
        shown = {
            one.code: one.value
            for one in values_of(atlas, choice_of(state), state.planning_region)
            if one.evidence != "not_published" and one.code
        }
        found = {row["municipality_code"]: row["value"] for row in rows if row["municipality_code"]}
        assert {code: found.get(code) for code in shown} == shown
        assert set(found) >= set(shown)

    holds()


@st.composite
def tables(draw: st.DrawFn) -> str:
    rows = draw(st.sampled_from(["indicators", "answers"]))
    own = {"indicators": ("indicator", INDICATORS), "answers": ("question", ["training"])}[rows]
    chosen = {
        "planning_region": REGIONS[1:],
        "institution_type": INSTITUTION_TYPES[1:],
        "evidence": ["named", "derived", "no_answer"],
        "boundary_set": SETS,
        own[0]: own[1],
    }
    pairs = [("rows", rows)]
    for name, values in chosen.items():
        pairs += [(name, one) for one in draw(st.lists(st.sampled_from(values), max_size=2))]
    return urlencode(pairs)


def test_the_rows_of_any_table_are_those_of_the_query_and_of_its_file(
    edition: Edition, study_client: FlaskClient
) -> None:
    @settings(max_examples=40)
    @given(tables())
    def holds(search: str) -> None:
        view, unknown = read_table(tuple(parse_qsl(search)), filter_options(edition))
        assert unknown == ()
        shown = every_row(edition, view)
        assert typed_rows(study_client, view.export_address("analysis"), view.rows) == shown
        asked = view.export_filter(filter_options(edition)).query
        names = [column.name for column in columns_of(view.rows)]
        queried = edition.table(f"export_{view.rows}", asked)
        assert queried[0] == names
        assert [dict(zip(names, row, strict=True)) for row in queried[1]] == shown

    holds()


@pytest.mark.parametrize("theme", ["", *THEMES])
@pytest.mark.parametrize(
    ("kind", "region"), [("all", ""), ("social_service", ""), ("all", "Rīgas")]
)
def test_the_statements_shown_are_those_of_their_file(
    edition: Edition, study_client: FlaskClient, theme: str, kind: str, region: str
) -> None:
    choice, state = Choice(theme, kind, region), ViewState(boundary_set="2021")
    atlas = read_atlas(edition, "2021")
    regions = {one.code: one.planning_region for one in atlas.municipalities.values()}
    shown = [one for one in read_statements(edition, atlas, "lv") if choice.takes(one, regions)]
    links = file_links(statement_files(choice, state, Words("lv")))
    assert [re.sub(r"\?.*", "", one) for one in links] == [
        "/export/statements.csv",
        "/export/statements.csv",
        "/export/statements.xlsx",
        "/export/statements.parquet",
    ]
    found = typed_rows(study_client, links[1], "statements")
    assert [(row["statement_id"], row["text_lv"]) for row in found] == [
        (one.statement_id, one.text) for one in shown
    ]
