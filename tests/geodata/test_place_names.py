"""Latvian place names as people write them."""

import pytest

from geodata.boundaries import read_municipalities
from geodata.place_names import PlaceKey, find, fold, known_places, place_key, suggest
from geodata.reference import NAME_COLUMNS


@pytest.fixture
def known() -> dict[PlaceKey, str]:
    rows = read_municipalities("2009")
    return known_places(
        dict(zip(rows["code"], rows[NAME_COLUMNS].to_numpy().tolist(), strict=True))
    )


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Ķeguma novads", "keguma novads"),
        ("  ĀDAŽU   nov. ", "adazu nov"),
        ("Jēkabpils", "jekabpils"),
        ("„Rīga”", "riga"),
        ("Ve\u0304rgales", "vergales"),
        ("", ""),
    ],
)
def test_folding_drops_marks_case_and_punctuation(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_the_119_names_stay_apart_when_folded() -> None:
    assert read_municipalities("2009")["name_nom"].map(fold).is_unique


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Ādažu novads", PlaceKey("adazu", "novads")),
        ("Ādažu novadā", PlaceKey("adazu", "novads")),
        ("Ādažu nov.", PlaceKey("adazu", "novads")),
        ("Rīgas pils.", PlaceKey("rigas", "pilseta")),
        ("Jelgavas valstspilsēta", PlaceKey("jelgavas", "pilseta")),
        ("republikas pilsēta Rīga", PlaceKey("riga", "pilseta")),
        ("Naujenes pag.", PlaceKey("naujenes", "pagasts")),
        ("Ventspils", PlaceKey("ventspils", "")),
    ],
)
def test_a_name_is_taken_apart(written: str, key: PlaceKey) -> None:
    assert place_key(written) == key


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Ventspils", "LV-VEN"),
        ("Ventspils pilsēta", "LV-VEN"),
        ("Ventspils nov.", "LV-106"),
        ("rezeknes novads", "LV-077"),
        ("Rēzeknes pilsēta", "LV-REZ"),
        ("Rīgas", "LV-RIX"),
        ("Rīgā", "LV-RIX"),
        ("Jelgava", "LV-JEL"),
        ("Jelgavas", None),  # the city's genitive, or half of the name of the novads
        ("Priekules novads", "LV-074"),
        ("Priekuļu novads", "LV-075"),
        ("Ādažu", None),
        ("Ādažu pagasts", None),
        ("Rīga novads", None),
        ("", None),
    ],
)
def test_a_name_finds_its_municipality_or_none(
    known: dict[PlaceKey, str], written: str, code: str | None
) -> None:
    assert find(written, known) == code


def test_every_name_in_every_case_finds_its_own_municipality(known: dict[PlaceKey, str]) -> None:
    for row in read_municipalities("2009").itertuples():
        assert find(row.name_nom, known) == row.code
        if row.type == "novads":
            for column in NAME_COLUMNS:
                assert find(getattr(row, column), known) == row.code


def test_two_municipalities_that_are_written_alike_are_refused() -> None:
    with pytest.raises(ValueError, match="LV-2 and LV-1 are both written “saku”"):
        known_places({"LV-1": ["Saku novads"], "LV-2": ["Sāku novads"]})


def test_suggestions_are_the_likest_names() -> None:
    names = read_municipalities("2009")["name_nom"]
    assert suggest("Aluksnas novads", names)[0] == "Alūksnes novads"
    assert suggest("Zilupes nvads", names)[0] == "Zilupes novads"
    assert suggest("qqq", names) == []
