"""What a search finds, and where a choice goes when the boundaries change, in the real study."""

from pathlib import Path

import pytest

from dashboard.atlas import read_atlas
from dashboard.database import Database, Edition
from dashboard.i18n.translate import Words
from dashboard.map_places import moved, search_entries

SETS = {"2009": 119, "2021": 43, "2025": 42}


@pytest.fixture
def edition(study_database: Path) -> Edition:
    return Database(study_database).edition()


def found(edition: Edition, boundary_set: str, lang: str = "lv") -> list[list[str]]:
    return search_entries(edition, read_atlas(edition, boundary_set), Words(lang))


@pytest.mark.parametrize(("boundary_set", "count"), SETS.items())
def test_every_place_and_every_placed_institution_can_be_found(
    edition: Edition, boundary_set: str, count: int
) -> None:
    atlas = read_atlas(edition, boundary_set)
    entries = found(edition, boundary_set)
    assert [one[0] for one in entries[:count]] == list(atlas.municipalities)
    assert {one[0] for one in entries} == set(atlas.municipalities)
    placed = sum(len(atlas.at(code)) for code in atlas.municipalities)
    former = [one for one in entries if one[2].startswith("kopš ")]
    assert len(entries) == count + len(former) + placed
    assert (boundary_set == "2009") == (former == [])


def test_an_entry_tells_places_and_institutions_apart(edition: Edition) -> None:
    entries = found(edition, "2009")
    assert ["LV-JEL", "Jelgava", "republikas pilsēta, Zemgales plānošanas reģions"] in entries
    assert ["LV-041", "Jelgavas novads", "Zemgales plānošanas reģions"] in entries
    assert ["LV-025", "Naujenes pagasta bāriņtiesa", "Daugavpils novads"] in entries
    english = ["LV-041", "Jelgavas novads social service", "Jelgavas novads"]
    assert english in found(edition, "2009", "en")


def test_an_old_name_leads_to_the_new_unit_and_says_since_when(edition: Edition) -> None:
    in_2021, in_2025 = found(edition, "2021"), found(edition, "2025")
    assert ["LV-041", "Ozolnieku novads", "kopš 2021. gada Jelgavas novads"] in in_2021
    assert ["LV-059", "Varakļānu novads", "kopš 2025. gada Madonas novads"] in in_2025
    assert not [one for one in in_2021 if one[1] == "Varakļānu novads" and "kopš" in one[2]]


def test_a_merged_unit_goes_to_its_new_one_and_that_is_said(edition: Edition) -> None:
    from_2009 = moved(edition, "2021", Words("lv"))["2009"]
    assert len(from_2009) == 119
    assert from_2009["LV-003"] == [
        "LV-112",
        "Aizputes novads kopš 2021. gada ir iekļauts Dienvidkurzemes novadā; izvēle pārcelta.",
    ]
    # A city is feminine; and Varakļāni went four years later.
    valmiera = moved(edition, "2025", Words("lv"))["2009"]["LV-VMR"]
    assert valmiera[1].startswith("Valmiera kopš 2021. gada ir iekļauta Valmieras novadā;")
    varaklani = moved(edition, "2025", Words("en"))["2021"]["LV-102"]
    assert varaklani == [
        "LV-059",
        "Varakļānu novads became part of Madonas novads in 2025; the selection was carried over.",
    ]


def test_a_split_unit_goes_to_the_seat_of_its_institutions_and_that_is_said(
    edition: Edition,
) -> None:
    said = {
        code: note
        for code, (_, note) in moved(edition, "2021", Words("lv"))["2009"].items()
        if "sadalīja" in note
    }
    assert said == {
        "LV-001": "Aglonas novadu 2021. gadā sadalīja; izvēle pārcelta uz Preiļu novadu, "
        "kur ieskaitītas sadalītā novada iestādes.",
        "LV-037": "Inčukalna novadu 2021. gadā sadalīja; izvēle pārcelta uz Siguldas novadu, "
        "kur ieskaitītas sadalītā novada iestādes.",
    }


def test_a_unit_that_keeps_its_name_moves_without_a_word(edition: Edition) -> None:
    assert moved(edition, "2021", Words("lv"))["2009"]["LV-041"] == ["LV-041", ""]
    assert moved(edition, "2009", Words("lv"))["2021"]["LV-041"] == ["LV-041", ""]


def test_a_unit_that_did_not_exist_yet_leads_nowhere_and_that_is_said(edition: Edition) -> None:
    back = moved(edition, "2009", Words("lv"))["2021"]
    gone = {code for code, (to, _) in back.items() if not to}
    names = {read_atlas(edition, "2021").municipalities[code].name_nom for code in gone}
    assert names == {"Augšdaugavas novads", "Dienvidkurzemes novads", "Valmieras novads"}
    assert back["LV-112"][1] == (
        "Pašvaldības „Dienvidkurzemes novads” 2009. gada robežās vēl nebija; izvēle atcelta."
    )
