"""Faulty workbooks, and packages that are none."""

from datetime import date, datetime
from typing import Any

from tests.faulty.case import (
    GOOD,
    HEADER,
    OTHER,
    SHEET,
    Case,
    Change,
    Rows,
    book,
    book_case,
    changed,
    package,
    repacked,
)  # fmt: skip

COURT = GOOD[0]
PART = "xl/worksheets/sheet1.xml"
WAVE = (
    ("wave", "2026"), ("revision", "2026-1"), ("title_lv", "Paraugs"), ("title_en", "Example"),
    ("fieldwork_from", "2026-01-01"), ("fieldwork_to", "31.03.2026"), ("boundary_set", "2009"),
    ("citation_lv", "Paraugs."), ("citation_en", "Example."), ("terms_lv", "Brīvi."),
    ("terms_en", "Free."),
)  # fmt: skip
ROWS = (HEADER, GOOD, OTHER)


def written(row: int, column: int, value: Any, form: str = "") -> Change:
    """Write one cell as the spreadsheet would have it, with a number format."""

    def change(workbook: Any, sheets: dict[str, Any]) -> None:
        style = workbook.add_format({"num_format": form}) if form else None
        sheets[SHEET].write(row, column, value, style)

    return change


def formula(row: int, column: int, text: str, value: Any) -> Change:
    def change(_workbook: Any, sheets: dict[str, Any]) -> None:
        sheets[SHEET].write_formula(row, column, text, None, value)

    return change


def merged(*places: tuple[int, int, int, int, str]) -> Change:
    def change(_workbook: Any, sheets: dict[str, Any]) -> None:
        for place in places:
            sheets[SHEET].merge_range(*place)

    return change


def cells() -> list[Case]:
    """What a spreadsheet makes of cells."""
    day, minute = date(2026, 2, 1), datetime(2026, 2, 1, 10, 30)  # noqa: DTZ001 - a cell has none
    one = {
        "formula.xlsx": (formula(1, 2, '="ir"', "ir"), "C", "answer_formula"),
        "formula_never_computed.xlsx": (formula(1, 2, "=A9", ""), "C", "answer_formula_empty"),
        "formula_for_name.xlsx": (formula(1, 0, "=H1", COURT), "A", "cell_formula"),
        "formula_for_source.xlsx": (formula(1, 4, '="vēstule "&1', "vēstule 1"), "E",
                                    "cell_formula"),
        "formula_for_name_never_computed.xlsx": (formula(1, 0, "=H1", ""), "A",
                                                 "cell_formula_empty"),
        "not_available.xlsx": (formula(1, 1, "=NA()", "#N/A"), "B", "answer_error"),
        "reference_lost.xlsx": (formula(1, 0, "=#REF!", "#REF!"), "A", "cell_error"),
        "divided_by_zero.xlsx": (formula(1, 4, "=1/0", "#DIV/0!"), "E", "cell_error"),
        "name_unknown.xlsx": (formula(1, 3, "=IRR()", "#NAME?"), "D", "answer_error"),
        "date_made_of_answer.xlsx": (written(1, 2, day, "dd.mm.yyyy"), "C", "cell_date"),
        "moment_made_of_answer.xlsx": (written(1, 2, minute, "dd.mm.yyyy hh:mm"), "C",
                                       "cell_date"),
        "time_made_of_answer.xlsx": (written(1, 1, 0.4375, "hh:mm"), "B", "cell_date"),
        "date_made_of_name.xlsx": (written(1, 0, day, "dd.mm.yyyy"), "A", "cell_date_for_name"),
        "tick_box_on.xlsx": (written(1, 1, True), "B", "cell_boolean"),
        "tick_box_off.xlsx": (written(1, 1, False), "B", "cell_boolean"),
        "number.xlsx": (written(1, 1, 1), "B", "cell_number"),
        "zero.xlsx": (written(1, 1, 0), "B", "cell_number"),
        "share.xlsx": (written(1, 2, 0.35, "0%"), "C", "cell_number"),
        "number_as_text.xlsx": (written(1, 2, "'1"), "C", "reply_unknown"),
    }  # fmt: skip
    marks = ("Iestāde", "action_on_suspicion: police", "action_on_suspicion: housing")
    return [
        *(book_case(name, ROWS, (2, column, fault), change=change)
          for name, (change, column, fault) in one.items()),
        book_case("formula_for_mark.xlsx", (marks, (COURT, "", "x")), (2, "B", "cell_formula"),
                  change=formula(1, 1, '="x"', "x")),
        book_case("error_for_mark.xlsx", (marks, (COURT, "", "x")), (2, "B", "cell_error"),
                  change=formula(1, 1, "=NA()", "#N/A")),
        book_case("unknown_mark.xlsx", (marks, (COURT, 2, "x")), (2, "B", "mark_unknown")),
    ]  # fmt: skip


