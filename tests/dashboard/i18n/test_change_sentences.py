"""What changed in words, in both languages, with the forms that numbers ask for."""

from dataclasses import replace

import pytest

from dashboard.i18n.change_sentences import (
    Span,
    caveat_words,
    change_headline,
    change_remainder,
    change_words,
)
from dashboard.i18n.translate import Words
from dashboard.records import Change
from tests.dashboard.figures.test_change_paints import change

SPAN = Span("2016", "2026")
GREW, SHRANK, SAME = change(1.0, 1.0, 2), change(-1.0, -1.0, -2), change(0.0, 0.0, 0)
OPEN, SILENT = change(0.0, 0.5, None), change(None, None, None, "silent_before")


@pytest.mark.parametrize(
    ("shown", "lang", "said"),
    [
        (
            [GREW] * 21 + [SHRANK] * 2 + [SAME],
            "lv",
            (
                "Kopš 2016. gada iestāžu ar apmācītiem darbiniekiem īpatsvars ir pieaudzis 21 "
                "pašvaldībā no 24, samazinājies 2, nav mainījies 1"
            ),
        ),
        (
            [GREW] * 11 + [SAME],
            "lv",
            (
                "Kopš 2016. gada iestāžu ar apmācītiem darbiniekiem īpatsvars ir pieaudzis 11 "
                "pašvaldībās no 12, samazinājies 0, nav mainījies 1"
            ),
        ),
        (
            [SHRANK, OPEN],
            "lv",
            (
                "Kopš 2016. gada iestāžu ar apmācītiem darbiniekiem īpatsvars nav pieaudzis "
                "nevienā pašvaldībā no 2; samazinājies 1, nav mainījies 0"
            ),
        ),
        (
            [OPEN, SILENT],
            "lv",
            (
                "Nevienā pašvaldībā no 2 nevar droši pateikt, vai iestāžu ar apmācītiem "
                "darbiniekiem īpatsvars kopš 2016. gada ir mainījies"
            ),
        ),
        (
            [GREW, SAME],
            "en",
            (
                "Since 2016 the share of institutions with trained staff has risen in 1 of 2 "
                "municipalities, fallen in 0 and stayed the same in 1"
            ),
        ),
    ],
)
def test_the_headline(shown: list[Change], lang: str, said: str) -> None:
    assert change_headline(shown, SPAN, lang) == said


@pytest.mark.parametrize(
    "indicator", ["identified_cases", "materials_availability", "ngo_awareness"]
)
@pytest.mark.parametrize("kind", ["all", "orphans_court", "social_service"])
@pytest.mark.parametrize("lang", ["lv", "en"])
def test_every_indicator_and_type_has_its_headline(indicator: str, kind: str, lang: str) -> None:
    shown = [replace(GREW, indicator=indicator, institution_type=kind)]
    assert "{" not in change_headline(shown, SPAN, lang)


def test_what_is_left_is_counted_apart() -> None:
    assert change_remainder([OPEN] * 11 + [SILENT], "lv") == (
        "11 pašvaldībās virzienu nevar noteikt: starpība zināma tikai robežās. "
        "1 pašvaldībā salīdzināt nevar."
    )
    assert change_remainder([GREW], "lv") == ""


def test_a_change_says_both_counts_and_what_cannot_be_compared_says_why() -> None:
    assert change_words(GREW, SPAN, "lv").replace("\xa0", " ") == (
        "pieauga (2016: 1 no 2 · 2026: 1 no 2)"
    )
    assert change_words(SILENT, SPAN, "lv") == (
        "nevar salīdzināt: kādas iestādes atbildes nav 2016. gadā"
    )


def test_a_merger_that_leaves_no_doubt_is_said_so() -> None:
    certain = replace(SAME, caveats=("merged",))
    assert caveat_words(certain, SPAN, "lv") == [
        "Iestāžu skaits starp aptaujām mainījies; secinājumu tas nemaina."
    ]
    assert "robežās" in caveat_words(replace(OPEN, caveats=("merged",)), SPAN, "lv")[0]


@pytest.mark.parametrize("lang", ["lv", "en"])
def test_every_reason_and_caveat_of_the_build_has_words(lang: str) -> None:
    w = Words(lang)
    reasons = (
        *("not_asked_before", "not_asked_after", "other_wording", "open_frame", "silent_both"),
        *("silent_before", "silent_after", "not_published_before", "not_published_after"),
        *("estimated_twice", "nobody_before", "nobody_after", "not_placed", "estimates_off"),
    )
    caveats = (
        *("merged", "split", "estimated_before", "estimated_after", "part_silent"),
        *("open_frame", "part_left_out"),
    )
    for one in reasons:
        assert w(f"change.reason.{one}", before="2016", after="2026")
    for one in caveats:
        assert w(f"change.caveat.{one}", before="2016", after="2026")
