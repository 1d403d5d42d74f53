"""A decision holds for what it was made about: for no other municipality, for no other branch."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.cli import main
from etl.write import opened

OGRE = "oc-LV-067-pagasti"
HEADINGS = "written,institution_type,institution_id,decided_by,date,reason"
Found = tuple[list[tuple[str, str]], list[int]]
Load = Callable[..., Found]


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Load:
    """Load rows with decisions: the answers that came by them, or the rows that are told."""
    target = tmp_path / "x.duckdb"
    monkeypatch.setenv("RICIBAS_KARTE_DB", str(target))

    def made(heading: str, *rows: str, decided: tuple[str, str]) -> Found:
        answers, decisions, report = (tmp_path / one for one in ("a.csv", "d.csv", "report.csv"))
        answers.write_text("\n".join([heading, *rows]) + "\n", "utf-8")
        row = f"{decided[0]},,{decided[1]},A. Bērziņa,2026-03-01,by its letter"
        decisions.write_text(f"{HEADINGS}\n{row}\n", "utf-8")
        files = ["--answers", str(answers), "--decisions", str(decisions)]
        if main(["build", *files, "--report", str(report)]):
            with report.open(encoding="utf-8-sig", newline="") as file:
                told = {int(row["row"]) for row in csv.DictReader(file, delimiter=";")}
            return [], sorted(told)
        with opened(target) as connection:
            loaded = connection.table("answer").filter("loaded and source like '%decision of%'")
            return sorted(loaded.project("institution_id, answer").fetchall()), []

    return made


HEADING = "Iestāde;Pašvaldība;client_materials"


def test_a_decision_about_a_name_is_none_about_a_row_of_another_municipality(load: Load) -> None:
    name = "Ogres novada bāriņtiesa"
    decided = (name, OGRE)
    for place in ("Ogres novads", ""):
        assert load(HEADING, f"{name};{place};ir", decided=decided) == ([(OGRE, "yes")], [])
    assert load(HEADING, f"{name};Tukuma novads;ir", decided=decided) == ([], [2])


def test_a_name_without_a_place_is_decided_together_with_its_municipality(load: Load) -> None:
    """Two courts of Ogre and several of Gulbene are all "Bāriņtiesa"."""
    row, decided = "Bāriņtiesa;Ogres novads;ir", ("Bāriņtiesa Ogres novads", OGRE)
    assert load(HEADING, row, decided=decided) == ([(OGRE, "yes")], [])
    others = ("Bāriņtiesa;Gulbenes novads;ir", "Bāriņtiesa;Gulbne;ir")
    assert load(HEADING, row, *others, decided=decided) == ([], [3, 4])
    assert load(HEADING, row, decided=("Bāriņtiesa", OGRE)) == ([], [2])


def test_what_is_to_be_decided_stands_ready_with_its_municipality(
    load: Load, capsys: pytest.CaptureFixture[str]
) -> None:
    load(HEADING, "Bāriņtiesa;Ogres novads;ir", decided=("Nekas", OGRE))
    assert "Bāriņtiesa Ogres novads" in capsys.readouterr().err


def test_a_decision_about_one_branch_is_none_about_another(load: Load) -> None:
    rows, decided = ("NVA filiāle;Talsi;ir", "NVA filiāle;Tukums;nav"), "NVA filiāle Talsi"
    branch = "ea-unplaced-07"
    assert load(HEADING, rows[0], decided=(decided, branch)) == ([(branch, "yes")], [])
    assert load(HEADING, *rows, decided=(decided, branch)) == ([], [3])


def test_a_place_without_a_type_may_be_decided_for_another_than_its_court(load: Load) -> None:
    heading, decided = "Iestāde;client_materials", ("Malta", "ss-LV-077")
    assert load(heading, "Malta;ir", decided=decided) == ([("ss-LV-077", "yes")], [])
