"""An INVENTED survey round, for tests of several waves only. It says nothing about any institution.

The frame is the municipalities of a boundary set, one orphans' court and one social service each;
the questions are those of the study of 2016, so that what can be compared is compared. Every answer
is drawn by a random generator with a fixed seed. The database that is shipped never holds it.
"""

import csv
import random
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from etl.build import STUDY
from geodata.boundaries import read_municipalities
from geodata.reference import successors

SOURCE = "invented reply"
KINDS = {
    "orphans_court": ("oc", "bāriņtiesa"),
    "social_service": ("ss", "sociālais dienests"),
}
# Question → the answers drawn from, each as often as it stands here.
DRAWN = {
    "case_experience": ["no"] * 7 + ["suspicion", "yes", "yes"],
    "training": ["trained"] * 6 + ["not_trained"] * 3 + ["planned"],
    "client_materials": ["yes"] * 3 + ["no"] * 2,
    "ngo_awareness": ["yes"] * 4 + ["no"] * 3 + ["no_answer"],
}
TOTALS = {"client_materials", "support_contact"}
SILENT = 0.1  # of the institutions asked


def invented_wave(folder: Path, wave: str = "2026", boundary_set: str = "2025") -> Path:
    """Write the files of an invented wave into `folder`; the same arguments give the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = random.Random(wave)
    institutions = _institutions(boundary_set)
    _write(folder / "institutions.csv", institutions)
    _write(folder / "answers.csv", _answers(institutions, drawn))
    asked = ["response", *DRAWN]
    for name in ("questions.csv", "answer_options.csv"):
        rows = _read(STUDY / name)
        _write(folder / name, [row for row in rows if row["question"] in asked])
    for name in ("published_totals.csv", "estimates.csv", "differences.csv", "contradictions.csv"):
        _header_alone(folder, name)
    (folder / "wave.toml").write_text(_facts(wave, boundary_set), "utf-8")
    return folder


def invented_copy_of_the_study(folder: Path, wave: str, changes: Mapping[str, str]) -> Path:
    """The study's own frame and answers as another wave, all marked as invented.

    `changes` maps an answer's institution and question, "oc-LV-JEL/training", to another answer.
    """
    shutil.copytree(STUDY, folder, ignore=shutil.ignore_patterns("*.py", "README.md", "verified*"))
    answers = _read(folder / "answers.csv")
    for row in answers:
        row["answer"] = changes.get(f"{row['institution_id']}/{row['question']}", row["answer"])
    _write(folder / "answers.csv", answers)
    # Other answers make other totals: of the printed ones only those that estimates rest on stay.
    totals = [row for row in _read(folder / "published_totals.csv") if row["question"] in TOTALS]
    _write(folder / "published_totals.csv", totals)
    _header_alone(folder, "differences.csv")
    (folder / "wave.toml").write_text(_facts(wave, "2009"), "utf-8")
    return folder


def moved(folder: Path, wave: str, boundary_set: str) -> None:
    """Let a copy of the study be within newer boundaries, institutions at their seats."""
    units = successors("2009", boundary_set)
    for name in ("institutions.csv", "statements.csv"):
        rows = _read(folder / name)
        for row in rows:
            row["municipality_code"] = units.get(row["municipality_code"], "")
        _write(folder / name, rows)
    (folder / "wave.toml").write_text(_facts(wave, boundary_set), "utf-8")


def _header_alone(folder: Path, name: str) -> None:
    header = (STUDY / name).read_text("utf-8").splitlines()[0]
    (folder / name).write_text(f"{header}\n", "utf-8")


def rewritten(file: Path, where: Mapping[str, str], cells: Mapping[str, str]) -> None:
    """Change cells of the rows of a file that have the cells `where`."""
    rows = _read(file)
    for row in rows:
        if all(row[name] == value for name, value in where.items()):
            row.update(cells)
    _write(file, rows)


def left_out(folder: Path, *institutions: str) -> None:
    """Take institutions out of a wave's frame, with their answers and what is told of them."""
    for name in ("institutions.csv", "answers.csv", "statements.csv"):
        rows = _read(folder / name)
        _write(folder / name, [row for row in rows if row["institution_id"] not in institutions])


def answered(folder: Path, institution: str, question: str, answer: str) -> None:
    """Add an invented answer to a wave."""
    row = {"institution_id": institution} | _cells(question, answer)
    _write(folder / "answers.csv", [*_read(folder / "answers.csv"), row])


def _institutions(boundary_set: str) -> list[dict[str, str]]:
    places = read_municipalities(boundary_set).sort_values("code").to_dict("records")
    placed = [
        {
            "institution_id": f"{short}-{place['code']}",
            "institution_type": kind,
            "name_lv": f"{place['name_gen']} {name}",
            "municipality_code": place["code"],
            "sub_unit": "",
        }
        for place in places
        for kind, (short, name) in KINDS.items()
    ]
    branches = [
        {
            "institution_id": f"ea-{town.lower()}",
            "institution_type": "employment_agency",
            "name_lv": f"Nodarbinātības valsts aģentūras {town}s filiāle",
            "municipality_code": "",
            "sub_unit": town,
        }
        for town in ("Daugavpils", "Rezekne")
    ]
    return [row | {"source": "invented", "quote": "", "caveat": ""} for row in placed + branches]


def _answers(
    institutions: Iterable[Mapping[str, str]], drawn: random.Random
) -> list[dict[str, str]]:
    rows = []
    for institution in institutions:
        own = {"institution_id": institution["institution_id"]}
        silent = drawn.random() < SILENT
        rows.append(own | _cells("response", "no_response" if silent else "responded"))
        answers = {question: drawn.choice(options) for question, options in DRAWN.items()}
        if not silent:
            rows += [own | _cells(question, answer) for question, answer in answers.items()]
    return rows


def _cells(question: str, answer: str) -> dict[str, str]:
    evidence = "no_answer" if answer == "no_answer" else "reported"
    return {
        "question": question,
        "answer": answer,
        "evidence": evidence,
        "source": SOURCE,
        "quote": "nav aizpildīts" if evidence == "no_answer" else "",
        "caveat": "",
    }


def _facts(wave: str, boundary_set: str) -> str:
    return f"""# Invented, for tests only.
wave = "{wave}"
revision = "{wave}-1"
title_lv = "Izdomāta {wave[:4]}. gada aptauja"
title_en = "Invented survey of {wave[:4]}"
fieldwork_from = {wave[:4]}-01-01
fieldwork_to = {wave[:4]}-03-31
boundary_set = "{boundary_set}"
citation_lv = "Izdomāta aptauja, tikai pārbaudēm."
citation_en = "Invented survey, for tests only."
terms_lv = "Izdomāti dati."
terms_en = "Invented data."
"""


def _read(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _write(path: Path, rows: list[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
