"""What a person reads of a faulty reply, to the letter, in both languages."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.cli import main
from tests.etl.replies_read import problems
from tests.faulty.case import SHEET, book, repacked, table
from tests.faulty.workbooks import PART, ROWS, formula

COURT, OTHER = "Aglonas novada bāriņtiesa", "Alūksnes novada bāriņtiesa"
Report = Callable[..., list[str]]
MATERIALS_LV = "Vai klientiem pieejami bukleti, plakāti vai citi informatīvie materiāli"
MATERIALS_EN = "Whether leaflets, posters or other information materials are available to clients"


@pytest.fixture
def report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Report:
    """Check a file with the command; the sentences behind its name, in a language."""
    monkeypatch.setenv("RICIBAS_KARTE_DB", str(tmp_path / "none.duckdb"))

    def told(data: bytes, lang: str, name: str = "a.csv") -> list[str]:
        path = tmp_path / name
        path.write_bytes(data)
        assert main(["check", str(path), "--lang", lang]) == 1
        return [line.removeprefix(f"{name}, ") for line in capsys.readouterr().err.splitlines()[1:]]

    return told


def test_who_answered_is_told_by_the_columns_of_the_sheet(report: Report) -> None:
    header = ("Nr.", "ID", "Veids", "Nosaukums", "Novads", "training")
    data = table(
        ("1", "oc-LV_001", "", "", "", "ir"),
        ("2", "oc-LV-001", "sociālais dienests", "", "", "ir"),
        ("3", "oc-LV-001", "", OTHER, "", "ir"),
        ("4", "", "", COURT, "Alūksnes novads", "ir"),
        ("5", "", "SD", "", "Alūksna", "ir"),
        ("6", "", "", "Aglonas bārintisa", "", "ir"),
        ("7", "", "BT", "", "Rēzeknes", "ir"),
        ("8", "", "skola", COURT, "", "ir"),
        header=header,
    )
    places = [line.partition(": ")[0] for line in report(data, "lv")]
    assert places == [
        "2. rinda, kolonna B (ID)",
        "3. rinda, kolonna C (Veids)",
        "4. rinda, kolonna B (ID)",
        "5. rinda, kolonna E (Novads)",
        "6. rinda, kolonna E (Novads)",
        "7. rinda, kolonna D (Nosaukums)",
        "8. rinda, kolonna E (Novads)",
        "9. rinda, kolonna C (Veids)",
    ]
    english = report(data, "en")
    assert [line.partition(": ")[0].replace("row ", "") for line in english] == [
        place.replace(". rinda", "").replace("kolonna", "column") for place in places
    ]
    assert "“sociālais dienests” is not the type of the institution of this row" in english[1]
    for line in english + report(data, "lv"):
        assert not {"institution_id", "institution:", "place:"} & set(line.split())


def test_a_wrong_answer_may_be_left_out_where_it_is_not_known(report: Report) -> None:
    data = table((COURT, "varbūt"), header=("Iestāde", "client_materials"))
    assert report(data, "lv") == [
        (
            f"2. rinda, kolonna B (client_materials): „varbūt” nav atbilde uz jautājumu "
            f"„{MATERIALS_LV}”. Atļauts: „ir”, „nav”, „nav atbildes”. Ja iestāde to nav pateikusi, "
            "atstājiet šūnu tukšu."
        )
    ]
    assert report(data, "en") == [
        (
            f"row 2, column B (client_materials): “varbūt” is not an answer to “{MATERIALS_EN}”. "
            "Allowed: “yes”, “no”, “no answer”. If the institution does not say, leave the cell "
            "empty."
        )
    ]
    long = table((COURT, "client_materials", "varbūt"), header=("Iestāde", "Jautājums", "Atbilde"))
    assert report(long, "lv")[0].endswith("Ja iestāde to nav pateikusi, izdzēsiet rindu.")
    assert report(long, "en")[0].endswith("If the institution does not say, delete the row.")


def test_two_rows_of_one_institution_name_the_other_row_alone(
    report: Report,
) -> None:
    data = table(
        (COURT, "ir"), (OTHER, "ir"), (COURT, "nē"), header=("Iestāde", "client_materials")
    )
    assert report(data, "lv") == [
        (
            "4. rinda, kolonna B (client_materials): „nē” ir pretrunā 2. rindai, kur tā pati "
            f"iestāde, {COURT} (oc-LV-001), uz to pašu jautājumu „{MATERIALS_LV}” ir atbildējusi "
            "„ir”. Paturiet pareizo atbildi: nepareizo šūnu iztukšojiet vai, ja lieka ir visa tā "
            "rinda, izdzēsiet to."
        )
    ]
    assert report(data, "en") == [
        (
            "row 4, column B (client_materials): “nē” contradicts row 2, where the same "
            f"institution, {COURT} (oc-LV-001), answers the same question, “{MATERIALS_EN}”, with "
            "“yes”. Keep the answer that is right: empty the wrong cell, or delete its row "
            "if the whole of it is one too many."
        )
    ]


def test_a_formula_is_told_with_how_it_is_written_and_what_is_kept_of_it(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(book({SHEET: ROWS}, formula(1, 1, '=IF(Z1="",B3,"ir")', "nav")))
    (problem,) = problems(path)
    assert problem.value == "nav"
    assert problem.sentence("lv").startswith(
        "a.xlsx, lapa Atbildes, 2. rinda, kolonna B (client_materials): „nav” ir tas, ko failu "
        'saglabājot deva formula =IF(Z1="",B3,"ir"); tas var būt novecojis. Formulas vietā '
        "ierakstiet pašu atbildi: „ir”, „nav”, „nav atbildes”."
    )
    assert 'the formula =IF(Z1="",B3,"ir") gave when the file was saved' in str(problem)


def test_a_formula_that_was_dragged_down_is_told_with_its_first_cell(tmp_path: Path) -> None:
    """A spreadsheet writes it once; the other cells only point to it."""
    first = book({SHEET: ROWS}, formula(1, 1, "=Z1", "ir"))
    shared = {"B2": '<f t="shared" ref="B2:B3" si="0">Z1</f>', "B3": '<f t="shared" si="0"/>'}
    cells = "".join(f'<c r="{at}" t="str">{f}<v>ir</v></c>' for at, f in shared.items())
    names = (("A1", "Iestāde"), ("B1", "client_materials"), ("A2", COURT), ("A3", OTHER))
    texts = {at: f'<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>' for at, text in names}
    b2, b3 = cells.split('<c r="B3"')
    rows = (
        f'<row r="1">{texts["A1"]}{texts["B1"]}</row><row r="2">{texts["A2"]}{b2}</row>'
        f'<row r="3">{texts["A3"]}<c r="B3"{b3}</row>'
    )
    main_ = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    part = f'<worksheet xmlns="{main_}"><sheetData>{rows}</sheetData></worksheet>'
    path = tmp_path / "a.xlsx"
    path.write_bytes(repacked(first, {PART: part.encode()}))
    told = [problem.sentence("lv") for problem in problems(path)]
    assert [line.partition("deva ")[2].partition(";")[0] for line in told] == [
        "formula =Z1",
        "formula =Z1 (pavilkta no šūnas B2)",
    ]
    assert "the formula =Z1 (copied from cell B2) gave" in str(problems(path)[1])


def test_a_heading_that_was_reworded_is_told_with_the_nearest_ones(report: Report) -> None:
    header = ("Iestāde", "Vai Jums klientiem ir kādi bukleti?", "training")
    data = table((COURT, "", "ir"), header=header)
    (line,) = report(data, "lv")
    assert line.startswith(
        "1. rinda, kolonna B (Vai Jums klientiem ir kādi bukleti?): „Vai Jums klientiem ir kādi "
        "bukleti?” nav pazīstams virsraksts. Līdzīgākie pazīstamie virsraksti: "
    )
    assert f"„{MATERIALS_LV}”" in line
    assert f"“{MATERIALS_EN}”" in report(data, "en")[0]


def test_the_form_of_a_cell_is_shown_by_an_example(tmp_path: Path) -> None:
    facts = [("wave", "pavasaris"), ("source_url", "tiesibsargs.lv")]
    path = tmp_path / "a.xlsx"
    path.write_bytes(book({SHEET: ROWS, "aptauja": facts}))
    told = {p.column: p for p in problems(path) if p.fault == "wrong_form"}
    assert told["wave"].remedy("lv") == "Rakstiet tā: 2026 vai 2026b."
    assert told["source_url"].remedy("en") == "Write it like this: https://www.tiesibsargs.lv/."
    assert not any("^" in p.sentence(lang) for p in told.values() for lang in ("lv", "en"))


def test_the_table_has_the_same_words_as_the_report(tmp_path: Path) -> None:
    path, report_ = tmp_path / "a.csv", tmp_path / "report.csv"
    path.write_bytes(table((COURT, "varbūt"), header=("Iestāde", "client_materials")))
    assert main(["check", str(path), "--report", str(report_)]) == 1
    (row,) = csv.DictReader(io.StringIO(report_.read_text("utf-8-sig")), delimiter=";")
    (problem,) = problems(path)
    assert row["column"] == "B (client_materials)"
    for lang in ("lv", "en"):
        assert (row[f"rule_{lang}"], row[f"remedy_{lang}"]) == (
            problem.rule(lang),
            problem.remedy(lang),
        )
