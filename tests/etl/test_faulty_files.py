"""Every faulty file is told in full, each fault at its place, in both languages."""

import csv
import io
import zipfile
from collections import defaultdict
from pathlib import Path

import pytest
import xlsxwriter

from dashboard.cli import main
from etl.replies import open_file, package, sheet
from tests.etl.replies_read import problems
from tests.faulty import workbooks
from tests.faulty.case import HEADER, SHEET, book, repacked
from tests.faulty.expected import FOLDER, TABLE, expected, place

EXPECTED = expected()
PART = "xl/worksheets/sheet1.xml"


def test_every_faulty_file_has_its_lines_in_the_table_and_there_are_120_at_least() -> None:
    files = {path.name for path in FOLDER.iterdir()} - {TABLE.name}
    assert files == set(EXPECTED)
    assert len(files) >= 120


@pytest.mark.parametrize("name", EXPECTED)
def test_a_faulty_file_is_told_in_full(name: str) -> None:
    told = problems(FOLDER / name)
    assert sorted(map(place, told)) == EXPECTED[name]
    for problem in told:
        for lang in ("lv", "en"):
            sentence = problem.sentence(lang)
            assert sentence.startswith(name)
            assert "{" not in sentence


def parts_of(data: bytes) -> list[tuple[str, tuple[int, ...], bytes]]:
    """Name, time and content of each part; how zlib packs them differs between machines."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return [(one.filename, one.date_time, file.read(one)) for one in file.infolist()]


@pytest.mark.parametrize("name", ["formula.xlsx", "date_made_of_answer.xlsx", "sheet_lost.xlsx"])
def test_a_workbook_that_is_written_anew_is_the_one_that_is_kept(name: str) -> None:
    (made,) = (one for one in workbooks.cases() if one.name == name)
    assert parts_of(made.data) == parts_of((FOLDER / name).read_bytes())


def test_the_command_tells_the_faults_of_all_files_at_once_and_writes_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RICIBAS_KARTE_DB", str(tmp_path / "none.duckdb"))
    report = tmp_path / "report.csv"
    first, *rest = sorted(EXPECTED)
    others = [part for name in rest for part in ("--answers", str(FOLDER / name))]
    arguments = ["check", str(FOLDER / first), *others, "--lang", "lv", "--report", str(report)]
    assert main(arguments) == 1
    with report.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file, delimiter=";"))
    assert capsys.readouterr().err.splitlines()[0].startswith(f"{len(lines)} kļūd")
    told: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    # Of one institution most files speak, and not alike; a garbled name is no name of any.
    beyond = {("reply_name_unknown", "garbled_name.csv")}
    for line in lines:
        fault, name = line["fault"], line["file"]
        if fault != "replies_differ" and (fault, name) not in beyond:
            letter = line["column"].partition(" ")[0]
            told[name].append((line["sheet"], line["row"], letter, fault))
    assert {name: sorted(places) for name, places in told.items()} == EXPECTED
    assert not (tmp_path / "none.duckdb").exists()


def only(path: Path) -> tuple[str, str, str, str]:
    (problem,) = problems(path)
    assert problem.sentence("lv") != problem.sentence("en")
    return place(problem)


# Too large to keep: made here.


def test_a_million_rows_of_csv_end_at_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "million.csv"
    path.write_text("Iestāde;training\n" + "Aglonas novada bāriņtiesa;\n" * 1_000_000, "utf-8")
    assert only(path) == ("", str(sheet.MOST_ROWS + 1), "", "too_many_rows")


def test_a_million_rows_of_a_workbook_end_at_the_limit(tmp_path: Path) -> None:
    row = b"<row><c><v>1</v></c></row>"
    part = b"<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
    part += b"<sheetData>" + row * 1_000_000 + b"</sheetData></worksheet>"
    path = tmp_path / "million.xlsx"
    path.write_bytes(repacked(book({SHEET: (HEADER,)}), {PART: part}))
    assert only(path) == (SHEET, str(sheet.MOST_ROWS + 1), "", "too_many_rows")


def test_a_zip_bomb_is_never_unpacked(tmp_path: Path) -> None:
    zeros = b"\0" * (package.MOST_UNPACKED + 1)
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(repacked(book({SHEET: (HEADER,)}), {"xl/media/image1.bin": zeros}))
    assert path.stat().st_size < 1_000_000
    assert only(path) == ("", "", "", "unpacks_too_large")


def test_a_package_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    data = bytearray(repacked(book({SHEET: (HEADER,)}), {"xl/media/a.bin": b"\0" * 3_000_000}))
    for claim in (b"PK\x03\x04", b"PK\x01\x02"):
        at = data.rindex(claim)
        where = at + (22 if claim == b"PK\x03\x04" else 24)
        data[where : where + 4] = (10).to_bytes(4, "little")
    path = tmp_path / "liar.xlsx"
    path.write_bytes(bytes(data))
    assert only(path) == ("", "", "", "workbook_damaged")


def test_what_is_read_is_the_copy_that_was_measured() -> None:
    data = book({SHEET: (HEADER,)})
    with zipfile.ZipFile(io.BytesIO(package.Package(data).copy)) as copy:
        assert {info.compress_type for info in copy.infolist()} == {zipfile.ZIP_STORED}


def test_entities_that_multiply_are_refused(tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    part = f'<!DOCTYPE w [<!ENTITY e0 "ha">{levels}]><worksheet><sheetData><row><c r="A1" t="str">'
    part += "<v>&e11;</v></c></row></sheetData></worksheet>"
    path = tmp_path / "laughs.xlsx"
    path.write_bytes(repacked(book({SHEET: (HEADER,)}), {PART: part.encode()}))
    assert problems(path)


def test_a_file_that_is_too_large_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(open_file.MOST_BYTES + 1)
    assert only(path) == ("", "", "", "file_too_large")


def test_a_file_that_is_not_there_and_a_folder_are_told(tmp_path: Path) -> None:
    assert only(tmp_path / "none.csv") == ("", "", "", "file_missing")
    assert only(tmp_path) == ("", "", "", "file_unreadable")


def test_formats_down_to_the_last_row_are_no_rows(tmp_path: Path) -> None:
    path = tmp_path / "formats.xlsx"
    with xlsxwriter.Workbook(str(path)) as workbook:
        sheet_ = workbook.add_worksheet(SHEET)
        sheet_.write_row(0, 0, ["Iestāde", "training"])
        sheet_.write_row(1, 0, ["Aglonas novada bāriņtiesa", "ir"])
        for row in range(2, 1_048_576, 50_000):
            sheet_.write_blank(row, 0, None, workbook.add_format({"bold": True}))
    assert problems(path) == []
