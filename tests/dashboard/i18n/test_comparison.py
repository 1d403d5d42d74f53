"""Two municipalities compared in words: known values, silence, estimates, open frames."""

from typing import Any

import pytest

from dashboard.i18n.grammar import Side, comparison_lead, difference, in_alphabet, relation
from dashboard.i18n.reading import CASES, MATERIALS, NGO, TRAINING
from dashboard.records import Municipality

from .world import BAUSKAS, DAUGAVPILS, GULBENES, JELGAVAS, REZEKNE, RIGA, novads, plain, value


def side(
    place: Municipality, a: int | None, b: int | None, asked: int | None = None, **more: Any
) -> Side:
    """A municipality with a of b; `asked` institutions, all of which answered if not said."""
    return Side(place, value(TRAINING, a, b, **more), b or 0 if asked is None else asked)


def estimate(place: Municipality, b: int = 2) -> Side:
    return Side(place, value(MATERIALS, None, b, evidence="estimated", bounds=(0, b)), b)


def silent(place: Municipality) -> Side:
    return side(place, None, None, 2, evidence="no_answer")


def hidden(place: Municipality, evidence: str = "not_published") -> Side:
    return side(place, None, None, 2, evidence=evidence)


def opened(a: int, b: int, asked: int | None = None) -> Side:
    return side(GULBENES, a, b, asked, caveats=("frame_incomplete",))


CASES_OF_DIFFERENCE = [
    (
        side(JELGAVAS, 1, 2),
        side(BAUSKAS, 1, 2),
        "equal",
        "Vienādi: abās pašvaldībās 1 no 2 iestādēm.",
        "The same: 1 of 2 institutions in both municipalities.",
    ),
    (
        side(JELGAVAS, 1, 2),
        side(BAUSKAS, 0, 2),
        "differs",
        "Par 1 iestādi vairāk Jelgavas novadā: 1 no 2, Bauskas novadā – 0 no 2.",
        "1 more institution in Jelgavas novads: 1 of 2, against 0 of 2 in Bauskas novads.",
    ),
    (  # the one with more comes first, on whichever side it stands
        side(BAUSKAS, 0, 3),
        side(RIGA, 3, 3),
        "differs",
        "Par 3 iestādēm vairāk Rīgā: 3 no 3, Bauskas novadā – 0 no 3.",
        "3 more institutions in Rīga: 3 of 3, against 0 of 3 in Bauskas novads.",
    ),
    (
        side(RIGA, 0, 21),
        side(REZEKNE, 21, 21),
        "differs",
        "Par 21 iestādi vairāk Rēzeknē: 21 no 21, Rīgā – 0 no 21.",
        "21 more institutions in Rēzekne: 21 of 21, against 0 of 21 in Rīga.",
    ),
    (
        side(JELGAVAS, 1, 2),
        side(REZEKNE, 1, 1),
        "bases",
        (
            "1 no 2 iestādēm Jelgavas novadā, 1 no 1 iestādes Rēzeknē; "
            "atbildējušo iestāžu skaits atšķiras."
        ),
        (
            "1 of 2 institutions in Jelgavas novads, 1 of 1 institution in Rēzekne; "
            "the numbers of responding institutions differ."
        ),
    ),
    (  # silence stands beside a number and is no "no"
        side(JELGAVAS, 1, 1, 2),
        side(REZEKNE, 1, 1),
        "equal",
        (
            "Vienādi: abās pašvaldībās 1 no 1 iestādes. "
            "Jelgavas novadā neatbildēja 1 iestāde; tas nenozīmē „nē”."
        ),
        (
            "The same: 1 of 1 institution in both municipalities. "
            'In Jelgavas novads, 1 institution did not respond; this does not mean "no".'
        ),
    ),
    (  # both counts, and no difference where courts may be missing, even with equal numbers
        side(JELGAVAS, 1, 2),
        opened(1, 2, 4),
        "frame",
        (
            "1 no 2 iestādēm Jelgavas novadā, 1 no 2 zināmām iestādēm Gulbenes novadā. "
            "Starpību neaprēķina: Gulbenes novadā, iespējams, zināmas ne visas bāriņtiesas. "
            "Gulbenes novadā neatbildēja 2 iestādes; tas nenozīmē „nē”."
        ),
        (
            "1 of 2 institutions in Jelgavas novads, 1 of the 2 known institutions in Gulbenes "
            "novads. No difference is calculated: perhaps not all orphans' courts are known in "
            "Gulbenes novads. In Gulbenes novads, 2 institutions did not respond; this does not "
            'mean "no".'
        ),
    ),
    (
        silent(DAUGAVPILS),
        side(BAUSKAS, 0, 2),
        "silent",
        "Salīdzināt nevar: Daugavpilī atbildes nav; tas nenozīmē „nē”.",
        'Cannot be compared: there is no answer from Daugavpils; this does not mean "no".',
    ),
    (
        side(BAUSKAS, 0, 2),
        silent(DAUGAVPILS),
        "silent",
        "Salīdzināt nevar: Daugavpilī atbildes nav; tas nenozīmē „nē”.",
        'Cannot be compared: there is no answer from Daugavpils; this does not mean "no".',
    ),
    (
        silent(DAUGAVPILS),
        silent(RIGA),
        "silent",
        "Salīdzināt nevar: atbildes nav ne Daugavpilī, ne Rīgā; tas nenozīmē „nē”.",
        'Cannot be compared: there is no answer from Daugavpils or Rīga; this does not mean "no".',
    ),
    (
        estimate(JELGAVAS),
        estimate(BAUSKAS),
        "estimated",
        "Aplēses nesalīdzina: zināms tikai kopskaits, nevis katras iestādes atbilde.",
        ("Estimates are not compared: only a total is known, not the answer of each institution."),
    ),
    (
        hidden(JELGAVAS),
        hidden(BAUSKAS),
        "not_published",
        "Salīdzināt nevar: vērtība nav publicēta.",
        "Cannot be compared: no value is published.",
    ),
    (
        hidden(JELGAVAS, "suppressed"),
        side(BAUSKAS, 1, 2),
        "suppressed",
        "Salīdzināt nevar: skaitlis ir zināms, bet netiek rādīts.",
        "Cannot be compared: the figure is known, but not shown.",
    ),
]


