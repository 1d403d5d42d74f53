"""The map's headline: who is counted in it, and how it is said."""

import pytest

from dashboard.i18n.grammar import (
    headline,
    headline_codes,
    legend_word,
    priority_sentence,
    remainder,
)
from dashboard.i18n.reading import CASES, INDICATORS, MATERIALS, NGO, TRAINING
from dashboard.records import AreaValue

from .world import (
    ADAZU,
    BAUSKAS,
    RIGA,
    value,
)

KNOWN = {
    CASES: {
        "lv": "{n} pašvaldībās no 119 vismaz viena iestāde ir saskārusies ar gadījumu",
        "en": "In {n} of 119 municipalities at least one institution reports a case",
    },
    TRAINING: {
        "lv": "{n} pašvaldībās no 119 nevienā iestādē, kas atbildēja, nav apmācītu darbinieku",
        "en": "In {n} of 119 municipalities no responding institution has trained staff",
    },
    MATERIALS: {
        "lv": "{n} pašvaldībās no 119 nevienā iestādē, kas atbildēja, nav materiālu klientiem",
        "en": "In {n} of 119 municipalities no responding institution has materials for clients",
    },
    NGO: {
        "lv": "{n} pašvaldībās no 119 neviena iestāde, kas atbildēja, nevērstos „Drošajā mājā” "
        "vai „Martā”",
        "en": "In {n} of 119 municipalities no responding institution would turn to "
        '"Drošā māja" or "Marta"',
    },
}


def places(indicator: str, n: int, *, kind: str = "all") -> list[AreaValue]:
    """n municipalities that the headline counts, one that it does not, one without an answer."""
    counts = (1, 0) if indicator == CASES else (0, 1)
    counted = [value(indicator, counts[0], 2, code=f"LV-{i}", kind=kind) for i in range(n)]
    return [
        *counted,
        value(indicator, counts[1], 2, code="LV-X", kind=kind),
        value(indicator, None, None, evidence="no_answer", code="LV-Y", kind=kind),
    ]


@pytest.mark.parametrize("n", [1, 2, 10, 11, 21])
@pytest.mark.parametrize("indicator", INDICATORS)
def test_the_headline_counts_and_agrees_with_its_number(indicator: str, n: int) -> None:
    values = places(indicator, n)
    latvian = KNOWN[indicator]["lv"].format(n=n)
    if n in (1, 21):
        latvian = latvian.replace("pašvaldībās", "pašvaldībā")
    assert headline(indicator, values, 119, "lv") == latvian
    assert headline(indicator, values, 119, "en") == KNOWN[indicator]["en"].format(n=n)


NOWHERE = [
    (
        (CASES, "all"),
        "Nevienā no 119 pašvaldībām gadījumu nenorāda neviena iestāde, kas atbildēja",
        "In none of the 119 municipalities does a responding institution report a case",
    ),
    (
        (CASES, "orphans_court"),
        "Nevienā no 119 pašvaldībām gadījumu nenorāda neviena bāriņtiesa, kas atbildēja",
        "In none of the 119 municipalities does a responding orphans' court report a case",
    ),
    (
        (CASES, "social_service"),
        "Nevienā no 119 pašvaldībām gadījumu nenorāda neviens sociālais dienests, kas atbildēja",
        "In none of the 119 municipalities does a responding social service report a case",
    ),
    (
        (TRAINING, "all"),
        (
            "Nav nevienas pašvaldības (no 119), kur nevienā iestādē, kas atbildēja, nebūtu "
            "apmācītu darbinieku"
        ),
        "There is no municipality (of 119) where every responding institution lacks trained staff",
    ),
    (
        (TRAINING, "social_service"),
        (
            "Nav nevienas pašvaldības (no 119), kur nevienā sociālajā dienestā, kas atbildēja, "
            "nebūtu apmācītu darbinieku"
        ),
        (
            "There is no municipality (of 119) where every responding social service lacks trained "
            "staff"
        ),
    ),
    (
        (MATERIALS, "all"),
        (
            "Nav nevienas pašvaldības (no 119), kur nevienā iestādē, kas atbildēja, nebūtu "
            "materiālu klientiem"
        ),
        (
            "There is no municipality (of 119) where every responding institution lacks materials "
            "for clients"
        ),
    ),
    (
        (NGO, "orphans_court"),
        (
            "Nav nevienas pašvaldības (no 119), kur neviena bāriņtiesa, kas atbildēja, nevērstos "
            "„Drošajā mājā” vai „Martā”"
        ),
        (
            "There is no municipality (of 119) where every responding orphans' court would turn to "
            'neither "Drošā māja" nor "Marta"'
        ),
    ),
]