def layouts() -> list[Case]:
    """Titles, merged cells, totals, sheets that hide or say nothing."""
    title = (("",) * 5, *ROWS)
    long = (("Iestāde", "Jautājums", "Atbilde"), (COURT, "training", "ir"),
            ("", "client_materials", "nav"))  # fmt: skip
    wide = (["Iestāde", *["piezīmes"] * 299], [COURT, *["x"] * 299])
    hidden = {SHEET: ROWS, "Vecie dati": ROWS}

    def hide(_workbook: Any, sheets: dict[str, Any]) -> None:
        sheets["Vecie dati"].hide()

    def hide_well(_workbook: Any, sheets: dict[str, Any]) -> None:
        sheets["Vecie dati"].very_hidden()

    def chart(workbook: Any, _sheets: dict[str, Any]) -> None:
        pie = workbook.add_chart({"type": "pie"})
        pie.add_series({"values": "='Piezīmes'!$B$1:$B$2"})
        workbook.add_chartsheet("Diagramma").set_chart(pie)

    return [
        book_case("title_merged.xlsx", title, (1, "", "title_above_headings"),
                  change=merged((0, 0, 0, 4, "Aptaujas atbildes"))),
        book_case("groups_merged.xlsx", title, (1, "", "title_above_headings"),
                  change=merged((0, 1, 0, 2, "Materiāli un mācības"))),
        book_case("headings_merged.xlsx", (HEADER[:4], GOOD[:4]), (1, "D", "cells_merged"),
                  change=merged((0, 3, 0, 4, "case_experience"))),
        book_case("names_merged.xlsx", long, (2, "A", "cells_merged"),
                  (3, "", "institution_missing"), change=merged((1, 0, 2, 0, COURT))),
        book_case("answers_merged.xlsx", ROWS, (2, "C", "cells_merged"),
                  change=merged((1, 2, 1, 3, "nav"))),
        book_case("total.xlsx", (*ROWS, ("Kopā", 1, 0, 0, "")), (4, "A", "total_row")),
        book_case("headings_again.xlsx", (*ROWS, HEADER, GOOD), (4, "", "headings_again")),
        book_case("columns_300.xlsx", wide, (1, "", "too_many_columns")),
        book_case("cell_far_below.xlsx", ROWS, (1_048_576, "", "too_many_rows"),
                  change=written(1_048_575, 0, "x")),
        book_case("cell_far_right.xlsx", ROWS, (1, "", "too_many_columns"),
                  change=written(0, 16_383, "x")),
        book_case("header_only.xlsx", (HEADER,), (1, "", "no_rows")),
        book_case("no_headings.xlsx", (GOOD, OTHER), (None, "", "sheet_without_headings")),
        book_case("note_in_a_free_column.xlsx", ((*HEADER,), (*GOOD, "", "zvanīt")),
                  (1, "G", "heading_empty")),
        Case("empty_sheets.xlsx", book({"Sheet1": (), "Sheet2": ()}), [("", None, "", "no_table")]),
        Case("notes_alone.xlsx", book({"Piezīmes": (("Zvanīt", "Rīgai"),)}),
             [("", None, "", "no_table")]),
        Case("answers_among_notes.xlsx", book({SHEET: ROWS, "Piezīmes 2": ROWS}),
             [("Piezīmes 2", None, "", "sheet_of_notes")]),
        Case("chart_alone.xlsx", book({"Piezīmes": (("Zvanīt", 1),)}, chart),
             [("", None, "", "no_table")]),
        Case("hidden_sheet.xlsx", book(hidden, hide), [("Vecie dati", None, "", "sheet_hidden")]),
        Case("well_hidden_sheet.xlsx", book(hidden, hide_well),
             [("Vecie dati", None, "", "sheet_hidden")]),
        Case("second_sheet_unknown.xlsx", book({SHEET: ROWS, "Lapa2": (("abc", "def"),)}),
             [("Lapa2", None, "", "sheet_without_headings")]),
        Case("fault_in_second_sheet.xlsx", book({"Bāriņtiesas": ROWS, "Sociālie dienesti":
             (HEADER, changed(institution="Aglonas novads", materials="daži"))}),
             [("Sociālie dienesti", 2, "B", "reply_unknown")]),
        Case("ten_mistakes.xlsx", *ten_mistakes()),
    ]  # fmt: skip