@pytest.mark.parametrize(("left", "right", "kind", "latvian", "english"), CASES_OF_DIFFERENCE)
def test_a_difference_is_said_in_words(
    left: Side, right: Side, kind: str, latvian: str, english: str
) -> None:
    assert relation(left, right) == kind
    assert plain(difference(left, right, "lv")) == latvian
    assert plain(difference(left, right, "en")) == english


def test_an_estimate_is_not_compared_with_a_known_value_either() -> None:
    for known in (side(BAUSKAS, 2, 2), opened(0, 2)):
        assert relation(estimate(JELGAVAS), known) == "estimated"
        assert relation(known, estimate(JELGAVAS)) == "estimated"


def test_both_open_frames_are_named() -> None:
    other = side(novads("Limbažu"), 2, 3, caveats=("frame_incomplete",))
    said = plain(difference(opened(0, 2), other, "lv"))
    assert "neaprēķina: Gulbenes novadā un Limbažu novadā, iespējams," in said
    assert "vairāk" not in said


def test_the_lead_groups_the_indicators_by_what_can_be_said_of_them() -> None:
    found = {CASES: "equal", TRAINING: "differs", MATERIALS: "estimated", NGO: "estimated"}
    assert comparison_lead(found, "lv") == (
        "Atšķiras: apmācība. Vienādi: atpazīti gadījumi. "
        "Aplēses, ko nesalīdzina: informatīvie materiāli un NVO atpazīstamība."
    )
    assert comparison_lead(dict.fromkeys(found, "silent"), "en") == (
        "No answer: identified cases, training, client materials and NGO awareness."
    )


def test_names_stand_in_the_latvian_alphabet() -> None:
    names = (
        "Zilupes",
        "Ēdoles",
        "Šķēdes",
        "Cēsu",
        "Ādažu",
        "Durbes",
        "Čornajas",
        "Salas",
        "Žīguru",
    )
    found = [one.name_nom.removesuffix(" novads") for one in in_alphabet(map(novads, names))]
    assert found == [
        *("Ādažu", "Cēsu", "Čornajas", "Durbes", "Ēdoles", "Salas", "Šķēdes", "Zilupes", "Žīguru")
    ]
