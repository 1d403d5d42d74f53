"""The profile's lead, the lenses' short answers, and the notice that answers differ."""

from dataclasses import replace

import pytest

from dashboard.i18n.grammar import (
    answer_words,
    differs,
    differs_note,
    estimate_words,
    national_words,
    profile_lead,
)
from dashboard.i18n.reading import CASES, MATERIALS, NGO, TRAINING
from dashboard.records import Institution, InstitutionAnswer

from .situations import Said
from .world import GULBENES, JELGAVAS, answer, answers, court, many, plain, service

COURT, SERVICE = court(), service()
MUTE = court(responded=False)


def rows(said: dict[str, Said]) -> list[InstitutionAnswer]:
    return [row for indicator, by in said.items() for row in answers(indicator, by)]


TOTALS = {MATERIALS: {COURT: "?", SERVICE: "?"}, NGO: {COURT: "?", SERVICE: "?"}}


def test_the_lead_tells_all_four_indicators_and_names_the_place_once() -> None:
    said = {CASES: {COURT: "no", SERVICE: "yes"}, TRAINING: {COURT: "planned", SERVICE: "yes"}}
    told = profile_lead(JELGAVAS, [COURT, SERVICE], rows(said | TOTALS), "lv")
    assert plain(told) == (
        "Jelgavas novadā ar cilvēku tirdzniecības gadījumu ir saskārusies 1 no 2 iestādēm: "
        "sociālais dienests. Apmācīti darbinieki ir 1 no 2 iestādēm: sociālajam dienestam; "
        "bāriņtiesa mācības vēl tikai plānoja. Kurās iestādēs ir materiāli klientiem un kuras "
        "vērstos „Drošajā mājā” vai „Martā”, pētījums nenosauc."
    )
    english = profile_lead(JELGAVAS, [COURT, SERVICE], rows(said | TOTALS), "en")
    assert plain(english) == (
        "In Jelgavas novads, 1 of 2 institutions reports a trafficking case: the social service. "
        "1 of 2 institutions has trained staff: the social service; the orphans' court was only "
        "planning training. The study does not say which institutions have materials for clients "
        'and which would turn to "Drošā māja" or "Marta".'
    )


def test_the_lead_says_silence_once_and_by_its_question() -> None:
    said: dict[str, Said] = {
        CASES: {SERVICE: "no"},
        TRAINING: {SERVICE: "-"},
        MATERIALS: {SERVICE: "?"},
        NGO: {SERVICE: "?"},
    }
    told = profile_lead(JELGAVAS, [MUTE, SERVICE], rows(said), "lv")
    assert plain(told) == (
        "Jelgavas novadā iestāde, kas atbildēja, nenorāda, ka būtu saskārusies ar cilvēku "
        "tirdzniecības gadījumu. Uz jautājumu par mācībām atbildes nav; tas nenozīmē „nē”. "
        "Vai iestādei, kas atbildēja, ir materiāli klientiem un vai tā vērstos „Drošajā mājā” "
        "vai „Martā”, pētījumā nav norādīts. "
        "Bāriņtiesa neatbildēja uz aptauju; tas nenozīmē „nē”."
    )


def test_the_lead_names_who_passed_over_the_question_on_training() -> None:
    said = {CASES: {COURT: "no", SERVICE: "no"}, TRAINING: {COURT: "-", SERVICE: "no"}}
    told = profile_lead(JELGAVAS, [COURT, SERVICE], rows(said | TOTALS), "lv")
    assert "Iestādē, kas atbildēja uz jautājumu par mācībām, nav apmācītu darbinieku. " in told
    assert "Bāriņtiesa neatbildēja uz jautājumu par mācībām; tas nenozīmē „nē”." in told


@pytest.mark.parametrize(
    ("code", "latvian", "english"),
    [
        (
            "no",
            "Iestādē, kas atbildēja uz jautājumu par mācībām, nav apmācītu darbinieku.",
            "The one institution that answered the question on training has no trained staff.",
        ),
        (
            "yes",
            "Apmācīti darbinieki ir iestādei, kas atbildēja uz jautājumu par mācībām.",
            "The institution that answered the question on training has trained staff.",
        ),
        (
            "?",
            (
                "Vai iestādei, kas atbildēja uz jautājumu par mācībām, ir apmācīti darbinieki, "
                "pētījumā nav norādīts."
            ),
            (
                "The study does not say whether the one institution that answered the question on "
                "training has trained staff."
            ),
        ),
    ],
)
def test_after_cases_the_question_on_training_has_its_name(
    code: str, latvian: str, english: str
) -> None:
    said = {CASES: {COURT: "no", SERVICE: "no"}, TRAINING: {COURT: "-", SERVICE: code}}
    for lang, sentence in (("lv", latvian), ("en", english)):
        told = plain(profile_lead(JELGAVAS, [COURT, SERVICE], rows(said | TOTALS), lang))
        assert sentence in told
        assert "šo jautājumu" not in told
        assert "this question" not in told


