"""A new wave with questions of its own, from one workbook or from CSV files. All is invented."""

import csv
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from dashboard.cli import main
from etl.build import STUDY
from etl.read_survey import read_survey
from etl.replies.matching import Matched
from etl.replies.new_wave import _NewFrame
from etl.write import opened
from tests.etl.replying import A_REPLY

FACTS = {
    "wave": "2026",
    "revision": "2026-1",
    "title_lv": "Izdomāta",
    "title_en": "Invented",
    "fieldwork_from": "01.02.2026",
    "fieldwork_to": "2026-03-31",
    "boundary_set": "2025",
    "citation_lv": "Izdomāta.",
    "citation_en": "Invented.",
    "terms_lv": "Izdomāta.",
    "terms_en": "Invented.",
    "source_url": "",
}
HOTLINE = [
    ["hotline", "Kur zvanītu?", "Whom to call?", "police", "policijai", "the police"],
    ["", "", "", "ngo", "organizācijai", "an NGO"],
]
QUESTION_HEADINGS = "Jautājuma kods;Jautājums latviski;Jautājums angliski;Atbildes kods;Atbilde latviski;Atbilde angliski"  # noqa: E501
TRAINING = (
    "Vai vismaz viens darbinieks ieguvis zināšanas par cilvēku tirdzniecības upuru identificēšanu"
)
Rows = list[tuple[object, ...]]


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "served" / "ricibas_karte.duckdb"
    monkeypatch.setenv("RICIBAS_KARTE_DB", str(path))
    return path


def asked(path: Path, sql: str) -> Rows:
    with opened(path) as connection:
        return connection.execute(sql).fetchall()


