"""Which addresses lead to a page."""

from pathlib import Path

import pytest

from dashboard.app import create_app
from dashboard.database import Database
from dashboard.i18n.translate import LANGUAGES
from dashboard.routes import LAYOUTS, leads_somewhere, page_at
from dashboard.settings import Settings
from tests.dashboard.page_question import WHERE, page_question


@pytest.fixture(scope="module")
def database(study_database: Path) -> Database:
    return Database(study_database)


@pytest.mark.parametrize("path", [*LAYOUTS, "/municipality/LV-041", "/municipality/LV-112"])
def test_pages_and_profiles_are_there(database: Database, path: str) -> None:
    assert leads_somewhere(database, path)


@pytest.mark.parametrize("path", ["/nowhere", "/municipality/", "/municipality/LV-999", "/mapp"])
def test_other_addresses_lead_nowhere(database: Database, path: str) -> None:
    assert not leads_somewhere(database, path)


def test_a_profile_is_only_in_the_boundaries_that_have_its_municipality(
    database: Database,
) -> None:
    aizpute, in_2021 = "/municipality/LV-003", "?boundary_set=2021"
    assert leads_somewhere(database, aizpute, "?boundary_set=2009")
    assert not leads_somewhere(database, aizpute, in_2021)
    assert leads_somewhere(
        database, aizpute, "?boundary_set=1900"
    )  # told, and the wave's own taken


def test_without_a_database_no_profile_is_there(tmp_path: Path) -> None:
    missing = Database(tmp_path / "none.duckdb")
    assert leads_somewhere(missing, "/")
    assert not leads_somewhere(missing, "/municipality/LV-041")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", [*LAYOUTS, "/municipality/LV-041", "/nowhere"])
def test_every_page_can_be_drawn(database: Database, path: str, lang: str) -> None:
    assert page_at(database, path, f"?lang={lang}")


def test_a_page_is_asked_for_by_an_address_of_the_usual_length(study_database: Path) -> None:
    asker = create_app(Settings(database=study_database)).server.test_client()

    def status(search: str) -> int:
        return asker.post(WHERE, json=page_question("/methods", search)).status_code

    assert status(f"?x={'x' * 4000}") == 200
    assert status(f"?{'&'.join(f'x{number}=' for number in range(2000))}") == 413
