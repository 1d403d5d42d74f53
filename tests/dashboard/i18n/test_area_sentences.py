"""The tooltip's line and what a screen reader says of a place."""

import pytest

from dashboard.i18n.grammar import announcement, bounds, tooltip_line
from dashboard.i18n.reading import CASES, MATERIALS, NGO, TRAINING
from dashboard.records import AreaValue

from .world import BAUSKAS, plain, value

FRAME = ("frame_incomplete",)
MISSING = {e: value(TRAINING, None, None, evidence=e) for e in ("no_answer", "not_published")}

LINES = [
    (value(TRAINING, 0, 2), "0 no 2 iestādēm", "0 of 2 institutions"),
    (value(TRAINING, 1, 1), "1 no 1 iestādes", "1 of 1 institution"),
    (value(TRAINING, 5, 21), "5 no 21 iestādes", "5 of 21 institutions"),
    (
        value(TRAINING, 1, 1, kind="social_service"),
        "1 no 1 sociālā dienesta",
        "1 of 1 social service",
    ),
    (
        value(MATERIALS, None, 2, evidence="estimated", bounds=(0, 2)),
        "0–2 no 2 iestādēm",
        "0–2 of 2 institutions",
    ),
    (
        value(TRAINING, 0, 2, caveats=FRAME),
        "0 no 2 zināmām iestādēm",
        "0 of the 2 known institutions",
    ),
    (
        value(TRAINING, 1, 1, caveats=FRAME, kind="social_service"),
        "1 no 1 zināma sociālā dienesta",
        "1 of the 1 known social service",
    ),
    (
        value(MATERIALS, 55, 230, evidence="derived", caveats=("published_rounded",)),
        "aptuveni 55 no 230 iestādēm",
        "about 55 of 230 institutions",
    ),
    (MISSING["no_answer"], "nav atbildes", "no answer"),
    (MISSING["not_published"], "nav publicēts", "not published"),
]

SPOKEN = [
    (
        value(TRAINING, 0, 2),
        2,
        "Bauskas novads. Nevienā no 2 iestādēm nav apmācītu darbinieku. Nosaukts pētījumā.",
    ),
    (
        value(TRAINING, 0, 1),
        2,
        ("Bauskas novads. Iestādē, kas atbildēja, nav apmācītu darbinieku. Nosaukts pētījumā."),
    ),
    (
        value(TRAINING, 1, 2, evidence="derived"),
        2,
        (
            "Bauskas novads. Apmācīti darbinieki ir 1 no 2 iestādēm. "
            "Izsecināts no pētījuma sarakstiem."
        ),
    ),
    (
        value(TRAINING, 2, 2),
        2,
        "Bauskas novads. Apmācīti darbinieki ir abām iestādēm. Nosaukts pētījumā.",
    ),
    (
        value(CASES, 2, 2),
        3,
        (
            "Bauskas novads. Ar cilvēku tirdzniecības gadījumu ir saskārušās abas iestādes, "
            "kas atbildēja. Nosaukts pētījumā."
        ),
    ),
    (
        value(CASES, 0, 3, caveats=FRAME),
        3,
        (
            "Bauskas novads. Ar cilvēku tirdzniecības gadījumu ir saskārušās 0 no 3 zināmām "
            "iestādēm; iespējams, pētījums nenosauc visas bāriņtiesas. Nosaukts pētījumā."
        ),
    ),
    (
        value(NGO, None, 2, evidence="estimated", bounds=(0, 2)),
        2,
        (
            "Bauskas novads. Kuras iestādes vērstos „Drošajā mājā” vai „Martā”, pētījums "
            "nenosauc: tādu var būt no 0 līdz 2. Aplēsts no kopskaita."
        ),
    ),
    (
        value(MATERIALS, None, 1, evidence="estimated", bounds=(0, 1), kind="social_service"),
        1,
        (
            "Bauskas novads. Vai sociālajam dienestam ir materiāli klientiem, pētījumā nav "
            "norādīts. Aplēsts no kopskaita."
        ),
    ),
    (MISSING["no_answer"], 2, "Bauskas novads. Nav atbildes; tas nenozīmē „nē”."),
    (MISSING["not_published"], 2, "Bauskas novads. Vērtība nav publicēta."),
]


