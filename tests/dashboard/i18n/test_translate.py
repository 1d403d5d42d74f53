"""The catalogue is whole in both languages, and a missing word is an error with a name."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.i18n.translate import LANGUAGES, OF_SURVEY, STUDY, Words, catalogue

from .world import plain

ROOT = Path(__file__).parents[3]
LABELS = ROOT / "etl" / "labels.toml"
FORMS = {"lv": {"zero", "one", "other"}, "en": {"one", "other"}}


def texts(entry: str | dict[str, str]) -> list[str]:
    return list(entry.values()) if isinstance(entry, dict) else [entry]


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def test_both_languages_have_the_same_keys_and_the_same_plural_entries() -> None:
    latvian, english = catalogue("lv"), catalogue("en")
    assert list(latvian) == list(english)
    assert {k for k, e in latvian.items() if isinstance(e, dict)} == {
        k for k, e in english.items() if isinstance(e, dict)
    }


def test_both_languages_have_the_same_placeholders_in_every_form() -> None:
    english = catalogue("en")
    for key, entry in catalogue("lv").items():
        kinds = {frozenset(placeholders(t)) for t in texts(entry) + texts(english[key])}
        assert len(kinds) == 1, key


def asked_for() -> Iterator[str]:
    """What the program may ask the catalogue for: its texts, any name where it puts one in."""
    for path in (ROOT / "dashboard").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield re.escape(node.value)
            if isinstance(node, ast.JoinedStr):
                parts = (
                    re.escape(str(one.value)) if isinstance(one, ast.Constant) else r"[\w.]+"
                    for one in node.values
                )
                if re.search("[a-z]", pattern := "".join(parts).replace(r"[\w.]+", "\0")):
                    yield pattern.replace("\0", r"[\w.]+")


def test_every_text_is_said_somewhere() -> None:
    keys = re.compile("|".join({f"(?:{one})" for one in asked_for() if "." in one}))
    said = {key: key.removeprefix(OF_SURVEY) for key in catalogue("en")}
    assert [key for key, one in said.items() if not keys.fullmatch(one)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_text_is_empty_or_loosely_typed(lang: str) -> None:
    for key, entry in catalogue(lang).items():
        if isinstance(entry, dict):
            assert set(entry) == FORMS[lang], key
        for text in texts(entry):
            assert text.strip() == text != "", key
            assert "  " not in text, key
            assert " - " not in text, key


def test_latvian_print_has_its_own_quotes_and_no_glyph_that_the_fonts_lack() -> None:
    for key, entry in catalogue("lv").items():
        for text in texts(entry):
            assert '"' not in text, key
            assert text.count("„") == text.count("”"), key
            assert not set("≈≤≥→←\u202f") & set(text), key


def test_a_key_gives_the_text_of_its_language() -> None:
    assert Words("lv")("pages.priorities") == "Prioritātes"
    assert Words("en")("pages.priorities") == "Priorities"
    assert "pages.priorities" in Words("lv")
    assert "pages.nowhere" not in Words("lv")


@pytest.mark.parametrize(
    ("n", "latvian", "english"),
    [
        (0, "Par 0 pašvaldībām atbildes nav.", "No answer for 0 municipalities."),
        (1, "Par 1 pašvaldību atbildes nav.", "No answer for 1 municipality."),
        (2, "Par 2 pašvaldībām atbildes nav.", "No answer for 2 municipalities."),
        (11, "Par 11 pašvaldībām atbildes nav.", "No answer for 11 municipalities."),
        (21, "Par 21 pašvaldību atbildes nav.", "No answer for 21 municipalities."),
    ],
)
def test_a_count_chooses_its_plural(n: int, latvian: str, english: str) -> None:
    assert Words("lv")("headline.remainder", n=n) == latvian
    assert Words("en")("headline.remainder", n=n) == english


def test_rows_to_download_follow_the_number() -> None:
    w = Words("lv")
    said = [w("export.download", n=n) for n in (1, 21, 44, 11440)]
    assert said == [
        "Lejupielādēt šo 1 rindu",
        "Lejupielādēt šo 21 rindu",
        "Lejupielādēt šīs 44 rindas",
        "Lejupielādēt šīs 11\N{NO-BREAK SPACE}440 rindas",
    ]


def test_a_count_is_grouped_and_a_year_is_not() -> None:
    assert Words("en")("count.rows", n=1440) == "1,440 rows"
    assert Words("en")("filters.boundary_set", year=2016) == "2016 boundaries"


@pytest.mark.parametrize(
    ("n", "value", "latvian", "english"),
    [
        (1, "\u22121", "\u22121 procentpunkts", "\u22121 percentage point"),
        (2, "2", "2 procentpunkti", "2 percentage points"),
        (11, "\u221211", "\u221211 procentpunktu", "\u221211 percentage points"),
        (21, "21", "21 procentpunkts", "21 percentage points"),
    ],
)
def test_percentage_points_follow_the_number(
    n: int, value: str, latvian: str, english: str
) -> None:
    key = "methods.reconciliation.points"
    assert plain(Words("lv")(key, n=n, value=value)) == latvian
    assert plain(Words("en")(key, n=n, value=value)) == english


def test_branches_and_open_frames_are_counted() -> None:
    lv, en = Words("lv"), Words("en")
    for key in ("lens.agency_elsewhere", "notice.agency.text"):
        assert lv(key, n=26) == (
            "26 NVA filiāļu atrašanās vietas nav publicētas, tāpēc kartē NVA nav. "
            "Visas 26 filiāles, kas atbildēja, sniedza vienādas atbildes."
        )
        assert en(key, n=26) == (
            "The locations of 26 branches are not published, so the map leaves the agency out. "
            "All 26 branches that responded gave the same answers."
        )
    assert lv("lead.frame_open", n=1).startswith("1 pašvaldībā, ")
    assert lv("lead.frame_open", n=4).startswith("4 pašvaldībās, ")


def test_figures_of_the_study_stand_in_no_text_but_are_given_to_it() -> None:
    keys = ("methods.frame.text", "methods.definitions.cases", "lens.agency_elsewhere")
    for lang in LANGUAGES:
        for key in (*keys, "notice.agency.text"):
            for text in texts(catalogue(lang)[key]):
                assert not re.search(r"\d", text), key


def test_no_text_asserts_that_courts_are_missing() -> None:
    may = {
        "lv": ("iespējams, pētījums nenosauc", "iespējams, aptaujā nav", "iespējams, nav"),
        "en": ("study may not name", "survey may not name", "it may not name"),
    }
    for lang in LANGUAGES:
        for key, entry in catalogue(lang).items():
            for text in texts(entry):
                told = ("nenosauc visas", "nav nosauktas visas bāriņ", "not name all")
                asserted = any(one in text for one in told)
                assert not asserted or any(one in text.lower() for one in may[lang]), key


# About the study itself, and shown of no other survey: see pages/sources.py.
OF_THE_STUDY = {
    "profile.source.study",
    "methods.licences.study",
    "footer.source",
    "cli.help.survey",
}
STUDY_WORD = {"lv": "pētījum", "en": "study"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_said_of_the_study_has_other_words_for_any_other_survey(lang: str) -> None:
    entries, word = catalogue(lang), STUDY_WORD[lang]
    of_study = {key for key in entries if any(word in one.lower() for one in texts(entries[key]))}
    others = {key.removeprefix(OF_SURVEY) for key in entries if key.startswith(OF_SURVEY)}
    assert not [key for key in of_study if key.startswith(OF_SURVEY)]
    assert of_study - others == OF_THE_STUDY
    assert others <= set(entries)  # none stands for a key that is no more
    survey = Words(lang, "2026")
    for key in others:
        entry = entries[key]
        values = {name: "x" for one in texts(entry) for name in placeholders(one)} | {"n": 2}
        assert word not in survey(key, **values).lower()
        assert Words(lang, STUDY)(key, **values) == Words(lang)(key, **values) != ""
        assert survey(key, **values) != Words(lang)(key, **values)


def test_words_that_are_true_of_any_survey_are_said_of_each() -> None:
    assert Words("en", "2026")("pages.map") == Words("en")("pages.map")
    assert "pages.study" in Words("lv", "")
    assert Words("lv", "")("pages.study") == "Aptauja"
    assert Words("lv", "2016")("pages.study") == "Pētījums"


def test_an_unknown_key_is_named_with_its_language() -> None:
    with pytest.raises(KeyError, match=r"pages\.nowhere.*lv"):
        Words("lv")("pages.nowhere")


def test_a_missing_value_is_named_with_key_and_language() -> None:
    with pytest.raises(KeyError, match=r"filters\.boundary_set.*en.*year"):
        Words("en")("filters.boundary_set")
    with pytest.raises(KeyError, match=r"legend\.places.*lv.*count n"):
        Words("lv")("legend.places")


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(KeyError, match="de"):
        Words("de")


def test_badges_are_the_labels_of_the_database() -> None:
    labels = tomllib.loads(LABELS.read_text(encoding="utf-8"))
    for lang in LANGUAGES:
        w = Words(lang)
        for code, entry in labels["evidence"].items():
            assert w(f"evidence.{code}.badge") == entry[lang]
        for code, entry in labels["institution_type"].items():
            assert w(f"institution.{code}") == entry[lang]


def test_the_forms_of_a_count_can_be_handed_on() -> None:
    assert Words("en").forms("search.matches") == {"one": "{n} match", "other": "{n} matches"}
    with pytest.raises(TypeError, match=r"action\.copied"):
        Words("en").forms("action.copied")
