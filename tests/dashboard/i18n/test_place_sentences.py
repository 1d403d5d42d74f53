"""Whole sentences of a place, as a reader sees them, over cases and counts."""

import pytest

from dashboard.i18n.grammar import place_sentence
from dashboard.i18n.reading import CASES, TRAINING
from dashboard.records import Municipality

from .sentences_en import ENGLISH
from .sentences_lv import LATVIAN
from .situations import BOTH, NONE, PAIR, Said
from .world import BAUSKAS, JELGAVAS, NBSP, answers, court, institution, plain, service


@pytest.mark.parametrize(("indicator", "where", "said", "sentence"), LATVIAN)
def test_a_place_is_told_in_latvian(
    indicator: str, where: Municipality, said: Said, sentence: str
) -> None:
    told = place_sentence(indicator, where, list(said), answers(indicator, said), "lv")
    assert plain(told) == sentence


@pytest.mark.parametrize(("indicator", "where", "said", "sentence"), ENGLISH)
def test_a_place_is_told_in_english(
    indicator: str, where: Municipality, said: Said, sentence: str
) -> None:
    told = place_sentence(indicator, where, list(said), answers(indicator, said), "en")
    assert plain(told) == sentence


def test_a_count_does_not_break_at_the_end_of_a_line() -> None:
    told = place_sentence(CASES, JELGAVAS, list(PAIR), answers(CASES, PAIR), "lv")
    assert f"1{NBSP}no{NBSP}2 iestādēm" in told


def test_two_kinds_of_silence_share_one_reminder() -> None:
    said = {
        court(responded=False): "",
        service(): "-",
        institution("social_service", BAUSKAS, code=JELGAVAS.code): "yes",
    }
    told = place_sentence(TRAINING, JELGAVAS, list(said), answers(TRAINING, said), "lv")
    assert told.endswith(
        "Bāriņtiesa neatbildēja uz aptauju, Jelgavas novada sociālais dienests neatbildēja "
        "uz šo jautājumu; tas nenozīmē „nē”."
    )


def test_answers_of_other_places_and_indicators_are_passed_over() -> None:
    noise = answers(CASES, BOTH) + answers(TRAINING, PAIR)
    told = place_sentence(CASES, BAUSKAS, list(NONE), answers(CASES, NONE) + noise, "lv")
    assert told == place_sentence(CASES, BAUSKAS, list(NONE), answers(CASES, NONE), "lv")


PARTLY = {court(BAUSKAS): "no", service(BAUSKAS): "x"}
PARTLY_SEVERAL = {court(JELGAVAS, "1. pagasts"): "no", court(JELGAVAS): "no", service(): "x"}


@pytest.mark.parametrize(
    ("where", "said", "lang", "sentence"),
    [
        (BAUSKAS, PARTLY, "en", ("In Bauskas novads, the orphans' court has no trained staff. "
         "The study does not say this of the social service.")),
        (BAUSKAS, PARTLY, "lv", ("Bauskas novadā bāriņtiesā nav apmācītu darbinieku. "
         "Par sociālo dienestu pētījumā tas nav norādīts.")),
        (JELGAVAS, PARTLY_SEVERAL, "en", ("In Jelgavas novads, 0 of the 2 known orphans' courts "
         "have trained staff. The study does not say this of the social service.")),
        (JELGAVAS, PARTLY_SEVERAL, "lv", ("Jelgavas novadā apmācīti darbinieki ir 0 no 2 zināmām "
         "bāriņtiesām. Par sociālo dienestu pētījumā tas nav norādīts.")),
    ],
)  # fmt: skip
def test_a_known_no_is_told_beside_institutions_of_which_nothing_is_known(
    where: Municipality, said: Said, lang: str, sentence: str
) -> None:
    told = place_sentence(TRAINING, where, list(said), answers(TRAINING, said), lang)
    assert plain(told) == sentence