@pytest.mark.parametrize(("what", "latvian", "english"), NOWHERE)
def test_a_count_of_nought_is_a_sentence_of_its_own(
    what: tuple[str, str], latvian: str, english: str
) -> None:
    indicator, kind = what
    values = places(indicator, 0, kind=kind)
    assert headline(indicator, values, 119, "lv") == latvian
    assert headline(indicator, values, 119, "en") == english


def test_nought_of_twenty_one_takes_the_genitive() -> None:
    said = headline(CASES, places(CASES, 0), 21, "lv")
    assert said.startswith("Nevienā no 21 pašvaldības gadījumu nenorāda")


def test_a_chosen_type_is_spoken_of_by_its_name_and_gender() -> None:
    services = places(CASES, 2, kind="social_service")
    assert headline(CASES, services, 119, "lv") == (
        "2 pašvaldībās no 119 vismaz viens sociālais dienests ir saskāries ar gadījumu"
    )
    courts = places(TRAINING, 2, kind="orphans_court")
    assert headline(TRAINING, courts, 119, "en") == (
        "In 2 of 119 municipalities no responding orphans' court has trained staff"
    )


def test_silence_on_the_question_in_a_counted_place_widens_the_clause() -> None:
    values = places(TRAINING, 2)
    assert headline(TRAINING, values, 119, "lv", {"LV-1"}) == (
        "2 pašvaldībās no 119 nevienā iestādē, kas atbildēja uz šo jautājumu, "
        "nav apmācītu darbinieku"
    )
    assert headline(TRAINING, values, 119, "en", {"LV-1"}) == (
        "In 2 of 119 municipalities no institution that answered this question has trained staff"
    )
    assert headline(TRAINING, values, 119, "lv", {"LV-X"}) == headline(TRAINING, values, 119, "lv")


def test_an_incomplete_frame_is_in_no_count_of_none_but_its_cases_are_cases() -> None:
    frame = ("frame_incomplete",)
    none = [*places(TRAINING, 2), value(TRAINING, 0, 3, caveats=frame)]
    assert headline(TRAINING, none, 119, "lv").startswith("2 pašvaldībās")
    some = [*places(CASES, 2), value(CASES, 1, 3, caveats=frame)]
    assert headline(CASES, some, 119, "lv").startswith("3 pašvaldībās")


@pytest.mark.parametrize(
    ("estimated", "unpublished", "silent", "latvian"),
    [
        (9, 0, 1, "Gandrīz visur zināms tikai kopskaits: karte rāda aplēsi"),
        (10, 0, 0, "Visur zināms tikai kopskaits: karte rāda aplēsi"),
        (0, 9, 1, "Vērtības gandrīz nekur nav publicētas"),
        (0, 10, 0, "Vērtības nekur nav publicētas"),
        (8, 0, 2, "Gandrīz visur zināms tikai kopskaits: karte rāda aplēsi"),
        (0, 8, 2, "Vērtības gandrīz nekur nav publicētas"),
        (8, 1, 1, "Gandrīz visur zināms tikai kopskaits: karte rāda aplēsi"),
        (5, 0, 2, "Daļai pašvaldību zināms tikai kopskaits: karte rāda arī aplēses"),
        (1, 0, 0, "Daļai pašvaldību zināms tikai kopskaits: karte rāda arī aplēses"),
        (0, 5, 2, "Daļai pašvaldību vērtības nav publicētas"),
    ],
)
@pytest.mark.parametrize("indicator", INDICATORS)
def test_where_little_is_known_the_headline_says_so(
    indicator: str, estimated: int, unpublished: int, silent: int, latvian: str
) -> None:
    values = [value(indicator, None, 2, evidence="estimated", bounds=(0, 2))] * estimated
    values += [value(indicator, None, None, evidence="not_published")] * unpublished
    values += [value(indicator, None, None, evidence="no_answer")] * silent
    values += [value(indicator, 0, 2)] * (10 - len(values))
    assert headline(indicator, values, 10, "lv") == latvian


