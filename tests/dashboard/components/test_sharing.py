"""What is passed on: links, reports of errors, and the sentence that the server is gone."""

from pathlib import Path

import pytest

from dashboard.app import create_app
from dashboard.components.server_lost import server_lost
from dashboard.i18n.translate import Words
from dashboard.pages.sharing import copy_button, report_button
from dashboard.settings import Settings

from .trees import plain, text


@pytest.mark.parametrize(
    ("lang", "words"),
    [("lv", ("Kopīgot", "Nokopēts")), ("en", ("Share", "Copied"))],
)
def test_a_copying_button_knows_what_it_will_say(lang: str, words: tuple[str, str]) -> None:
    button = copy_button(Words(lang))
    assert (text(button), plain(button)["props"]["data-copied"]) == words


def test_a_report_says_what_is_shown_in_which_version() -> None:
    made = report_button(Words("lv"), "Jelgavas novads", "Jelgavas novads. Nav.", "2016-1")
    props = plain(made)["props"]
    assert text(made) == "Ziņot par kļūdu"
    assert props["data-subject"] == "Kļūda Rīcības kartē: Jelgavas novads"
    shown, version, _ = props["data-report"].split("\n")
    assert (shown, version) == ("Redzams: Jelgavas novads. Nav.", "Datu versija 2016-1")


def test_the_strip_of_a_lost_server_is_hidden_at_first_and_escapes_its_words() -> None:
    strip, voice = server_lost("<b>", "&", '"', "'").split("\n")
    assert " hidden " in strip
    assert 'role="alert"' in strip
    assert "<strong>&lt;b&gt;</strong> <span>&amp;</span>" in strip
    assert voice == '<p id="said" class="sr-only" role="status"></p>'


@pytest.mark.parametrize(("contact", "count"), [("karte@example.org", 1), ("", 0)])
def test_the_contact_stands_in_every_page_if_there_is_one(
    study_database: Path, contact: str, count: int
) -> None:
    client = create_app(Settings(study_database, contact=contact)).server.test_client()
    for path in ("/", "/methods", "/municipality/LV-041"):
        page = client.get(path).get_data(as_text=True)
        assert page.count('<meta name="contact" content="karte@example.org">') == count
        assert page.count('id="server-lost"') == 1
