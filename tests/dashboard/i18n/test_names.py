"""What institutions, regions and places are called, in every case."""

import pytest

from dashboard.i18n.grammar import (
    institution_name,
    joined,
    names_apart,
    noun,
    place_list,
    place_name,
    region_name,
)
from dashboard.i18n.institution_names import listed
from dashboard.i18n.nouns import Case

from .world import ADAZU, DAUGAVPILS, GULBENES, JEKABPILS, JELGAVAS, RIGA, institution, novads

CASES: tuple[Case, ...] = ("nom", "gen", "dat", "acc", "loc")


@pytest.mark.parametrize(
    ("kind", "n", "forms"),
    [
        ("all", 1, "iestāde iestādes iestādei iestādi iestādē"),
        ("all", 2, "iestādes iestāžu iestādēm iestādes iestādēs"),
        ("orphans_court", 21, "bāriņtiesa bāriņtiesas bāriņtiesai bāriņtiesu bāriņtiesā"),
        ("orphans_court", 11, "bāriņtiesas bāriņtiesu bāriņtiesām bāriņtiesas bāriņtiesās"),
    ],
)
def test_one_word_nouns_decline(kind: str, n: int, forms: str) -> None:
    assert " ".join(noun(kind, n, "lv", case) for case in CASES) == forms


def test_two_word_nouns_decline_in_both_words() -> None:
    assert [noun("social_service", 1, "lv", case) for case in CASES] == [
        "sociālais dienests",
        "sociālā dienesta",
        "sociālajam dienestam",
        "sociālo dienestu",
        "sociālajā dienestā",
    ]
    assert [noun("employment_agency", 10, "lv", case) for case in CASES] == [
        "NVA filiāles",
        "NVA filiāļu",
        "NVA filiālēm",
        "NVA filiāles",
        "NVA filiālēs",
    ]


@pytest.mark.parametrize(
    ("sub_unit", "latvian", "english"),
    [
        ("Naujenes pagasts", "Naujenes pagasta bāriņtiesa", "Naujenes pagasts orphans' court"),
        (
            "Skultes un Vidrižu pagasti",
            "Skultes un Vidrižu pagastu bāriņtiesa",
            "Skultes un Vidrižu pagasti orphans' court",
        ),
        ("Gulbenes pilsēta", "Gulbenes pilsētas bāriņtiesa", "Gulbenes pilsēta orphans' court"),
        ("Lejasciema", "Lejasciema bāriņtiesa", "Lejasciema orphans' court"),
        (
            "Ogres novada pagasti",
            "Ogres novada pagastu bāriņtiesa",
            "Ogres novada pagasti orphans' court",
        ),
        ("", "bāriņtiesa", "orphans' court"),
    ],
)
def test_a_sub_unit_stands_before_its_court(sub_unit: str, latvian: str, english: str) -> None:
    court = institution("orphans_court", GULBENES, sub_unit)
    assert institution_name(court, "lv") == latvian
    assert institution_name(court, "en") == english


def test_a_name_declines_in_its_last_word_only() -> None:
    court = institution("orphans_court", GULBENES, "Skultes un Vidrižu pagasti")
    assert institution_name(court, "lv", "dat") == "Skultes un Vidrižu pagastu bāriņtiesai"


@pytest.mark.parametrize(
    ("town", "name"),
    [
        ("Daugavpils", "NVA Daugavpils filiāle"),
        ("Rēzekne", "NVA Rēzeknes filiāle"),
        ("Rēzeknes", "NVA Rēzeknes filiāle"),
        ("", "NVA filiāle"),
    ],
)
def test_a_branch_has_its_town_inside_its_name(town: str, name: str) -> None:
    assert institution_name(institution("employment_agency", None, town), "lv") == name


def test_in_a_merged_place_an_institution_bears_its_old_municipality() -> None:
    ozolnieku = novads("Ozolnieku")
    old = institution("social_service", ozolnieku, code=JELGAVAS.code)
    own = institution("social_service", JELGAVAS)
    peers = [own, old]
    assert names_apart([old], peers, JELGAVAS, "lv") == ["Ozolnieku novada sociālais dienests"]
    assert listed([old], peers, JELGAVAS, "lv", "dat") == ("Ozolnieku novada sociālajam dienestam")
    assert listed(peers, peers, JELGAVAS, "en") == (
        "the Jelgavas novads social service and the Ozolnieku novads social service"
    )
    alone = [own, institution("orphans_court")]
    assert names_apart([own], alone, JELGAVAS, "lv") == ["sociālais dienests"]


def test_a_city_is_told_from_the_novads_of_its_name() -> None:
    city = institution("orphans_court", JEKABPILS)
    around = institution("orphans_court", novads("Jēkabpils"))
    assert institution_name(city, "lv", qualified=True) == "Jēkabpils pilsētas bāriņtiesa"
    assert institution_name(around, "lv", qualified=True) == "Jēkabpils novada bāriņtiesa"


def test_lists_are_cut_after_three() -> None:
    assert joined([], "lv") == ""
    assert joined(["A"], "lv") == "A"
    assert joined(["A", "B"], "lv") == "A un B"
    assert joined(["A", "B", "C"], "lv") == "A, B un C"
    assert joined(["A", "B", "C", "D", "E"], "lv") == "A, B, C un vēl 2"
    assert joined(["A", "B", "C", "D"], "en") == "A, B, C and 1 more"


def test_places_take_their_case_from_the_record_and_none_is_left_out() -> None:
    places = [JELGAVAS, DAUGAVPILS, RIGA, ADAZU]
    assert place_list(places, "lv", "acc") == ("Jelgavas novadu, Daugavpili, Rīgu un Ādažu novadu")
    assert place_list([RIGA], "lv", "loc") == "Rīgā"
    assert place_name(DAUGAVPILS, "en", "loc") == "Daugavpils"


def test_regions_decline_in_latvian_and_are_named_in_english() -> None:
    assert [region_name("Zemgales", "lv", case) for case in CASES] == [
        "Zemgales plānošanas reģions",
        "Zemgales plānošanas reģiona",
        "Zemgales plānošanas reģionam",
        "Zemgales plānošanas reģionu",
        "Zemgales plānošanas reģionā",
    ]
    assert region_name("Rīgas", "en", "loc") == "Rīga planning region"
