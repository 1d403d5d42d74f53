"""The file of decisions as an office really saves it, and the row that a report proposes for it."""

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from etl.build import STUDY
from etl.problems import Problem
from etl.read_survey import read_survey
from etl.replies.decisions import Decisions
from etl.replies.decisions_file import Decided, proposed, read_decisions
from etl.replies.frame import directory
from etl.replies.matching import Matcher
from tests.etl.replying import A_REPLY

FRAME = directory(read_survey(STUDY))
LATVIAN = ("rakstīts", "iestādes veids", "iestādes ID", "kas izlēma", "datums", "iemesls")
ENGLISH = ("written", "institution_type", "institution_id", "decided_by", "date", "reason")
ROW = ("Alojas novada bāriņtisa", "Bāriņtiesa", "oc-LV-005", "A. Bērziņa", "2026-03-01", "kļūda")
SLIP = replace(A_REPLY, institution="Alojas novada bāriņtisa", institution_type="orphans_court")


def file(path: Path, *rows: tuple[str, ...], separator: str = ";", encoding: str = "utf-8") -> Path:
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(rows)
    path.write_bytes(out.getvalue().encode(encoding))
    return path


def told(path: Path) -> list[tuple[int | None, str, str, str]]:
    decided, problems = read_decisions(path)
    assert bool(problems) != bool(decided)
    for problem in problems:
        assert problem.sentence("lv") != problem.sentence("en")
    return [(one.row, one.column, one.value, one.fault) for one in problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1257"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("header", [LATVIAN, ENGLISH])
def test_any_csv_that_a_spreadsheet_writes_is_read(
    tmp_path: Path, header: tuple[str, ...], separator: str, encoding: str
) -> None:
    path = file(tmp_path / "d.csv", header, ROW, separator=separator, encoding=encoding)
    (decided,), problems = read_decisions(path)
    assert problems == []
    assert decided.row.model_dump(mode="json") == {
        **dict(zip(ENGLISH, ROW, strict=True)),
        "institution_type": "orphans_court",
    }
    assert decided.line == 2


@pytest.mark.parametrize("day", ["01.03.2026", "1.3.2026.", "2026.03.01.", "2026-3-1"])
def test_a_day_is_read_as_a_spreadsheet_writes_it_back(tmp_path: Path, day: str) -> None:
    (decided,), _ = read_decisions(file(tmp_path / "d.csv", LATVIAN, (*ROW[:4], day, ROW[5])))
    assert decided.row.source == "decision of 2026-03-01 by A. Bērziņa"


@pytest.mark.parametrize("day", ["03/01/2026", "31.02.2026", "1. marts", "46082"])
def test_a_day_that_may_be_another_is_refused(tmp_path: Path, day: str) -> None:
    path = file(tmp_path / "d.csv", LATVIAN, (*ROW[:4], day, ROW[5]))
    assert told(path) == [(2, "E (datums)", day, "decision_date")]


def test_a_workbook_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "d.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Lēmumi")
        sheet.write_row(0, 0, LATVIAN)
        sheet.write_row(1, 0, ROW)
        sheet.write_datetime(1, 4, date(2026, 3, 1), book.add_format({"num_format": "dd.mm.yyyy"}))
        sheet.write_row(2, 0, ROW)
        sheet.write_formula(2, 5, '="x"', None, "x")
    decided, problems = read_decisions(path)
    assert [(one.line, str(one.row.date)) for one in decided] == [(2, "2026-03-01")]
    assert [(one.sheet, one.row, one.column, one.fault) for one in problems] == [
        ("Lēmumi", 3, "F (iemesls)", "cell_formula")
    ]


@pytest.mark.parametrize(
    "header",
    [
        ROW,
        LATVIAN[:5],
        (*LATVIAN[:5], "kāpēc"),
        (*LATVIAN, "vecums"),
        ("|".join(LATVIAN),),
    ],
)
def test_another_header_is_refused_with_the_one_that_is_expected(
    tmp_path: Path, header: tuple[str, ...]
) -> None:
    path = file(tmp_path / "d.csv", header, ROW)
    assert [(row, fault) for row, _, _, fault in told(path)] == [(1, "decision_header")]
    _, (problem,) = read_decisions(path)
    assert f"Pirmajai rindai jābūt šādai: {';'.join(LATVIAN)}." in problem.sentence("lv")
    assert f"The first row must be: {','.join(ENGLISH)}." in problem.sentence("en")


def test_notes_beside_the_decision_and_any_order_are_taken(tmp_path: Path) -> None:
    path = file(tmp_path / "d.csv", ("Piezīmes", *reversed(LATVIAN)), ("", *reversed(ROW)))
    assert len(read_decisions(path)[0]) == 1


def test_every_fault_of_a_file_is_told_at_its_cell(tmp_path: Path) -> None:
    path = file(
        tmp_path / "d.csv",
        LATVIAN,
        (ROW[0], "Skola", *ROW[2:]),
        (ROW[0], "", "", "", "", ""),
        (*ROW, "vēl"),
        ("AlÅ«ksnes novada bÄ\x81riÅ†tiesa", *ROW[1:]),
    )
    _, problems = read_decisions(path)
    assert [(one.row, one.column[:1], one.fault) for one in problems] == [
        (5, "A", "letters_garbled"),
        (2, "B", "institution_type_unknown"),
        (3, "C", "cell_empty"),
        (3, "D", "cell_empty"),
        (3, "E", "cell_empty"),
        (3, "F", "cell_empty"),
        (4, "G", "heading_empty"),
    ]


