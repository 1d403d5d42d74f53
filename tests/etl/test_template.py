"""The forms of the template: what they hold, and that they are read as they are filled."""

import csv
from pathlib import Path

import openpyxl
import pytest

from dashboard.cli import main
from etl.replies.template import FILES, write_template
from tests.conftest import SMALL_SURVEY
from tests.etl.replies_read import problems, read, study


@pytest.fixture(params=["lv", "en"])
def forms(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    write_template(study(), tmp_path, request.param)
    return tmp_path


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def save(path: Path, rows: list[list[str]]) -> Path:
    """Save a form as it was, filled: its workbook through another program's library."""
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter=";").writerows(rows)
        return path
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    sheet.delete_rows(1, sheet.max_row)
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


@pytest.mark.parametrize("name", FILES)
def test_a_form_left_as_it_is_holds_one_fault_its_example(forms: Path, name: str) -> None:
    (problem,) = problems(forms / name)
    assert (problem.fault, problem.row) == ("example_row", 2)
    assert read(forms / name).replies == []


@pytest.mark.parametrize("name", FILES)
def test_the_example_would_be_read_in_every_answer_if_it_were_an_institution(
    forms: Path, name: str
) -> None:
    header, example, *_ = rows_of(forms / name.replace(".xlsx", ".csv"))
    path = save(forms / name, [header, ["oc-LV-001", *example[1:]]])
    assert problems(path) == []
    found = read(path).replies
    assert {reply.institution_id for reply in found} == {"oc-LV-001"}
    assert {reply.institution_type for reply in found} == {"orphans_court"}
    asked = {reply.question for reply in found}
    questions = {located.row.question for located in study().questions}
    assert asked == (questions if "wide" in name else {"training"})
    assert all(reply.source in example for reply in found)


def test_the_wide_form_lists_every_institution_that_was_asked(forms: Path) -> None:
    _header, _example, *rows = rows_of(forms / "answers_wide.csv")
    assert [row[0] for row in rows] == [i.row.institution_id for i in study().institutions]
    assert {tuple(row[4:]) for row in rows} == {("",) * (len(rows[0]) - 4)}
    assert read(forms / "answers_wide.csv").silent == len(rows)


def test_the_workbook_offers_the_answers_and_keeps_what_is_typed_as_text(forms: Path) -> None:
    book = openpyxl.load_workbook(forms / "answers_wide.xlsx")
    sheet, lists, guide = book.worksheets
    header = [cell.value for cell in sheet[1]]
    offered = {}
    for rule in sheet.data_validations.dataValidation:
        if rule.type != "list":
            continue
        column = openpyxl.utils.cell.range_boundaries(str(rule.sqref))[0]
        first, last = (int(place.rpartition("$")[2]) for place in rule.formula1.split(":"))
        offered[header[column - 1]] = [lists.cell(row, 2).value for row in range(first, last + 1)]
    for located in study().questions:
        question = located.row
        wording = question.wording_lv if question.wording_lv in header else question.wording_en
        options = [o.row for o in study().answer_options if o.row.question == question.question]
        labels = [o.label_lv if wording == question.wording_lv else o.label_en for o in options]
        assert offered.get(wording) == (None if question.multiple else labels)
    assert sheet["E2"].number_format == "@"
    assert guide.max_row == 7


def test_the_command_writes_the_forms_and_never_over_filled_ones(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["template", "--to", str(tmp_path / "new" / "forms")]) == 0
    paths = [tmp_path / "new" / "forms" / name for name in FILES]
    assert capsys.readouterr().out == "".join(f"{path}\n" for path in paths)
    before = [path.read_bytes() for path in paths]
    for lang, told in (("lv", "Jau ir: "), ("en", "There is already: ")):
        assert main(["template", "--to", str(tmp_path / "new" / "forms"), "--lang", lang]) == 1
        assert capsys.readouterr().err.startswith(told)
    assert [path.read_bytes() for path in paths] == before


def test_the_forms_are_those_of_the_survey_that_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["template", "--wave", str(SMALL_SURVEY), "--to", str(tmp_path)]) == 0
    header, *rows = rows_of(tmp_path / "answers_wide.csv")
    assert "Vai bijušas mācības" in header
    assert len(rows) == 1 + 16
    assert main(["template", "--wave", str(tmp_path / "none"), "--to", str(tmp_path)]) == 1
    assert "kļūdas:" in capsys.readouterr().err
