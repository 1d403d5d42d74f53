"""Who makes ten mistakes in a filled form mends them all from the report alone, in one round."""

from pathlib import Path

import openpyxl
import pytest

from dashboard.cli import main
from etl.replies.template import write_template
from tests.etl.replies_read import study

DECISIONS = "rakstīts;iestādes veids;iestādes ID;kas izlēma;datums;iemesls"
# Cell: the mistake, what the report must say of it, the mend that it says.
MISTAKES = {
    "I1": (
        "Vai klientus par to izglīto?",
        "„Vai iestāde izglīto klientus par cilvēku tirdzniecību”",
        "Vai iestāde izglīto klientus par cilvēku tirdzniecību",
    ),
    "H10": ("nezinu", "Ja iestāde to nav pateikusi, atstājiet šūnu tukšu.", None),
    "L12": ("vērstos policijā; izsauktu armiju", "„izsauktu armiju” nav", "vērstos policijā"),
    "R20": ("vēstulē labota kļūda", "vai iztukšojiet arī šo šūnu", None),
    "C30": ("Dundagas novada bāriņtiesa", "„Dobeles novada b", "Dobeles novada bāriņtiesa"),
    "C39": ("Jelgavas bāriņtiesa", "lēmumu failā", "Jelgavas bāriņtiesa"),
    "R50": ("x", "Ierakstiet vārdiem, kāpēc", "vēstulē labota kļūda"),
    "E60": ("neatbildēja", "Izlabojiet šo šūnu", "atbildēja"),
    "H66": ("=VLOOKUP(A66,Saraksti!A:B,2,0)", "=VLOOKUP(A66,Saraksti!A:B,2,0)", "ir"),
    "M72": ("internets; nav atbildes", "Paturiet vienu vai otru.", "internets"),
}


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """The form of the template, its example deleted, some of it filled with invented answers."""
    path = write_template(study(), tmp_path)[0]
    book = openpyxl.load_workbook(path)
    sheet = book["Atbildes"]
    sheet.delete_rows(2)
    sheet["C39"].value, sheet["A39"].value, sheet["D39"].value = "Jelgavas bāriņtiesa", None, None
    for row in range(2, 100):
        if row != 20:
            sheet.cell(row, 8).value = ("ir", "nav", "nav atbildes")[row % 3]
            sheet.cell(row, 17).value = f"izdomāta vēstule Nr. {row}"
    book.save(path)
    return path


def filled(form: Path, cells: dict[str, str | None]) -> Path:
    book = openpyxl.load_workbook(form)
    for at, text in cells.items():
        book["Atbildes"][at].value = text
    path = form.with_name("atbildes.xlsx")
    book.save(path)
    return path


def test_ten_mistakes_are_told_at_once_and_mended_in_one_round(
    form: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = filled(form, {at: mistake for at, (mistake, _, _) in MISTAKES.items()})
    assert main(["check", str(path), "--lang", "lv"]) == 1
    heading, *told = capsys.readouterr().err.splitlines()
    assert heading == "10 kļūdu:"
    for at, (_, said, _) in MISTAKES.items():
        place = f"atbildes.xlsx, lapa Atbildes, {at[1:]}. rinda, kolonna {at[:1]} ("
        (line,) = (line for line in told if line.startswith(place))
        assert said in line
    (line,) = (line for line in told if DECISIONS in line)
    row = line.partition("ierakstiet rindu „")[2].partition("”")[0]
    for left, text in {
        "IESTĀDES ID": "oc-LV-JEL",
        "KAS IZLĒMA": "A. Bērziņa",
        "GGGG-MM-DD": "2026-11-29",
        "KĀPĒC": "pēc adreses",
    }.items():
        row = row.replace(left, text)
    decisions = tmp_path / "lēmumi.csv"
    decisions.write_bytes(f"{DECISIONS}\r\n{row}\r\n".encode("cp1257"))
    path = filled(form, {at: mend for at, (_, _, mend) in MISTAKES.items()})
    assert main(["check", str(path), "--decisions", str(decisions), "--lang", "lv"]) == 0
    assert capsys.readouterr().out.endswith(f"Failu {path} var ielādēt.\n")
