"""The profile of the real study: each caveat beside its cell, silence by its kind."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from dash import html

from dashboard.atlas import PLACED_TYPES, read_atlas, read_labels
from dashboard.components.profile_table import Answer
from dashboard.database import Database, Edition
from dashboard.i18n.translate import LANGUAGES, Words
from dashboard.pages import municipality
from dashboard.pages.place_parts import Voice
from dashboard.pages.profile_cells import agency_cell, institution_cell, type_cell
from dashboard.pages.profile_rows import profile_columns, profile_row
from dashboard.state import INDICATORS, ParsedState, ViewState
from tests.dashboard.components.trees import grown, nodes, plain, text, with_class

SETS = ("2009", "2021", "2025")
SILENT_TOWNS = {"LV-DGV": "NVA Daugavpils filiāle", "LV-REZ": "NVA Rēzeknes filiāle"}


@pytest.fixture(scope="module")
def edition(study_database: Path) -> Edition:
    """The study of 2016."""
    return Database(study_database).edition()


def voice_of(edition: Edition, boundary_set: str, lang: str = "lv") -> Voice:
    """Who speaks of a boundary set."""
    return Voice(read_atlas(edition, boundary_set), Words(lang), read_labels(edition, lang))


def told(voice: Voice, code: str, column: int, indicator: str) -> list[str]:
    """The caveats that a cell and the head of its column tell."""
    opening = f"{voice.words('profile.column_caveat', sentence='')}"
    head = [one.removeprefix(opening) for one in profile_columns(voice, code)[column].notes]
    cell = type_cell(voice, code, PLACED_TYPES[column - 3], indicator)
    return [*head, *cell.caveats]


@pytest.mark.parametrize("boundary_set", SETS)
def test_every_caveat_stands_once_beside_what_it_speaks_of(
    edition: Edition, boundary_set: str
) -> None:
    voice, seen = voice_of(edition, boundary_set), 0
    for code in voice.atlas.municipalities:
        for column, institution_type in enumerate(PLACED_TYPES, 3):
            for indicator in INDICATORS:
                value = voice.atlas.values[indicator, institution_type][code]
                wanted = sorted(voice.caveat(one) for one in value.caveats)
                found = told(voice, code, column, indicator)
                if value.denominator is not None:
                    assert sorted(found) == wanted, (code, indicator, institution_type)
                    seen += len(wanted)
    assert seen > len(voice.atlas.municipalities)


def cells(voice: Voice) -> Iterator[Answer]:
    """Every cell of every profile of a boundary set."""
    for code in voice.atlas.municipalities:
        for indicator in INDICATORS:
            yield from profile_row(voice, code, indicator).answers


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_badge_says_with_a_caveat_where_a_sentence_follows_and_nowhere_else(
    edition: Edition, lang: str
) -> None:
    voice = voice_of(edition, "2009", lang)
    word = voice.words("evidence.caveat")
    for cell in cells(voice):
        assert cell.badge.caveat == (word if cell.caveats else "")


def test_silence_is_told_by_its_kind(edition: Edition) -> None:
    voice = voice_of(edition, "2009")
    court = type_cell(voice, "LV-003", "orphans_court", "training_coverage")
    service = type_cell(voice, "LV-003", "social_service", "training_coverage")
    assert (court.text, service.text) == ("Neatbildēja uz šo jautājumu", "Neatbildēja uz aptauju")
    assert court.badge.evidence == service.badge.evidence == "no_answer"
    assert (court.badge.source, service.badge.source) == (
        "39. zemsvītras piezīme",
        "7. zemsvītras piezīme",
    )


def test_what_is_not_published_is_a_dash_that_its_badge_explains(edition: Edition) -> None:
    cell = agency_cell(voice_of(edition, "2009"), "materials_availability")
    assert (cell.text, cell.badge.word, cell.badge.source) == ("–", "Nav publicēts", "")


def test_an_estimate_is_bounds_and_stands_on_the_national_total(edition: Edition) -> None:
    cell = type_cell(voice_of(edition, "2009"), "LV-041", "orphans_court", "materials_availability")
    assert cell.text.replace("\u2060", "") == "0–1\u00a0no\u00a01"
    assert cell.aside.replace("\u00a0", " ") == "valstī 15 % no 126 bāriņtiesām"


@pytest.mark.parametrize("boundary_set", SETS)
def test_a_branch_is_said_to_be_silent_in_its_own_town_alone(
    edition: Edition, boundary_set: str
) -> None:
    voice = voice_of(edition, boundary_set)
    for code in voice.atlas.municipalities:
        notes = " ".join(profile_columns(voice, code)[-1].notes)
        assert notes.startswith("Viena atbilde visām filiālēm, kas atbildēja.")
        if code in SILENT_TOWNS:
            assert f"{SILENT_TOWNS[code]} neatbildēja uz aptauju." in notes
        else:
            assert "neatbildēja" not in notes


def test_several_courts_are_headed_as_several(edition: Edition) -> None:
    voice = voice_of(edition, "2009")
    assert profile_columns(voice, "LV-025")[3].name == "Bāriņtiesas"
    assert profile_columns(voice, "LV-041")[3].name == "Bāriņtiesa"


def test_where_nobody_answered_words_take_the_place_of_the_count(edition: Edition) -> None:
    voice = voice_of(edition, "2009")
    row = profile_row(voice, "LV-003", "training_coverage")
    assert (row.amount, row.counted) == ("Nav atbildes", False)
    assert profile_row(voice, "LV-003", "identified_cases").counted


def test_each_institution_has_a_row_and_the_caveats_of_estimates_stand_above(
    edition: Edition,
) -> None:
    voice = voice_of(edition, "2021")
    made = grown(plain(profile(edition, "LV-112", "2021")))
    (table,) = with_class(made, "institution-table")
    rows = [node for node in nodes(table) if node["type"] == "tr"][1:]
    assert len(rows) == len(voice.atlas.at("LV-112"))
    for institution, row in zip(voice.atlas.at("LV-112"), rows, strict=True):
        for indicator, cell in zip(INDICATORS, with_class(row, "profile-cell"), strict=True):
            wanted = institution_cell(voice, institution, indicator, "")
            shown = [text(one) for one in with_class(cell, "profile-caveat")]
            estimated = wanted.badge.evidence == "estimated"
            assert shown == ([] if estimated else list(wanted.caveats))
            assert text(with_class(cell, "badge-source")) == wanted.badge.source


def profile(edition: Edition, code: str, boundary_set: str, lang: str = "lv") -> html.Div:
    """A whole profile."""
    state = ViewState(boundary_set=boundary_set, lang=lang)
    return html.Div(municipality.layout(edition, ParsedState(state), code))


def test_the_key_explains_every_mark_of_the_page(edition: Edition) -> None:
    for code in ("LV-041", "LV-003", "LV-RIX", "LV-025", "LV-103"):
        made = profile(edition, code, "2009")
        marks = {one["props"]["className"] for one in with_class(made, "mark")}
        (key,) = with_class(made, "marks-key")
        explained = {one["props"]["className"] for one in with_class(key, "mark")}
        assert marks == explained
        assert "mark mark-reported" not in explained  # no answer of 2016 is


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_citation_to_copy_is_the_studys_with_the_data_version(
    edition: Edition, lang: str
) -> None:
    made = profile(edition, "LV-041", "2021", lang)
    (copies,) = [n["props"]["data-copy"] for n in nodes(made) if n["props"].get("data-copy")]
    (cited,) = [text(n) for n in nodes(made) if n["props"].get("id") == copies]
    assert cited.startswith("Tiesībsargs (2017). ")
    assert "2016-1" in cited


def test_latvia_has_no_line_where_the_total_of_a_type_is_not_published(
    small_database: Path,
) -> None:
    voice = voice_of(Database(small_database).edition(), "2009")
    code = next(iter(voice.atlas.municipalities))
    assert voice.atlas.latvia["materials_availability", "orphans_court"].value is None
    drawn = {
        one
        for one in INDICATORS
        if list(with_class(profile_row(voice, code, one).distribution, "dist-latvia"))
    }
    assert drawn == set(INDICATORS) - {"materials_availability"}