def test_known_courts_that_passed_over_training_are_told_by_its_name() -> None:
    parish, own = court(GULBENES, "Lizuma pagasts"), service(GULBENES)
    said: dict[str, Said] = {CASES: {parish: "no", own: "no"}, TRAINING: {parish: "-", own: "no"}}
    assert "Apmācīti darbinieki ir 0 no 1 zināmas iestādes, kas atbildēja uz jautājumu par " in (
        plain(profile_lead(GULBENES, [parish, own], rows(said), "lv"))
    )


def test_a_lone_institution_is_told_of_totals_in_two_questions() -> None:
    said: dict[str, Said] = {i: {SERVICE: "?"} for i in (MATERIALS, NGO)}
    said |= {CASES: {SERVICE: "no"}, TRAINING: {SERVICE: "no"}}
    assert "has materials for clients or whether it would turn to" in (
        profile_lead(JELGAVAS, [MUTE, SERVICE], rows(said), "en")
    )


def test_known_answers_on_materials_are_told_one_by_one() -> None:
    said: dict[str, Said] = {
        CASES: {COURT: "no", SERVICE: "no"},
        TRAINING: {COURT: "no", SERVICE: "no"},
        MATERIALS: {COURT: "?", SERVICE: "yes"},
        NGO: {COURT: "?", SERVICE: "?"},
    }
    told = plain(profile_lead(JELGAVAS, [COURT, SERVICE], rows(said), "lv"))
    assert told.endswith(
        "Materiāli klientiem ir vismaz 1 no 2 iestādēm: sociālajam dienestam. "
        "Par bāriņtiesu pētījumā tas nav norādīts. Kuras iestādes vērstos „Drošajā mājā” vai "
        "„Martā”, pētījums nenosauc: tādu var būt no 0 līdz 2."
    )


def test_an_incomplete_frame_is_said_once_in_the_lead() -> None:
    parish, own = court(GULBENES, "Lizuma pagasts"), service(GULBENES)
    said: dict[str, Said] = {CASES: {parish: "no", own: "yes"}, TRAINING: {parish: "no", own: "no"}}
    told = plain(profile_lead(GULBENES, [parish, own], rows(said), "lv"))
    assert told.count("iespējams, pētījums nenosauc visas bāriņtiesas") == 1
    assert "Apmācīti darbinieki ir 0 no 2 zināmām iestādēm." in told


def test_a_silent_place_has_one_sentence() -> None:
    silent = [MUTE, service(responded=False)]
    assert profile_lead(JELGAVAS, silent, [], "lv") == (
        "Jelgavas novadā atbildes nav: neviena iestāde neatbildēja uz aptauju."
    )
    assert profile_lead(JELGAVAS, [], [], "lv") == ""


@pytest.mark.parametrize(
    ("indicator", "code", "latvian", "english"),
    [
        (CASES, "yes", "norāda", "reports"),
        (CASES, "suspicion", "aizdomas", "suspicion"),
        (CASES, "no", "nenorāda", "reports none"),
        (TRAINING, "yes", "ir", "yes"),
        (TRAINING, "planned", "nav, bet plānota", "no, but planned"),
        (TRAINING, "no", "nav", "no"),
        (TRAINING, "-", "nav atbildes", "no answer"),
        (MATERIALS, "x", "nav publicēts", "not published"),
        (MATERIALS, "?", "0–1 no 1", "0–1 of 1"),
        (NGO, "yes", "vērstos", "would turn"),
        (NGO, "no", "nevērstos", "would not turn"),
        (CASES, "#", "aizsargāts", "protected"),
    ],
)
def test_a_lens_answers_in_a_word(indicator: str, code: str, latvian: str, english: str) -> None:
    said = answer(COURT, indicator, code)
    assert plain(answer_words(indicator, said, "lv")) == latvian
    assert plain(answer_words(indicator, said, "en")) == english