def test_a_file_that_is_missing_or_no_table_is_told(tmp_path: Path) -> None:
    assert told(tmp_path / "none.csv") == [(None, "", "", "file_missing")]
    (tmp_path / "d.csv").write_bytes(b"%PDF-1.7")
    assert told(tmp_path / "d.csv") == [(None, "", "", "file_foreign")]


# The row that a report proposes


def fault_of(reply: object, *decisions: Decided) -> Problem:
    _, problems = Matcher(FRAME, Decisions(decisions, FRAME)).match([reply])  # type: ignore[list-item]
    (problem,) = problems
    return problem


@pytest.mark.parametrize("lang", ["lv", "en"])
def test_the_proposed_row_is_refused_as_it_is_and_decides_once_it_is_filled(
    tmp_path: Path, lang: str
) -> None:
    """What stands between the quotation marks is copied as it is."""
    fact = fault_of(SLIP).facts
    header, row = (f"{getattr(fact[name], lang)}" for name in ("header", "row"))
    assert header in fault_of(SLIP).remedy(lang)
    assert row in fault_of(SLIP).remedy(lang)
    path = tmp_path / "d.csv"
    path.write_text(f"{header}\n{row}\n", "utf-8")
    assert [(column[:1], fault) for _, column, _, fault in told(path)] == [
        (letter, "decision_placeholder") for letter in "DEF"
    ]
    left = {"lv": ("KAS IZLĒMA", "GGGG-MM-DD", "KĀPĒC"), "en": ("WHO DECIDED", "YYYY-MM-DD", "WHY")}
    for placeholder, text in zip(left[lang], ROW[3:], strict=True):
        row = row.replace(placeholder, text)
    path.write_text(f"{header}\n{row}\n", "utf-8")
    decided, problems = read_decisions(path)
    assert problems == []
    matched, problems = Matcher(FRAME, Decisions(decided, FRAME)).match([SLIP])
    assert problems == []
    assert matched[0].institution_id == "oc-LV-005"


def test_where_several_may_be_meant_the_identifier_is_a_placeholder_too(tmp_path: Path) -> None:
    fact = fault_of(replace(SLIP, institution="Jelgavas bāriņtiesa")).facts
    path = tmp_path / "d.csv"
    path.write_text(f"{fact['header'].lv}\n{fact['row'].lv}\n", "utf-8")  # type: ignore[union-attr]
    assert "IESTĀDES ID" in path.read_text("utf-8")
    assert [column[:1] for _, column, _, _ in told(path)] == list("CDEF")


def test_a_name_with_the_separator_in_it_stays_one_cell(tmp_path: Path) -> None:
    facts = proposed('SIA "Aprūpe"; Rīga, centrs', "social_service", "ss-LV-001")
    for lang in ("lv", "en"):
        path = tmp_path / "d.csv"
        lines = (f"{getattr(facts[name], lang)}" for name in ("header", "row"))
        path.write_text("\n".join(lines), "utf-8")
        assert {column[:1] for _, column, _, _ in told(path)} == set("DEF")


# Several files, replayed together


def decided(tmp_path: Path, name: str, *rows: tuple[str, ...]) -> list[Decided]:
    rows_, problems = read_decisions(file(tmp_path / name, LATVIAN, *rows))
    assert problems == []
    return rows_


def test_files_may_repeat_and_must_not_contradict_one_another(tmp_path: Path) -> None:
    first = decided(tmp_path, "a.csv", ROW)
    again = decided(tmp_path, "b.csv", ROW)
    other = decided(tmp_path, "c.csv", (*ROW[:2], "oc-LV-001", *ROW[3:]))
    assert Decisions([*first, *again], FRAME).problems == []
    (problem,) = Decisions([*first, *other], FRAME).problems
    assert (problem.file, problem.row, problem.column, problem.value, problem.fault) == (
        "c.csv", 2, "C (iestādes ID)", "oc-LV-001", "decisions_differ",
    )  # fmt: skip
    assert "failā a.csv ir izlemts citādi: tur tā ir oc-LV-005" in problem.sentence("lv")
    twice = decided(tmp_path, "d.csv", ROW, ROW)
    assert [one.fault for one in Decisions(twice, FRAME).problems] == ["row_twice"]


def test_a_decision_about_another_type_names_the_right_one(tmp_path: Path) -> None:
    row = (ROW[0], "Sociālais dienests", *ROW[2:])
    (problem,) = Decisions(decided(tmp_path, "a.csv", row), FRAME).problems
    assert problem.sentence("lv") == (
        "a.csv, 2. rinda, kolonna B (iestādes veids): „Sociālais dienests” nav iestādes „Alojas "
        "novada bāriņtiesa” (oc-LV-005) veids. Rakstiet „Bāriņtiesa”, iztukšojiet šūnu vai "
        "izlabojiet identifikatoru."
    )