def test_an_estimate_among_known_places_is_told_in_english_too() -> None:
    estimate = value(NGO, None, 2, evidence="estimated", bounds=(0, 2))
    hidden = value(NGO, None, None, evidence="not_published")
    known = [value(NGO, 0, 2)] * 3
    assert headline(NGO, [estimate, *known], 4, "en") == (
        "For some municipalities only a total is known: the map shows estimates too"
    )
    assert headline(NGO, [hidden, *known], 4, "en") == (
        "The values of some municipalities are not published"
    )


def test_the_remainder_counts_silence_only() -> None:
    silent = value(TRAINING, None, None, evidence="no_answer")
    hidden = value(TRAINING, None, None, evidence="not_published")
    assert remainder([silent, hidden, value(TRAINING, 0, 2)], "lv") == (
        "Par 1 pašvaldību atbildes nav."
    )
    assert remainder([hidden], "lv") == ""


def test_priorities_name_two_places() -> None:
    tail = "ir atpazīti gadījumi, bet nevienā iestādē, kas atbildēja, nav apmācītu darbinieku:"
    assert priority_sentence([BAUSKAS], "lv") == f"Vienā novadā {tail} Bauskas novadā."
    assert priority_sentence([BAUSKAS, ADAZU], "lv") == (
        f"2 novados {tail} Bauskas novadā un Ādažu novadā."
    )
    assert priority_sentence([BAUSKAS, RIGA, ADAZU], "lv") == (
        f"3 pašvaldībās {tail} Bauskas novadā, Rīgā un vēl 1."
    )
    assert priority_sentence([RIGA], "lv") == f"Vienā pašvaldībā {tail} Rīgā."
    assert priority_sentence([BAUSKAS] * 21, "lv") == (
        f"21 novadā {tail} Bauskas novadā, Bauskas novadā un vēl 19."
    )
    assert priority_sentence([], "lv") == ""
    assert priority_sentence([BAUSKAS, RIGA], "en") == (
        "In 2 municipalities cases are reported and no responding institution has trained staff: "
        "Bauskas novads and Rīga."
    )


def test_a_legend_word_claims_no_more_than_its_class_holds() -> None:
    half, more = value(TRAINING, 1, 2), value(TRAINING, 3, 5)
    all_, nearly = value(TRAINING, 2, 2), value(TRAINING, 9, 10)
    words = [
        legend_word(0, [value(TRAINING, 0, 2)], "lv"),
        legend_word(1, [value(TRAINING, 1, 8)], "lv"),
        legend_word(2, [value(TRAINING, 1, 3)], "lv"),
        legend_word(3, [half], "lv"),
        legend_word(3, [half, more], "lv"),
        legend_word(5, [all_], "lv"),
        legend_word(5, [all_, nearly], "en"),
    ]
    assert words == [
        *("neviena", "līdz piektdaļai", "", "puse", "ap pusi", "visas"),
        "nearly all",
    ]


def test_a_place_of_some_of_whose_institutions_nothing_is_known_is_no_place_of_none() -> None:
    whole, part = (
        value(TRAINING, 0, 1, code=code, caveats=caveats)
        for code, caveats in (("LV-001", ()), ("LV-002", ("partly_published",)))
    )
    assert headline_codes(TRAINING, [whole, part]) == {"LV-001"}
    assert headline_codes(CASES, [value(CASES, 1, 1, caveats=("partly_published",))])
