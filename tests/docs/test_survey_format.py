"""The page of the survey format is the format: its columns, limits and examples."""

import re
from collections import Counter
from pathlib import Path

import duckdb
import pytest

from etl import survey_format
from etl.build import build
from etl.replies import headings, open_file, package, sheet
from etl.replies.decisions_file import read_decisions
from tests.docs.markdown import FORMAT, section, table, tables
from tests.etl.replies_read import read as read_study_replies

FILES = {
    "wave.toml": survey_format.WaveFacts,
    "institutions.csv": survey_format.InstitutionRow,
    "questions.csv": survey_format.QuestionRow,
    "answer_options.csv": survey_format.AnswerOptionRow,
    "answers.csv": survey_format.AnswerRow,
    "published_totals.csv": survey_format.PublishedTotalRow,
    "estimates.csv": survey_format.EstimateRow,
    "differences.csv": survey_format.DifferenceRow,
    "contradictions.csv": survey_format.ContradictionRow,
    "statements.csv": survey_format.StatementRow,
}


@pytest.mark.parametrize("name", FILES)
def test_every_column_of_a_survey_file_is_documented(name: str) -> None:
    rows = next(tables(section(FORMAT, name)))
    documented = [
        column for row in rows for column in re.findall(r"[a-z_]+", row.get("column") or row["key"])
    ]
    assert documented == list(FILES[name].model_fields)


def test_every_column_of_replies_is_documented_with_a_heading_that_means_it() -> None:
    rows = table(FORMAT, "Columns of replies")
    assert tuple(row["column"] for row in rows) == headings.FIELDS
    known = headings.Headings([], [])
    for row in rows:
        for heading in (row["column"], row["heading, e.g."]):
            assert known.meaning(heading) == headings.Meaning("field", row["column"])


def test_the_limits_of_replies_are_those_of_the_code() -> None:
    limits = f"{sheet.MOST_ROWS:,} rows, {sheet.MOST_COLUMNS} columns"
    bytes_ = f"{open_file.MOST_BYTES // 10**6} MB, {package.MOST_UNPACKED // 10**6} MB unpacked"
    assert f"At most {limits}, {bytes_}." in section(FORMAT, "Files of replies")


def test_the_examples_of_replies_are_read_as_they_stand(tmp_path: Path) -> None:
    text = FORMAT.read_text("utf-8").partition("## Replies")[2]
    *bodies, decisions = re.findall(r"```csv\n(.*?)```", text, re.DOTALL)
    own = tmp_path / "own.toml"
    (toml,) = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    own.write_text(toml, "utf-8")
    given = []
    for body in bodies:
        path = tmp_path / "replies.csv"
        path.write_text(body, "utf-8")
        found = read_study_replies(path, own)
        assert found.problems == []
        given.append([(reply.question, reply.answer) for reply in found.replies])
    (tmp_path / "decisions.csv").write_text(decisions, "utf-8")
    decided, problems = read_decisions(tmp_path / "decisions.csv")
    assert ([one.row.institution_id for one in decided], problems) == (["oc-LV-005"], [])
    materials, training = ("client_materials", "yes"), ("training", "planned")
    assert given == [[materials, training, ("client_materials", "no")], [materials, training]]


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The example of the page as a folder."""
    text = section(FORMAT, "An example")
    for name, body in re.findall(r"`([a-z_]+\.\w+)`\n\n```\w+\n(.*?)```", text, re.DOTALL):
        (tmp_path / name).write_text(body, "utf-8")
    assert {path.name for path in tmp_path.iterdir()} == set(FILES)
    return tmp_path


def values(database: Path, where: str) -> Counter[str]:
    with duckdb.connect(database, read_only=True) as connection:
        rows = connection.table("indicator_value").filter(where).project("evidence").fetchall()
    return Counter(evidence for (evidence,) in rows)


def test_the_example_of_a_survey_can_be_built(example: Path) -> None:
    database = example / "example.duckdb"
    build(database, survey_folders=[example], say=lambda _: None)
    found = values(database, "municipality_code = 'LV-001' and boundary_set = '2009'")
    assert set(found) == {"reported", "no_answer"}


@pytest.mark.parametrize("boundary_set", ["2009", "2021", "2025"])
def test_a_survey_may_use_any_boundary_set(example: Path, boundary_set: str) -> None:
    for name, old, new in (
        ("wave.toml", 'boundary_set = "2009"', f'boundary_set = "{boundary_set}"'),
        ("institutions.csv", "LV-001", "LV-002"),  # a code of all three sets
    ):
        text = (example / name).read_text("utf-8")
        (example / name).write_text(text.replace(old, new), "utf-8")
    database = example / "example.duckdb"
    build(database, survey_folders=[example], say=lambda _: None)
    assert values(database, f"municipality_code = 'LV-002' and boundary_set = '{boundary_set}'")[
        "reported"
    ]


def test_a_question_left_out_leaves_its_indicator_unpublished(example: Path) -> None:
    for name in ("questions.csv", "answer_options.csv", "answers.csv"):
        lines = (example / name).read_text("utf-8").splitlines(keepends=True)
        kept = [line for line in lines if "client_materials," not in line]
        (example / name).write_text("".join(kept), "utf-8")
    database = example / "example.duckdb"
    build(database, survey_folders=[example], say=lambda _: None)
    found = values(database, "indicator = 'materials_availability'")
    assert set(found) == {"not_published", "no_answer"}  # no_answer: nobody of the place responded
