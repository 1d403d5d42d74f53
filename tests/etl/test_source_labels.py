"""Source codes read in both languages, and refused where nobody could read them."""

import tomllib
from pathlib import Path

import pytest

from etl.source_labels import source_label

LABELS = Path(__file__).parents[2] / "etl" / "labels.toml"

CODES = [
    ("footnote 35", "35. zemsvītras piezīme"),
    ("footnotes 35 and 37", "35. un 37. zemsvītras piezīme"),
    ("footnotes 12, 13 and 35", "12., 13. un 35. zemsvītras piezīme"),
    ("footnote 6, not listed", "6. zemsvītras piezīme, sarakstā nav"),
    ("footnotes 36 and 40, not listed", "36. un 40. zemsvītras piezīme, sarakstā nav"),
    ('chapter "Ievads"', "nodaļa „Ievads”"),
    (
        'footnote 39; chapter "Institūciju pieredze, un kas tālāk"',
        "39. zemsvītras piezīme; nodaļa „Institūciju pieredze, un kas tālāk”",
    ),
    (
        "footnote 6, not listed; footnotes 35 and 37",
        "6. zemsvītras piezīme, sarakstā nav; 35. un 37. zemsvītras piezīme",
    ),
    ("iestādes vēstule", "iestādes vēstule"),
    (
        'file "atbildes.xlsx"; decision of 2026-03-01 by A. Bērziņa',
        "fails „atbildes.xlsx”; 01.03.2026. lēmums (A. Bērziņa)",
    ),
    ("", ""),
]


@pytest.mark.parametrize(("code", "latvian"), CODES)
def test_a_code_reads_in_latvian_and_stays_in_english(code: str, latvian: str) -> None:
    assert source_label(code, "lv") == latvian
    assert source_label(code, "en") == code


@pytest.mark.parametrize("lang", ["lv", "en"])
@pytest.mark.parametrize(
    "code",
    [
        "footnote",
        "footnote 35 and 37",
        "footnotes 35",
        "footnotes 35, 37",
        "footnote 6, listed",
        "chapter Ievads",
        'footnote 6; chapter ""',
    ],
)
def test_what_begins_like_a_code_and_is_none_is_refused(code: str, lang: str) -> None:
    with pytest.raises(ValueError, match="footnote"):
        source_label(code, lang)


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(KeyError, match="de"):
        source_label("footnote 35", "de")


def test_each_label_has_both_languages_and_each_caveat_is_a_sentence() -> None:
    labels = tomllib.loads(LABELS.read_text(encoding="utf-8"))
    assert set(labels) == {"institution_type", "evidence", "caveat", "statement_theme", "note"}
    for codes in labels.values():
        for entry in codes.values():
            assert set(entry) == {"lv", "en"}
            assert all(entry.values())
    for entry in labels["caveat"].values():
        assert all(text.endswith(".") for text in entry.values())