def test_an_estimate_is_bounds_and_a_national_share_of_its_base() -> None:
    said = answer(COURT, MATERIALS, "?")
    assert plain(estimate_words(said, "orphans_court", "lv")) == (
        "0–1 no 1 · valstī 15 % no 126 bāriņtiesām"
    )
    assert plain(national_words(said, "orphans_court", "lv")) == "valstī 15 % no 126 bāriņtiesām"
    wide = replace(said, lower=0.55, upper=0.86, base=101)
    assert plain(estimate_words(wide, "social_service", "lv")) == (
        "0–1 no 1 · valstī 55–86 % no 101 sociālā dienesta"
    )
    assert plain(estimate_words(wide, "social_service", "en")) == (
        "0–1 of 1 · nationally 55–86% of 101 social services"
    )
    with pytest.raises(ValueError, match="no estimate"):
        estimate_words(answer(COURT, MATERIALS, "yes"), "orphans_court", "lv")


TWO = many("orphans_court", 2)

DIFFERENCES: list[tuple[Said, str, str]] = [
    (
        {COURT: "no", SERVICE: "yes"},
        "Gadījumus norāda sociālais dienests, bet ne bāriņtiesa.",
        "The social service reports cases, the orphans' court does not.",
    ),
    (
        {COURT: "yes", SERVICE: "no"},
        "Gadījumus norāda bāriņtiesa, bet ne sociālais dienests.",
        "The orphans' court reports cases, the social service does not.",
    ),
    (
        {TWO[0]: "no", TWO[1]: "no", SERVICE: "yes"},
        "Gadījumus norāda sociālais dienests, bet ne bāriņtiesas.",
        "The social service reports cases, the orphans' courts do not.",
    ),
    (
        {TWO[0]: "yes", TWO[1]: "yes", SERVICE: "no"},
        (
            "Gadījumus norāda 1. pagasta bāriņtiesa un 2. pagasta bāriņtiesa, "
            "bet ne sociālais dienests."
        ),
        (
            "The 1. pagasts orphans' court and the 2. pagasts orphans' court report cases, "
            "the social service does not."
        ),
    ),
]


@pytest.mark.parametrize(("said", "latvian", "english"), DIFFERENCES)
def test_a_contradiction_is_flagged(said: Said, latvian: str, english: str) -> None:
    assert differs(JELGAVAS, list(said), answers(CASES, said), "lv") == latvian
    assert differs(JELGAVAS, list(said), answers(CASES, said), "en") == english
    assert differs_note(JELGAVAS, list(said), answers(CASES, said), "lv") == latvian


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ({COURT: "no", SERVICE: "no"}, "Atbildes par atpazītajiem gadījumiem neatšķiras."),
        ({COURT: "yes", SERVICE: "yes"}, "Atbildes par atpazītajiem gadījumiem neatšķiras."),
        (
            {MUTE: "", SERVICE: "yes"},
            "Atbildes salīdzināt nevar: atbildēja tikai viena veida iestādes.",
        ),
        (
            {COURT: "suspicion", SERVICE: "yes"},
            (
                "Jelgavas novadā ar cilvēku tirdzniecības gadījumu ir saskārusies 1 no 2 iestādēm: "
                "sociālais dienests. "
                "Pētījumā minētas aizdomas (bāriņtiesa); kā gadījums tās nav ieskaitītas."
            ),
        ),
        (
            {TWO[0]: "yes", TWO[1]: "no", SERVICE: "yes"},
            (
                "Jelgavas novadā ar cilvēku tirdzniecības gadījumu ir saskārušās 2 no 3 iestādēm: "
                "1. pagasta bāriņtiesa un sociālais dienests."
            ),
        ),
    ],
)
def test_what_is_no_contradiction_is_not_flagged_but_noted(said: Said, note: str) -> None:
    institutions: list[Institution] = list(said)
    assert differs(JELGAVAS, institutions, answers(CASES, said), "lv") == ""
    assert plain(differs_note(JELGAVAS, institutions, answers(CASES, said), "lv")) == note


def test_courts_that_are_not_all_known_do_not_agree_for_the_others() -> None:
    said: Said = {court(GULBENES, "Lizuma pagasts"): "no", service(GULBENES): "no"}
    assert differs_note(GULBENES, list(said), answers(CASES, said), "lv") == (
        "Zināmo iestāžu atbildes par atpazītajiem gadījumiem neatšķiras."
    )
    assert differs_note(GULBENES, list(said), answers(CASES, said), "en") == (
        "The answers of the known institutions on identified cases do not differ."
    )
