"""One command loads a file of answers, invented here and marked so; nothing of it is kept."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from dashboard.cli import main
from etl.build import STUDY
from etl.read_survey import read_survey
from etl.write import opened
from tests.invented_wave import invented_copy_of_the_study

INVENTED = "invented for a test"
DECISIONS = "written,institution_type,institution_id,decided_by,date,reason\n"
FACTS = {
    "wave": "2026",
    "revision": "2026-1",
    "title_lv": "Izdomāta",
    "title_en": "Invented",
    "fieldwork_from": "2026-01-01",
    "fieldwork_to": "2026-03-31",
    "boundary_set": "2021",
    "citation_lv": "Izdomāta.",
    "citation_en": "Invented.",
    "terms_lv": "Izdomāta.",
    "terms_en": "Invented.",
}
Rows = list[list[str]]
Run = Callable[..., int]


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "served" / "ricibas_karte.duckdb"
    monkeypatch.setenv("RICIBAS_KARTE_DB", str(path))
    return path


def workbook(path: Path, rows: Rows, facts: dict[str, str] | None = None) -> Path:
    with xlsxwriter.Workbook(path) as book:
        sheets = {"Atbildes": rows}
        if facts:
            sheets["wave"] = [[key, value] for key, value in facts.items()]
        for name, table in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(table):
                for column, cell in enumerate(row):
                    sheet.write_string(number, column, cell)
    return path


def table(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def asked(path: Path, name: str, columns: str, where: str = "true") -> list[tuple[object, ...]]:
    with opened(path) as connection:
        rows = connection.table(name).filter(where).project(columns).order("all").fetchall()
        return list(rows)


def test_replies_of_all_256_turn_materials_from_estimated_to_reported(
    tmp_path: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As many say yes as the study prints: 19 of 126 courts and 36 of 104 services."""
    survey = read_survey(STUDY)
    responded = {a.row.institution_id for a in survey.answers if a.row.answer == "responded"}
    named = {a.row.institution_id for a in survey.answers if a.row.question == "client_materials"}
    left = {"orphans_court": 19, "social_service": 36 - len(named), "employment_agency": 13}
    rows = [["Iestādes ID", "Iestāde", "client_materials", "Avots"]]
    for located in survey.institutions:
        one = located.row
        if one.institution_id not in responded:
            continue
        yes = one.institution_id in named or left[one.institution_type] > 0
        left[one.institution_type] -= yes and one.institution_id not in named
        unplaced = "bez norādītas vietas" in one.name_lv
        name = ["", one.name_lv.upper()] if not unplaced else [one.institution_id, ""]
        rows.append([*name, "ir" if yes else "nav", INVENTED])
    assert len(rows) == 257
    path = workbook(tmp_path / "atbildes.xlsx", rows)
    assert main(["build", "--answers", str(path)]) == 0
    assert "255 answers added, 1 agree with the survey, 0 contradict it" in capsys.readouterr().out
    materials = "indicator = 'materials_availability'"
    kinds = {row[0] for row in asked(target, "indicator_value", "evidence", materials)}
    assert kinds == {"named", "reported", "no_answer"}
    national = f"{materials} and municipality_code = '' and planning_region = ''"
    columns = "institution_type, numerator, denominator, evidence"
    latvia = set(asked(target, "indicator_value", columns, national))
    assert latvia == {
        ("all", 68, 256, "reported"),
        ("employment_agency", 13, 26, "reported"),
        ("orphans_court", 19, 126, "reported"),
        ("social_service", 36, 104, "reported"),
    }
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert ("loaded atbildes.xlsx", digest) in asked(target, "build_input", "file, sha256")