def ten_mistakes() -> tuple[bytes, list[tuple[str, int | None, str, str]]]:
    """What a stranger may do to one form; every one of them must be told at once."""
    rows: Rows = (
        ("Aptaujas atbildes",),
        ("Iestāde", "client_materials", "trainnig", "case_experience", "response", "Avots"),
        ("Aglonas novada bāriņtiesa", "-", "ir", "nenorada", "atbildēja", "1"),
        ("", "ir", "ir", "nenorāda", "atbildēja", "2"),
        ("Alūksnes novada bāriņtiesa", 1, "ir", "ir; nav", "x", "3"),
        ("Alojas novada bāriņtiesa", True, "ir", "aizdomass", "atbildēja", ""),
        ("Kopā", 2, 3, 1, 4, ""),
    )
    told = [
        (1, "", "title_above_headings"), (2, "C", "heading_misspelt"), (3, "B", "reply_unclear"),
        (4, "", "institution_missing"), (5, "B", "cell_number"), (5, "D", "several_answers"),
        (5, "E", "mark_unclear"), (6, "B", "cell_boolean"), (6, "D", "reply_misspelt"),
        (6, "F", "cell_formula"), (7, "A", "total_row"),
    ]  # fmt: skip
    change = formula(5, 5, '="4"', "4")
    return book({SHEET: rows}, change), [(SHEET, *one) for one in told]


def packages() -> list[Case]:
    """Packages that are damaged, or something else."""
    good = book({SHEET: ROWS})
    locked = bytearray(good)
    locked[6] |= 1
    at = good.index(b"PK\x01\x02")
    locked[at + 8] |= 1
    data = {
        "torn.xlsx": (good[: len(good) // 2], "workbook_damaged"),
        "spoilt.xlsx": (good.replace(good[200:220], b"\0" * 20, 1), "workbook_damaged"),
        "encrypted.xlsx": (bytes(locked), "file_encrypted"),
        "document.docx": (package({"word/document.xml": b"<w/>"}), "file_foreign"),
        "slides.pptx": (package({"ppt/presentation.xml": b"<p/>"}), "file_foreign"),
        "open_document.ods": (package({"content.xml": b"<o/>"}), "file_foreign"),
        "binary_workbook.xlsb": (package({"xl/workbook.bin": b"\0"}), "file_foreign"),
        "other_package.xlsx": (package({"a.txt": b"a"}), "file_foreign"),
        "no_relations.xlsx": (repacked(good, {"xl/_rels/workbook.xml.rels": None}),
                              "workbook_damaged"),
        "broken_workbook.xlsx": (repacked(good, {"xl/workbook.xml": b"<workbook"}),
                                 "workbook_damaged"),
    }  # fmt: skip
    broken = repacked(good, {PART: b"<worksheet><sheetData><row><c"})
    return [
        *(Case(name, content, [("", None, "", fault)]) for name, (content, fault) in data.items()),
        Case("broken_sheet.xlsx", broken, [(SHEET, None, "", "workbook_damaged")]),
        Case("sheet_lost.xlsx", repacked(good, {PART: None}),
             [(SHEET, None, "", "workbook_damaged")]),
    ]  # fmt: skip


def waves() -> list[Case]:
    """Workbooks that are to be a wave of their own, and do not say which."""

    def wave(name: str, facts: Rows, *told: tuple[int | None, str, str],
             change: Change | None = None) -> Case:  # fmt: skip
        data = book({SHEET: ROWS, "aptauja": facts}, change)
        return Case(name, data, [("aptauja", *one) for one in told])

    def computed(_workbook: Any, sheets: dict[str, Any]) -> None:
        sheets["aptauja"].write_formula(1, 1, '="2026-1"', None, "2026-1")

    return [
        wave("wave_without_a_fact.xlsx", WAVE[:-1], (None, "terms_en", "wave_key_missing")),
        wave("wave_with_an_empty_fact.xlsx", (*WAVE[:-1], ("terms_en", "")),
             (11, "terms_en", "cell_empty")),
        wave("wave_with_an_unknown_fact.xlsx", (*WAVE, ("krāsa", "zila")),
             (12, "A", "wave_key_unknown")),
        wave("wave_with_a_fact_twice.xlsx", (*WAVE, ("wave", "2027")), (12, "A", "row_twice")),
        wave("wave_without_a_year.xlsx", (("wave", "pavasaris"), *WAVE[1:]),
             (1, "wave", "wrong_form")),
        wave("wave_with_no_date.xlsx", (*WAVE[:4], ("fieldwork_from", "drīz"), *WAVE[5:]),
             (5, "fieldwork_from", "not_a_date")),
        wave("wave_with_a_formula.xlsx", WAVE, (2, "B", "cell_formula"), change=computed),
    ]  # fmt: skip


def cases() -> list[Case]:
    """Every faulty workbook that is small."""
    return [*cells(), *layouts(), *packages(), *waves()]