@pytest.mark.parametrize(("area", "latvian", "english"), LINES)
def test_the_tooltip_gives_counts_and_what_is_missing(
    area: AreaValue, latvian: str, english: str
) -> None:
    assert plain(tooltip_line(area, "lv")) == latvian
    assert plain(tooltip_line(area, "en")) == english


@pytest.mark.parametrize(("area", "asked", "spoken"), SPOKEN)
def test_a_move_on_the_map_is_announced(area: AreaValue, asked: int, spoken: str) -> None:
    assert plain(announcement(BAUSKAS, area, "lv", asked)) == spoken


@pytest.mark.parametrize(
    ("area", "latvian", "english"),
    [
        (
            value(TRAINING, 0, 1),
            "Iestādē, kas atbildēja uz šo jautājumu, nav apmācītu darbinieku.",
            "The one institution that answered this question has no trained staff.",
        ),
        (
            value(TRAINING, 0, 3),
            "Nevienā no 3 iestādēm, kas atbildēja uz šo jautājumu, nav apmācītu darbinieku.",
            "None of the 3 institutions that answered this question has trained staff.",
        ),
        (
            value(TRAINING, 2, 2),
            "Apmācīti darbinieki ir abām iestādēm, kas atbildēja uz šo jautājumu.",
            "Both institutions that answered this question have trained staff.",
        ),
        (
            value(TRAINING, 1, 3, caveats=FRAME),
            (
                "Apmācīti darbinieki ir 1 no 3 zināmām iestādēm, kas atbildēja uz šo jautājumu; "
                "iespējams, pētījums nenosauc visas bāriņtiesas."
            ),
            (
                "1 of the 3 known institutions that answered this question has trained staff; "
                "the study may not name all orphans' courts."
            ),
        ),
        (
            value(MATERIALS, None, 1, evidence="estimated", bounds=(0, 1)),
            (
                "Vai iestādei, kas atbildēja uz šo jautājumu, ir materiāli klientiem, pētījumā nav "
                "norādīts."
            ),
            (
                "The study does not say whether the one institution that answered this question "
                "has materials for clients."
            ),
        ),
    ],
)
def test_silence_on_the_question_is_announced_as_such(
    area: AreaValue, latvian: str, english: str
) -> None:
    told = plain(announcement(BAUSKAS, area, "lv", 4, item_silent=True))
    assert told.startswith(f"Bauskas novads. {latvian} ")
    told = plain(announcement(BAUSKAS, area, "en", 4, item_silent=True))
    assert told.startswith(f"Bauskas novads. {english} ")


def test_a_range_in_a_tooltip_does_not_break() -> None:
    estimate = value(MATERIALS, None, 2, evidence="estimated", bounds=(0, 2))
    assert tooltip_line(estimate, "lv").startswith("0–\N{WORD JOINER}2\N{NO-BREAK SPACE}no")


def test_english_is_announced_too() -> None:
    assert plain(announcement(BAUSKAS, value(TRAINING, 0, 2), "en")) == (
        "Bauskas novads. Neither of the 2 institutions has trained staff. Named in the study."
    )


def test_a_value_that_is_missing_has_no_bounds() -> None:
    assert bounds(value(TRAINING, 3, 7)) == (3, 3)
    with pytest.raises(ValueError, match="no_answer"):
        bounds(MISSING["no_answer"])


@pytest.mark.parametrize(
    ("a", "lang", "said"),
    [
        (0, "en", "0 of the 1 known institution have trained staff."),
        (1, "en", "1 of the 1 known institution has trained staff."),
        (0, "lv", "Apmācīti darbinieki ir 0 no 1 zināmas iestādes."),
    ],
)
def test_of_a_part_nobody_is_told_that_it_is_all_that_responded(
    a: int, lang: str, said: str
) -> None:
    part = value(TRAINING, a, 1, caveats=("partly_published",))
    assert said in plain(announcement(BAUSKAS, part, lang, asked=2))