def test_none_of_several_answers_stands_beside_no_other(
    tmp_path: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    both = table(
        tmp_path / "both.csv",
        "institution_id,information_source",
        "oc-LV-067-pilseta,internets; neizmanto",
    )
    assert main(["check", str(both)]) == 1
    assert "holds “none” beside “the internet”, one of which excludes" in capsys.readouterr().err
    source = next(
        a.row for a in read_survey(STUDY).answers if a.row.question == "information_source"
    )
    none = table(
        tmp_path / "none.csv",
        "institution_id,information_source",
        f"{source.institution_id},neizmanto",
    )
    assert main(["build", "--answers", str(none)]) == 0
    assert asked(target, "conflict", "survey_answer, reply_answer, stands")[0] == (
        source.answer, "none", "survey",
    )  # fmt: skip
    assert asked(target, "answer", "answer", "loaded") == []


@pytest.mark.parametrize(
    ("kind", "question", "numbers"),
    [
        # 126 courts reported, of the 104 services only margins are printed.
        ("orphans_court", "ngo_awareness", (None, 256, "estimated")),
        # 26 branches reported; a percentage of the courts and of the services allows one count.
        ("employment_agency", "client_materials", (81, 256, "derived")),
    ],
)
def test_latvias_evidence_is_the_weakest_of_its_types(
    tmp_path: Path, target: Path, kind: str, question: str, numbers: tuple[object, ...]
) -> None:
    survey = read_survey(STUDY)
    responded = {a.row.institution_id for a in survey.answers if a.row.answer == "responded"}
    kinds = {i.row.institution_id: i.row.institution_type for i in survey.institutions}
    asked_of = sorted(one for one in responded if kinds[one] == kind)
    word = "vērstos" if question == "ngo_awareness" else "ir"
    other = "nevērstos" if question == "ngo_awareness" else "nav"
    few = 26  # within what the study prints of the courts
    rows = [f"{one},{word if n < few else other}" for n, one in enumerate(asked_of)]
    path = table(tmp_path / "a.csv", f"institution_id,{question}", *rows)
    assert main(["build", "--answers", str(path)]) == 0
    indicator = {"ngo_awareness": "ngo_awareness", "client_materials": "materials_availability"}
    where = f"indicator = '{indicator[question]}' and institution_type = 'all'"
    where += " and boundary_set = '2009' and municipality_code = '' and planning_region = ''"
    assert asked(target, "indicator_value", "numerator, denominator, evidence", where) == [numbers]


def test_what_is_not_exact_is_refused_with_three_and_a_ready_row_that_then_decides(
    tmp_path: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = table(
        tmp_path / "a.csv",
        "institution,client_materials",
        "Alojas novada bāriņtisa,ir",
        "NVA Talsu filiāle,nav",
        "Jelgavas bāriņtiesa,ir",
    )
    assert main(["check", str(answers)]) == 1
    told = capsys.readouterr().err
    assert "3 problems" in told
    assert "Alojas novada bāriņtiesa (oc-LV-005, " in told
    ready = "Alojas novada bāriņtisa,,oc-LV-005,WHO DECIDED,YYYY-MM-DD,WHY"
    assert f"“{DECISIONS.strip()}”, add the row “{ready}” and write" in told
    ready = "Jelgavas bāriņtiesa,orphans_court,INSTITUTION ID,WHO DECIDED,YYYY-MM-DD,WHY"
    assert f"add the row “{ready}” and write" in told
    decisions = table(
        tmp_path / "decisions.csv",
        DECISIONS.strip(),
        "Alojas novada bāriņtisa,,oc-LV-005,A. Bērziņa,2026-03-01,a slip",
        "NVA Talsu filiāle,employment_agency,ea-unplaced-07,A. Bērziņa,2026-03-01,by its letter",
        "jelgavas barintiesa,orphans_court,oc-LV-JEL,A. Bērziņa,2026-03-01,by its address",
        "Nekas,,oc-LV-001,A. Bērziņa,2026-03-01,unused",
    )
    assert main(["build", "--answers", str(answers), "--decisions", str(decisions)]) == 0
    assert (
        "decisions.csv, row 5, column A (written): “Nekas” stands in no file of answers, or is "
        "found without a decision. Remove the row if it is no longer needed."
    ) in capsys.readouterr().out
    source = 'file "a.csv"; decision of 2026-03-01 by A. Bērziņa'
    assert asked(target, "answer", "institution_id, answer, source", "loaded") == [
        ("ea-unplaced-07", "no", source),
        ("oc-LV-005", "yes", source),
        ("oc-LV-JEL", "yes", source),
    ]
    files = [row[0] for row in asked(target, "build_input", "file", "file like 'loaded %'")]
    assert files == ["loaded a.csv", "loaded decisions.csv"]


def test_decisions_that_cannot_be_right_are_faults(
    tmp_path: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = table(tmp_path / "a.csv", "institution,client_materials", "Talsu SD,ir")
    decisions = table(
        tmp_path / "d.csv",
        DECISIONS.strip(),
        "X,,oc-LV-999,A,2026-03-01,r",
        "Y,social_service,oc-LV-001,A,2026-03-01,r",
        "Talsu SD,,ss-LV-001,A,2026-03-01,r",
        "Z,,oc-LV-001,A,1. marts,r",
        "W,,oc-LV-001,A,2026-03-01,",
        "V,,oc-LV-001,A,2026-03-01,r",
        "v,,oc-LV-002,A,2026-03-01,r",
    )
    assert main(["check", str(answers), "--decisions", str(decisions)]) == 1
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "6 problems:"
    assert [line.partition(":")[0] for line in told[1:]] == [
        "d.csv, row 2, column C (institution_id)",
        "d.csv, row 3, column B (institution_type)",
        "d.csv, row 4, column A (written)",
        "d.csv, row 5, column E (date)",
        "d.csv, row 6, column F (reason)",
        "d.csv, row 8, column A (written)",
    ]


def test_a_file_with_the_facts_of_a_wave_is_a_wave_of_its_own(
    tmp_path: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        ["Iestāde", "response", "client_materials", "training"],
        ["Amatas novada sociālais dienests", "", "ir", "ir"],
        ["Cēsu nov. bāriņtiesa", "", "nav", "nav atbildes"],
        ["Valmieras novada sociālais dienests", "", "ir", "nav"],
        ["Alojas bāriņtiesa", "neatbildēja", "", ""],
    ]
    path = workbook(tmp_path / "w.xlsx", rows, FACTS)
    assert main(["build", "--answers", str(path)]) == 0
    here = "wave = '2026'"
    columns = "institution_id, name_lv, municipality_code"
    assert asked(target, "institution", columns, here) == [
        ("oc-LV-005", "Alojas novada bāriņtiesa", "LV-054"),
        ("oc-LV-022", "Cēsu novada bāriņtiesa", "LV-022"),
        ("ss-LV-008", "Amatas novada sociālais dienests", "LV-022"),
        ("ss-LV-113", "Valmieras novada sociālais dienests", "LV-113"),
    ]
    told = asked(target, "answer", "institution_id, question, answer, evidence", here)
    assert ("oc-LV-005", "response", "no_response", "reported") in told
    assert ("oc-LV-022", "training", "no_answer", "no_answer") in told
    assert ("ss-LV-008", "response", "responded", "reported") in told
    assert len(told) == 10
    assert asked(target, "conflict", "wave") == []
    before = asked(target, "answer", "count(*)", "wave = '2016'")
    assert before == [(1292,)]


def test_a_misspelt_name_founds_no_institution_of_a_new_wave(
    tmp_path: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        ["Iestāde", "client_materials"],
        ["Valmeiras novada sociālais dienests", "ir"],
        ["Rēzeknes novada Maltsa pagasta bāriņtiesa", "ir"],
    ]
    path = workbook(tmp_path / "w.xlsx", rows, FACTS)
    assert main(["build", "--answers", str(path)]) == 1
    told = capsys.readouterr().err
    assert "2 problems" in told
    assert "“Valmeiras novada sociālais dienests”" in told
    assert not target.exists()


def test_an_unknown_wave_is_told_with_those_that_are(
    tmp_path: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = table(tmp_path / "a.csv", "institution,client_materials", "Talsu SD,ir")
    assert main(["build", "--answers", str(answers), "--wave", "2030"]) == 1
    told = "--wave: “2030” is not a wave of the surveys that are built. Built are: 2016."
    assert told in capsys.readouterr().err


def test_builds_of_other_data_have_another_identity(tmp_path: Path, target: Path) -> None:
    """One file of replies may complete this wave or that, or be a wave within these boundaries."""
    answers = table(tmp_path / "a.csv", "institution_id,client_materials", "oc-LV-002,ir")
    copy = invented_copy_of_the_study(tmp_path / "copy", "2019", {})
    surveys = ["--survey", "2016", "--survey", str(copy)]

    def identity(*arguments: str) -> object:
        assert main(["build", "--answers", str(answers), *arguments]) == 0
        return asked(target, "build_info", "inputs_sha256")[0][0]

    found = [identity(*surveys, "--wave", wave) for wave in ("2016", "2019")]
    for boundary_set in ("2009", "2021"):
        lines = (f'{key} = "{cell}"' for key, cell in FACTS.items() if "fieldwork" not in key)
        dates = ("fieldwork_from = 2026-01-01", "fieldwork_to = 2026-03-31")
        facts = [line for line in lines if not line.startswith("boundary_set")]
        table(tmp_path / "wave.toml", *facts, *dates, f'boundary_set = "{boundary_set}"')
        found.append(identity())
    assert len(set(found)) == 4


def test_a_place_that_is_none_beside_an_identifier_is_told_and_refuses_nothing(
    tmp_path: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = table(
        tmp_path / "a.csv",
        "institution_id;Pašvaldība;client_materials;training",
        "oc-LV-029;Kuldigas rajons;ir;ir",
        "oc-LV-032;Dienvidkurzemes novads;ir;ir",  # since 2021
        "oc-LV-033;Gulbene;ir;ir",
    )
    main(["check", str(answers), "--lang", "lv"])
    told = "".join(capsys.readouterr())
    said = "2. rinda, kolonna B (Pašvaldība): „Kuldigas rajons” nav pašvaldība nevienās robežās"
    assert told.count("nav pašvaldība nevienās robežās") == 1
    assert said in told
