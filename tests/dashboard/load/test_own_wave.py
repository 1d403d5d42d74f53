"""A workbook that is a wave of its own, with a question of its own, through the office's page."""

from io import BytesIO
from pathlib import Path

import xlsxwriter

from tests.dashboard.load.office import ended, office, send

FACTS = {
    "wave": "2026",
    "revision": "2026-1",
    "title_lv": "Izdomāta",
    "title_en": "Invented",
    "fieldwork_from": "2026-01-01",
    "fieldwork_to": "2026-03-31",
    "boundary_set": "2025",
    "citation_lv": "Izdomāta.",
    "citation_en": "Invented.",
    "terms_lv": "Izdomāta.",
    "terms_en": "Invented.",
}
SHEETS = {
    "Atbildes": [["Iestāde", "hotline"], ["Talsu novada bāriņtiesa", "policijai"]],
    "aptauja": [[key, value] for key, value in FACTS.items()],
    "jautājumi": [
        ["question", "wording_lv", "wording_en", "answer", "label_lv", "label_en"],
        ["hotline", "Kur zvanītu?", "Whom to call?", "police", "policijai", "the police"],
        ["", "", "", "ngo", "organizācijai", "an NGO"],
    ],
}


def book() -> bytes:
    content = BytesIO()
    with xlsxwriter.Workbook(content) as made:
        for name, rows in SHEETS.items():
            sheet = made.add_worksheet(name)
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    sheet.write_string(row, column, cell)
    return content.getvalue()


def test_it_is_shown_as_a_new_survey_and_as_no_change_of_the_study(
    study_database: Path, tmp_path: Path
) -> None:
    """Beside another wave the study's means are summed in another order: that is no change."""
    served = tmp_path / "x.duckdb"
    served.write_bytes(study_database.read_bytes())
    client = office(served, tmp_path / "loads")
    page = ended(client, send(client, book()).location)
    assert "Gatavs publicēšanai" in page
    assert "Jauna aptauja: 2026." in page
    assert ", 2016</h3>" not in page