def lines(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    return path


def facts_file(folder: Path, **facts: str) -> Path:
    return lines(folder / "facts.csv", [[k, v] for k, v in (FACTS | facts).items() if v])


def questions_file(folder: Path, *more: Sequence[str]) -> Path:
    training = [
        ["training", TRAINING, "Trained?", "trained", "ir", "yes"],
        ["training", "", "", "not_trained", "nav", "no"],
    ]
    return lines(folder / "questions.csv", [QUESTION_HEADINGS.split(";"), *training, *more])


# One workbook, from the template


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """The template for a new wave, filled: facts, one more question, two institutions."""
    assert main(["template", "--new-wave", "2026", "--to", str(tmp_path / "forms")]) == 0
    path = tmp_path / "forms" / "answers_wide.xlsx"
    book = openpyxl.load_workbook(path)
    facts = book["Aptauja"]
    for row, value in enumerate(FACTS.values(), 2):
        facts.cell(row, 2).value = value or None
    questions = book["Jautājumi"]
    for cells in HOTLINE:
        questions.append(cells)
    questions.cell(questions.max_row - 1, 7).value = "vairākas atbildes"
    answers = book["Atbildes"]
    answers.delete_rows(2)  # the example
    headings = [cell.value for cell in answers[1]]
    column = len(headings) + 1
    answers.cell(1, column).value = "Kur zvanītu?"
    at = {str(answers.cell(row, 1).value): row for row in range(2, answers.max_row + 1)}
    answers.cell(at["oc-LV-002"], headings.index(TRAINING) + 1).value = "ir"
    answers.cell(at["oc-LV-002"], column).value = "policijai; organizācijai"
    answers.cell(at["ss-LV-002"], headings.index(TRAINING) + 1).value = "nav"
    for identifier, row in sorted(at.items(), key=lambda one: -one[1]):
        if identifier not in {"oc-LV-002", "ss-LV-002"}:
            answers.delete_rows(row)
    book.save(path)
    return path


def test_one_workbook_is_a_wave_with_a_question_of_its_own(filled: Path, target: Path) -> None:
    assert main(["build", "--answers", str(filled)]) == 0
    mine = asked(
        target, "select question, theme, wording_en, multiple from question "
                "where wave = '2026' and question in ('hotline', 'training') order by all"
    )  # fmt: skip
    assert mine == [
        ("hotline", "hotline", "Whom to call?", True),
        (
            *("training", "training"),
            "Whether at least one member of staff has knowledge of identifying trafficking victims",
            False,
        ),
    ]
    answers = asked(target, "select answer from answer where question = 'hotline' order by all")
    assert answers == [("ngo",), ("police",)]
    # The same question of the study is compared: Aizkraukle's court was not trained.
    compared = asked(
        target, "select before_lower, after_lower, reason from indicator_change where "
                "indicator = 'training_coverage' and institution_type = 'orphans_court' "
                "and municipality_code = 'LV-002'"
    )  # fmt: skip
    assert len(compared) == 1
    everything = asked(target, "select count(*) from question where wave = '2026'")
    assert everything[0][0] == asked(
        target, "select count(*) + 1 from question where wave = '2016'"
    )[0][0]  # fmt: skip


def test_the_template_as_it_stands_tells_what_is_left_to_fill(
    tmp_path: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["template", "--new-wave", "2026", "--to", str(tmp_path / "forms")]) == 0
    capsys.readouterr()
    form = tmp_path / "forms" / "answers_wide.xlsx"
    assert main(["check", str(form), "--lang", "lv"]) == 1
    told = capsys.readouterr().err
    assert "lapa Aptauja, 4. rinda" in told  # no title
    assert "Jautājumi" not in told
    assert not target.exists()


@pytest.mark.parametrize("lang", ["lv", "en"])
def test_the_questions_of_the_template_are_those_of_the_study(
    tmp_path: Path, target: Path, lang: str
) -> None:
    """Written out and read again, as CSV, in either language, they are the same rows."""
    folder = tmp_path / "forms"
    assert main(["template", "--new-wave", "2026", "--lang", lang, "--to", str(folder)]) == 0
    answers = lines(tmp_path / "a.csv", [["Iestāde", "training"], ["Talsu novada SD", "ir"]])
    given = ["--wave-facts", str(facts_file(tmp_path))]
    given += ["--questions", str(folder / "wave_questions.csv")]
    assert main(["build", "--answers", str(answers), *given]) == 0
    for table in ("question", "answer_option"):
        with opened(target) as connection:
            rows = [
                connection.sql(f"select * exclude (wave, position) from {table} "
                               f"where wave = '{wave}' order by all").fetchall()
                for wave in ("2016", "2026")
            ]  # fmt: skip
        assert rows[0] == rows[1]


def test_a_template_that_is_no_new_wave_has_no_sheets_of_one(tmp_path: Path) -> None:
    assert main(["template", "--to", str(tmp_path)]) == 0
    assert openpyxl.load_workbook(tmp_path / "answers_wide.xlsx").sheetnames == [
        *("Atbildes", "Saraksti", "Norādes"),
    ]
    assert not (tmp_path / "wave_facts.csv").exists()


# CSV files


def test_files_of_facts_and_questions_make_csv_files_one_wave(tmp_path: Path, target: Path) -> None:
    courts = lines(
        tmp_path / "courts.csv",
        [["Iestāde", "training", "hotline"], ["Talsu novada bāriņtiesa", "ir", "policijai"]],
    )
    services = lines(
        tmp_path / "services.csv",
        [["Iestāde", "training"], ["Talsu novada sociālais dienests", "nav"]],
    )
    given = ["--wave-facts", str(facts_file(tmp_path))]
    given += ["--questions", str(questions_file(tmp_path, *HOTLINE))]
    files = ["--answers", str(courts), "--answers", str(services)]
    assert main(["build", *files, *given]) == 0
    waves = asked(target, "select wave, boundary_set from wave order by all")
    assert waves == [("2016", "2009"), ("2026", "2025")]
    found = asked(
        target, "select institution_id, question, answer, source from answer "
                "where wave = '2026' order by all"
    )  # fmt: skip
    assert [row[:3] for row in found] == [
        ("oc-LV-097", "hotline", "police"),
        ("oc-LV-097", "response", "responded"),
        ("oc-LV-097", "training", "trained"),
        ("ss-LV-097", "response", "responded"),
        ("ss-LV-097", "training", "not_trained"),
    ]
    inputs = {row[0] for row in asked(target, "select file from build_input")}
    assert {"loaded facts.csv", "loaded questions.csv", "loaded courts.csv"} <= inputs


def test_facts_as_toml_say_the_same(tmp_path: Path, target: Path) -> None:
    facts = FACTS | {"fieldwork_from": "2026-02-01"}
    toml = tmp_path / "facts.toml"
    dates = {"fieldwork_from", "fieldwork_to"}
    toml.write_text(
        "\n".join(f"{k} = {v}" if k in dates else f'{k} = "{v}"' for k, v in facts.items() if v),
        "utf-8",
    )
    answers = lines(tmp_path / "a.csv", [["Iestāde", "training"], ["Talsu novada SD", "ir"]])
    assert main(["build", "--answers", str(answers), "--wave-facts", str(toml)]) == 0
    waves = asked(target, "select wave, fieldwork_from::VARCHAR from wave order by all")
    assert waves[1] == ("2026", "2026-02-01")


def test_faults_of_facts_and_questions_are_told_once_each(
    tmp_path: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [
        lines(tmp_path / f"{n}.csv", [["Iestāde", "training"], [f"Talsu novada {kind}", "ir"]])
        for n, kind in enumerate(("SD", "bāriņtiesa"))
    ]
    given = ["--wave-facts", str(facts_file(tmp_path, fieldwork_to="drīz"))]
    wrong = ["hotline", "Kur?", "", "police", "policijai", "the police"]
    given += ["--questions", str(questions_file(tmp_path, wrong))]
    assert main(["check", *map(str, files[:1]), "--answers", str(files[1]), *given]) == 1
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "2 problems:"
    assert told[1].startswith("facts.csv, row 6, column fieldwork_to: “drīz” ")
    assert told[2].startswith("questions.csv, row 4, column C (Jautājums angliski): ")


def test_a_wave_is_told_in_one_place(
    filled: Path, tmp_path: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["--wave-facts", str(facts_file(tmp_path))]
    assert main(["build", "--answers", str(filled), *given, "--lang", "lv"]) == 1
    told = capsys.readouterr().err
    assert "1 kļūda" in told
    assert "lapa Aptauja: stāsta par aptauju, bet facts.csv to jau ir pastāstījis." in told
    assert not target.exists()


def test_questions_are_for_a_new_wave_alone(
    tmp_path: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = lines(tmp_path / "a.csv", [["Iestāde", "training"], ["Talsu novada SD", "ir"]])
    assert main(["check", str(answers), "--questions", str(questions_file(tmp_path))]) == 1
    assert "questions of its own, but with no facts of a survey" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--wave-facts", "--questions"])
def test_a_file_that_is_missing_is_told(
    tmp_path: Path, target: Path, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    answers = lines(tmp_path / "a.csv", [["Iestāde", "training"], ["Talsu novada SD", "ir"]])
    assert main(["check", str(answers), option, str(tmp_path / "none.csv")]) == 1
    assert "none.csv: is missing. Add the file" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--wave-facts", "--questions"])
def test_they_say_nothing_without_answers(
    tmp_path: Path, target: Path, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    for command in ("build", "check"):
        assert main([command, option, str(facts_file(tmp_path))]) == 2
        assert "--answers" in capsys.readouterr().err


# Places of other boundaries


def test_a_municipality_of_newer_boundaries_is_told_as_such(
    tmp_path: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Valmieras novads is there since 2021; a misspelling is in no boundaries."""
    rows = [
        ["Iestādes veids", "Pašvaldība", "training"],
        ["bāriņtiesa", "Valmieras novads", "ir"],
        ["bāriņtiesa", "Valmeiras novads", "ir"],
    ]
    answers = lines(tmp_path / "a.csv", rows)
    assert main(["check", str(answers)]) == 1
    told = capsys.readouterr().err
    assert (
        "“Valmieras novads” names a municipality that there is within the boundaries of 2021, but "
        "the survey is within those of 2009. Write the municipality as it is within the "
        "boundaries of 2009."
    ) in told
    assert "“Valmeiras novads” is not a municipality within the boundaries of this survey" in told


def test_so_it_is_in_a_new_wave_within_older_boundaries(
    tmp_path: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [["Iestāde", "training"], ["Valmieras novada bāriņtiesa", "ir"]]
    answers = lines(tmp_path / "a.csv", rows)
    given = ["--wave-facts", str(facts_file(tmp_path, boundary_set="2009")), "--lang", "lv"]
    assert main(["check", str(answers), *given]) == 1
    assert (
        "„Valmieras novada bāriņtiesa” nosauc pašvaldību, kāda ir 2021. gada robežās, bet "
        "aptauja ir 2009. gada robežās."
    ) in capsys.readouterr().err
    newer = ["--wave-facts", str(facts_file(tmp_path, boundary_set="2021"))]
    assert main(["check", str(answers), *newer]) == 0


def test_a_new_institution_beside_another_municipality_is_none(
    tmp_path: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Dienvidkurzemes novads is new: no earlier institution stands there."""
    name = "Dienvidkurzemes novada bāriņtiesa"
    given = ["--wave-facts", str(facts_file(tmp_path))]
    for place, said in (
        ("Valmieras novads", "“Valmieras novads” is not the municipality that the name"),
        ("Valmeiras novads", "“Valmeiras novads” is not a municipality"),
    ):
        answers = lines(
            tmp_path / "a.csv", [["Iestāde", "Pašvaldība", "training"], [name, place, "ir"]]
        )
        assert main(["check", str(answers), *given]) == 1
        told = capsys.readouterr().err
        assert "1 problem:" in told
        assert f"a.csv, row 2, column B (Pašvaldība): {said}" in told
    answers = lines(
        tmp_path / "a.csv",
        [["Iestāde", "Pašvaldība", "training"], [name, "Dienvidkurzemes novads", "ir"]],
    )
    assert main(["check", str(answers), *given]) == 0


def test_a_seat_that_older_boundaries_do_not_have_is_told_at_the_column_that_names_it() -> None:
    survey = read_survey(STUDY)
    assert survey.facts is not None
    newer = replace(survey, facts=survey.facts.model_copy(update={"boundary_set": "2025"}))
    frame = _NewFrame(newer, "2009")
    one = replace(A_REPLY, institution_id="oc-LV-002")
    frame.keep(Matched(one, "oc-LV-002"))
    (problem,) = frame.problems
    assert (problem.fault, problem.column) == ("seat_unknown", "A (Iestādes ID)")


# What is wrong is called as the sheet calls it


def test_a_fact_is_called_as_its_heading_in_the_sheet_stands(
    filled: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = openpyxl.load_workbook(filled)
    facts = book["Aptauja"]
    rows = {str(facts.cell(row, 1).value): row for row in range(1, facts.max_row + 1)}
    facts.cell(rows["Aptauja no"], 2).value = "pavasarī"
    facts.cell(rows["Robežu kopa"], 2).value = None
    facts.delete_rows(rows["Izmantošanas noteikumi angliski"])
    book.save(filled)
    assert main(["check", str(filled), "--lang", "lv"]) == 1
    heading, *told = capsys.readouterr().err.splitlines()
    assert heading == "3 kļūdas:"
    assert [line.partition(": ")[0].removeprefix("answers_wide.xlsx, lapa ") for line in told] == [
        "Aptauja, kolonna Izmantošanas noteikumi angliski (terms_en)",
        "Aptauja, 6. rinda, kolonna Aptauja no (fieldwork_from)",
        "Aptauja, 8. rinda, kolonna Robežu kopa (boundary_set)",
    ]


def test_a_fact_that_is_none_is_told_with_the_headings_that_are_known(
    filled: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = openpyxl.load_workbook(filled)
    book["Aptauja"].append(["Krāsa", "zila"])
    book.save(filled)
    assert main(["check", str(filled), "--lang", "lv"]) == 1
    assert "Zināmās: Aptaujas gads (wave), Datu versija (revision), " in capsys.readouterr().err
    assert main(["check", str(filled)]) == 1
    assert "Known: wave, revision, " in capsys.readouterr().err


def test_boundaries_that_there_are_not_are_told_at_their_cell(
    tmp_path: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = lines(tmp_path / "a.csv", [["Iestāde", "training"], ["Talsu novada SD", "ir"]])
    given = ["--wave-facts", str(facts_file(tmp_path, boundary_set="2024")), "--lang", "lv"]
    assert main(["check", str(answers), *given]) == 1
    assert capsys.readouterr().err == (
        "1 kļūda:\nfacts.csv, 7. rinda, kolonna boundary_set: „2024” nav nevienas robežu kopas "
        "apzīmējums. Zināmās robežu kopas: 2009, 2021, 2025.\n"
    )


def test_a_year_that_is_built_already_is_told_where_it_is_written(
    filled: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody who fills a workbook knows of a wave.toml."""
    book = openpyxl.load_workbook(filled)
    book["Aptauja"].cell(2, 2).value = "2016"
    book.save(filled)
    assert main(["build", "--answers", str(filled), "--lang", "lv"]) == 1
    heading, told, last = capsys.readouterr().err.splitlines()
    assert heading == "1 kļūda:"
    assert told == (
        "answers_wide.xlsx: „2016” ir tādas aptaujas gads, kas datubāzē jau ir. Ja šī ir jauna "
        "aptauja, ziņās par to (Aptauja) ierakstiet citu gadu, piemēram, 2016b; ja atbildes "
        "papildina agrāko aptauju, ziņas par aptauju izņemiet."
    )
    assert last == "Datubāze nav izveidota."


def test_two_files_are_not_the_same_survey(
    filled: Path, tmp_path: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.xlsx"
    other.write_bytes(filled.read_bytes())
    assert main(["check", str(filled), "--answers", str(other)]) == 1
    told = capsys.readouterr().err
    assert told.startswith("1 problem:\nother.xlsx: “2026” is the year of a survey that is built ")
