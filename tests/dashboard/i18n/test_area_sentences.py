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
        "0 of the 2 institutions known",
    ),
    (
        value(TRAINING, 1, 1, caveats=FRAME, kind="social_service"),
        "1 no 1 zināma sociālā dienesta",
        "1 of the 1 social service known",
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
            "iestādēm; pētījums nenosauc visas bāriņtiesas. Nosaukts pētījumā."
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


def test_english_is_announced_too() -> None:
    assert plain(announcement(BAUSKAS, value(TRAINING, 0, 2), "en")) == (
        "Bauskas novads. None of the 2 institutions has trained staff. Named in the study."
    )


def test_a_value_that_is_missing_has_no_bounds() -> None:
    assert bounds(value(TRAINING, 3, 7)) == (3, 3)
    with pytest.raises(ValueError, match="no_answer"):
        bounds(MISSING["no_answer"])
