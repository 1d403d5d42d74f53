"""What the planning regions say together: counts of regions, none named, none ranked."""

import pytest

from dashboard.i18n.grammar import region_headline, region_heart, region_list
from dashboard.i18n.reading import CASES, INDICATORS, MATERIALS, NGO, TRAINING
from dashboard.records import AreaValue

from .world import value

SOME = {
    TRAINING: {
        "lv": "2 reģionos no 3 vairāk nekā pusei iestāžu, kas atbildēja, ir apmācīti darbinieki",
        "en": "In 2 of 3 regions more than half of the responding institutions have trained staff",
    },
    MATERIALS: {
        "lv": "2 reģionos no 3 vairāk nekā pusei iestāžu, kas atbildēja, ir materiāli klientiem",
        "en": "In 2 of 3 regions more than half of the responding institutions have materials for "
        "clients",
    },
    NGO: {
        "lv": "2 reģionos no 3 vairāk nekā puse iestāžu, kas atbildēja, vērstos „Drošajā mājā” "
        "vai „Martā”",
        "en": "In 2 of 3 regions more than half of the responding institutions would turn to "
        '"Drošā māja" or "Marta"',
    },
    CASES: {
        "lv": "3 reģionos no 4 vismaz viena iestāde ir saskārusies ar gadījumu",
        "en": "In 3 of 4 regions at least one institution reports a case",
    },
}


def regions(indicator: str, *counts: int, kind: str = "all") -> list[AreaValue]:
    return [value(indicator, a, 10, kind=kind) for a in counts]


@pytest.mark.parametrize("lang", ["lv", "en"])
@pytest.mark.parametrize("indicator", INDICATORS)
def test_regions_are_counted(indicator: str, lang: str) -> None:
    counts = (1, 2, 0, 9) if indicator == CASES else (6, 5, 10)  # a half is not more than half
    assert region_headline(indicator, regions(indicator, *counts), lang) == SOME[indicator][lang]


@pytest.mark.parametrize(
    ("indicator", "counts", "lv", "en"),
    [
        (
            TRAINING,
            (6, 7),
            "Visos 2 reģionos vairāk nekā pusei iestāžu, kas atbildēja, ir apmācīti darbinieki",
            "In all 2 regions more than half of the responding institutions have trained staff",
        ),
        (
            TRAINING,
            (5, 0),
            "Visos 2 reģionos ne vairāk kā pusei iestāžu, kas atbildēja, ir apmācīti darbinieki",
            "In all 2 regions no more than half of the responding institutions have trained staff",
        ),
        (
            CASES,
            (1, 1),
            "Visos 2 reģionos vismaz viena iestāde ir saskārusies ar gadījumu",
            "In all 2 regions at least one institution reports a case",
        ),
        (
            CASES,
            (0, 0),
            "Nevienā no 2 reģioniem gadījumu nenorāda neviena iestāde, kas atbildēja",
            "In none of the 2 regions does a responding institution report a case",
        ),
    ],
)
def test_all_and_none_have_their_own_words(
    indicator: str, counts: tuple[int, ...], lv: str, en: str
) -> None:
    values = regions(indicator, *counts)
    assert region_headline(indicator, values, "lv") == lv
    assert region_headline(indicator, values, "en") == en


def test_one_type_agrees_in_gender_and_case() -> None:
    services = regions(TRAINING, 6, 1, kind="social_service")
    assert region_headline(TRAINING, services, "lv") == (
        "1 reģionā no 2 vairāk nekā pusei sociālo dienestu, kas atbildēja, ir apmācīti darbinieki"
    )
    services = regions(CASES, 1, 0, kind="social_service")
    assert region_headline(CASES, services, "lv") == (
        "1 reģionā no 2 vismaz viens sociālais dienests ir saskāries ar gadījumu"
    )


def test_where_courts_may_be_missing_only_the_known_are_spoken_of() -> None:
    values = [value(TRAINING, 6, 10, caveats=("frame_incomplete",)), value(TRAINING, 1, 10)]
    said = region_headline(TRAINING, values, "lv", item_silent=True)
    assert "pusei zināmo iestāžu, kas atbildēja uz šo jautājumu," in said
    said = region_headline(TRAINING, values, "en", item_silent=True)
    assert "half of the known institutions that answered this question" in said


def test_a_silent_region_is_not_said_to_stay_under_a_half() -> None:
    values = [value(TRAINING, 1, 10), value(TRAINING, None, None, evidence="no_answer")]
    assert region_headline(TRAINING, values, "en").startswith("In 0 of 2 regions more than half")


@pytest.mark.parametrize(
    ("evidences", "words"),
    [
        (("estimated", "estimated"), "For the regions only bounds are known"),
        (("estimated", "named"), "For some regions only bounds are known"),
        (("not_published", "not_published"), "The regions' values are not published"),
        (("not_published", "named"), "The values of some regions are not published"),
    ],
)
def test_nothing_is_counted_while_a_value_is_estimated(
    evidences: tuple[str, ...], words: str
) -> None:
    values = [value(MATERIALS, 1, 2, evidence=one) for one in evidences]
    assert region_headline(MATERIALS, values, "en").startswith(words)


def test_regions_have_names_of_their_own() -> None:
    assert region_heart("Rīgas") == "Rīga"
    assert region_list(["Latgales", "Rīgas", "Vidzemes"], "lv") == "Latgales, Rīgas un Vidzemes"
    assert region_list(["Latgales"], "en") == "Latgale"
