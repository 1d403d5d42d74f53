"""Every fault can be said in Latvian and in English, and every text is of a fault that there is."""

import ast
import csv
import io
import re
from pathlib import Path
from string import Formatter

import pytest

import queries
from etl import faults, said
from etl.build import ROOT
from etl.faults import LANGUAGES, Several, texts
from etl.problems import COLUMNS, InputRefused, Problem, write_table
from geodata.faults import catalogue as boundary_faults

PARTS = {f"{part}_{lang}" for part in ("rule", "remedy") for lang in LANGUAGES}
CODES = [
    *faults.catalogue(),
    *(f"boundaries/{code}" for code in boundary_faults()),
    *queries.names("checks"),
]


def names(text: str) -> set[str]:
    """The placeholders of a text."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def literals(room: str) -> set[str]:
    """Every text that stands in the Python of a room."""
    return {
        node.value
        for path in (ROOT / room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


@pytest.mark.parametrize("code", CODES)
def test_a_fault_has_a_rule_and_a_remedy_in_both_languages(code: str) -> None:
    told = texts(code)
    assert set(told) == PARTS
    for part, text in told.items():
        assert text == text.strip() != ""
        assert text.endswith((".", "?")) == part.startswith("remedy"), text
    assert all(told[f"remedy_{lang}"][0].isupper() for lang in LANGUAGES)


@pytest.mark.parametrize("code", CODES)
def test_both_languages_tell_the_same_facts(code: str) -> None:
    told = texts(code)
    facts = [names(told[f"rule_{lang}"]) | names(told[f"remedy_{lang}"]) for lang in LANGUAGES]
    assert facts[0] == facts[1]


def test_every_fault_of_the_catalogue_is_used() -> None:
    assert set(faults.catalogue()) - literals("etl") == set()
    assert set(boundary_faults()) - literals("geodata") == set()


def test_every_fault_that_the_program_names_is_in_the_catalogue() -> None:
    named = set()
    for path in (ROOT / "etl").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = ast.unparse(node.func).rpartition(".")[2]
            place = {
                "Problem": 4,
                "problem": 1,
                "fault": 2,
                "UnusableFigure": 0,
                "PackageRefused": 0,
            }.get(called)
            if place is not None and len(node.args) > place:
                code = node.args[place]
                if isinstance(code, ast.Constant):
                    named.add(code.value)
    assert named
    assert named - set(faults.catalogue()) == set()


def test_the_words_around_a_fault_are_the_same_in_both_languages() -> None:
    assert set(faults.words("lv")) == set(faults.words("en"))
    for key in ("sheet", "row", "column"):
        assert names(faults.words("lv")[key]) == names(faults.words("en")[key]) == {key}


@pytest.fixture
def problem() -> Problem:
    allowed = Several(["planned", "trained"])
    facts = {"question": "training", "allowed": allowed}
    return Problem("answers.csv", 4, "answer", "maybe", "answer_unknown", facts)


def test_a_problem_is_a_sentence_in_english_and_in_latvian(problem: Problem) -> None:
    assert str(problem) == (
        "answers.csv, row 4, column answer: “maybe” is not an answer to training. "
        "Allowed: planned, trained."
    )
    assert problem.sentence("lv") == (
        "answers.csv, 4. rinda, kolonna answer: „maybe” nav atbilde uz jautājumu training. "
        "Atļauts: planned, trained."
    )


def test_the_sheet_of_a_workbook_stands_in_the_sentence() -> None:
    problem = Problem("a.xlsx", 4, "C", "", "cell_empty", sheet="Atbildes")
    assert str(problem) == "a.xlsx, sheet Atbildes, row 4, column C: is empty. Fill the cell."
    latvian = "a.xlsx, lapa Atbildes, 4. rinda, kolonna C: ir tukša. Aizpildiet šūnu."
    assert problem.sentence("lv") == latvian


def test_a_list_is_joined_as_its_language_does() -> None:
    names = Several(["a", "b", "c"])
    assert [f"{names}", f"{names:or}", f"{names:vai}"] == ["a, b, c", "a, b or c", "a, b vai c"]
    assert f"{Several(['a']):or}" == "a"


@pytest.mark.parametrize(
    ("n", "lv", "en"),
    [(1, "1 kļūda:", "1 problem:"), (2, "2 kļūdas:", "2 problems:"),
     (10, "10 kļūdu:", "10 problems:"), (11, "11 kļūdu:", "11 problems:"),
     (21, "21 kļūda:", "21 problems:")],
)  # fmt: skip
def test_a_report_is_headed_by_its_number_in_the_right_form(n: int, lv: str, en: str) -> None:
    refusal = InputRefused([Problem("a.csv", row, "", "", "line_empty") for row in range(n)])
    assert refusal.report("lv").splitlines()[0] == lv
    assert refusal.report("en").splitlines()[0] == refusal.report().splitlines()[0] == en
    assert len(refusal.report("lv").splitlines()) == n + 1


def test_the_same_problem_is_told_once(problem: Problem) -> None:
    assert InputRefused([problem, problem]).report() == f"1 problem:\n{problem}"


def rows(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table, newline=""), delimiter=";"))


def test_the_table_has_place_value_fault_and_both_languages(problem: Problem) -> None:
    table = InputRefused([problem]).table()
    assert table.splitlines()[0] == ";".join(COLUMNS)
    assert rows(table) == [
        {
            "file": "answers.csv", "sheet": "", "row": "4", "column": "answer", "value": "maybe",
            "fault": "answer_unknown",
            "rule_lv": "nav atbilde uz jautājumu training",
            "remedy_lv": "Atļauts: planned, trained.",
            "rule_en": "is not an answer to training", "remedy_en": "Allowed: planned, trained.",
        }
    ]  # fmt: skip


@pytest.mark.parametrize("value", ["=1+1", "@x", "+371", "-1"])
def test_a_value_of_the_table_never_becomes_a_formula(value: str) -> None:
    table = InputRefused([Problem("a.csv", 2, "b", value, "not_a_date")]).table()
    assert rows(table)[0]["value"] == f"'{value}"


def test_a_long_value_is_cut_and_its_lines_joined() -> None:
    problem = Problem("a.csv", 2, "b", "line one\r\nline two " + "x" * 10_000, "not_a_date")
    assert len(str(problem)) < 300
    assert "“line one line two xxx" in str(problem)
    assert re.search("x…”", str(problem))


def test_the_written_table_opens_in_a_spreadsheet(problem: Problem, tmp_path: Path) -> None:
    path = tmp_path / "report.csv"
    write_table([problem], path)
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbffile;sheet;")
    assert raw.count(b"\r\n") == 2
    write_table([], path)
    assert path.read_bytes().count(b"\r\n") == 1


def test_what_is_said_has_the_same_facts_in_both_languages_and_all_plural_forms() -> None:
    named = literals("etl") | literals("dashboard")
    for code, texts_ in said.catalogue().items():
        assert code in named or code.removeprefix("summary_") in named, code
        facts = []
        for lang in LANGUAGES:
            forms = texts_[lang]
            if isinstance(forms, dict):
                assert set(forms) in ({"zero", "one", "other"}, {"one", "other"})
                assert (len(forms) == 3) == (lang == "lv")
                assert all("{n}" in form for form in forms.values())
            forms = forms.values() if isinstance(forms, dict) else [forms]
            facts.append({frozenset(names(form)) for form in forms})
        assert facts[0] == facts[1]
        assert len(facts[0]) == 1
