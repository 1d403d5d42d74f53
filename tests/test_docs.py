"""Documented = existing, both ways: what is said in Markdown is what the program has."""

import csv
import json
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import get_args

import duckdb
import pytest
from flask import Flask
from flask.testing import FlaskClient

from dashboard import citations
from dashboard.cli_parser import parser
from dashboard.database import Database
from dashboard.embed import add_embed
from dashboard.exports import extract, files, filters, maps, priorities, workbook
from dashboard.exports.routes import add_exports
from dashboard.health import add_health
from dashboard.settings import NAMES, LoadSettings, Settings
from dashboard.state import INDICATORS
from docs import make_exports
from docs.make_data_model import PAGE, page
from etl import survey_format
from etl.build import ROOT, STUDY, build, read_indicators
from etl.labels import code_labels
from etl.replies import headings, open_file, package, sheet
from etl.replies.decisions_file import read_decisions
from tests.etl.replies_read import read as read_study_replies

README = ROOT / "README.md"
EXPORTS = ROOT / "docs" / "exports.md"
FORMAT = ROOT / "docs" / "survey-format.md"
OPERATIONS = ROOT / "docs" / "operations.md"
CODING = STUDY / "README.md"
ETL = ROOT / "etl" / "README.md"
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
PAGES = sorted(
    path
    for path in ROOT.rglob("*.md")
    if not {".venv", "build", "node_modules"} & set(path.relative_to(ROOT).parts)
    and not any(part.startswith(".") for part in path.relative_to(ROOT).parts)
)


# Reading Markdown


def section(path: Path, heading: str) -> str:
    """The text between a heading of any level and the next heading."""
    parts = re.split(r"^#+ (.*)\n", path.read_text("utf-8"), flags=re.MULTILINE)
    found = dict(zip(parts[1::2], parts[2::2], strict=True))
    assert heading in found, f"{path.name} has no heading {heading!r}"
    return found[heading]


def tables(text: str) -> Iterator[list[dict[str, str]]]:
    """Each table as rows by column name, code marks taken off."""
    for block in re.findall(r"(?:^\|.*\n)+", text + "\n", re.MULTILINE):
        head, _, *rows = [
            [re.sub(r"^`([^`]*)`$", r"\1", cell.strip()) for cell in line.strip("|").split("|")]
            for line in block.splitlines()
        ]
        yield [dict(zip(head, row, strict=True)) for row in rows]


def table(path: Path, heading: str) -> list[dict[str, str]]:
    return next(tables(section(path, heading)))


def coded(name: str) -> list[dict[str, str]]:
    with (STUDY / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="session")
def study_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("docs") / "study.duckdb"
    build(path, say=lambda _: None)
    return path


@pytest.fixture(scope="session")
def client(study_database: Path) -> FlaskClient:
    server = Flask("exports")
    add_exports(server, Database(study_database))
    maps.add_map_export(server, Database(study_database))
    add_health(server, Database(study_database))
    return server.test_client()


# Pages


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_links_lead_to_files_and_headings_that_exist(path: Path) -> None:
    text = re.sub(r"```.*?```", "", path.read_text("utf-8"), flags=re.DOTALL)
    broken = []
    for target in re.findall(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)", text):
        if target.startswith(("http://", "https://")):
            continue
        file, _, anchor = target.partition("#")
        aim = (path.parent / file).resolve() if file else path
        if not aim.exists() or (anchor and anchor not in anchors(aim)):
            broken.append(target)
    assert broken == []


def anchors(path: Path) -> set[str]:
    headings = re.findall(r"^#+ (.*)$", path.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_pictures_exist_and_have_a_text(path: Path) -> None:
    pictures = re.findall(r"!\[([^\]]*)\]\(([^)\s]+)\)", path.read_text("utf-8"))
    assert [target for text, target in pictures if not text] == []
    assert [target for _, target in pictures if not (path.parent / target).is_file()] == []


def test_the_data_model_is_that_of_the_schema() -> None:
    assert PAGE.read_text("utf-8") == page(), "stale: run python docs/make_data_model.py"


def test_versions_agree() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    citation = (ROOT / "CITATION.cff").read_text("utf-8")
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert f'version: "{version}"\n' in citation
    assert re.findall(r"^## \[(.*?)\]", changes, re.MULTILINE)[0] == version


def test_the_citation_is_that_of_the_study() -> None:
    wave = tomllib.loads((STUDY / "wave.toml").read_text("utf-8"))
    citation = (ROOT / "CITATION.cff").read_text("utf-8")
    reference = citation.partition("references:")[2]
    title = re.search(r'title: "(.*)"', reference)
    assert title
    assert title[1] in wave["citation_lv"]
    assert title[1] in README.read_text("utf-8")
    assert f"data version {wave['revision']}" in reference


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    records = {path.name for path in folder.glob("[0-9]*.md")}
    listed = set(re.findall(r"\]\((\d{4}-[^)]*)\)", (folder / "README.md").read_text("utf-8")))
    assert listed == records


# Program


def test_every_setting_is_documented_with_its_default() -> None:
    default = Settings()
    documented = {row["name"]: row["default"] for row in table(OPERATIONS, "Environment")}
    assert documented == {
        "RICIBAS_KARTE_DB": str(default.database),
        "HOST": default.host,
        "PORT": str(default.port),
        "WORKERS": str(default.workers),
        "RICIBAS_KARTE_URL": default.site,
        "RICIBAS_KARTE_CONTACT": default.contact,
        "RICIBAS_KARTE_LOAD": "",
        "RICIBAS_KARTE_LOAD_USER_HEADER": LoadSettings(Path()).user_header,
        "RICIBAS_KARTE_LOAD_TOKEN": LoadSettings(Path()).token,
        "RICIBAS_KARTE_LOAD_OPTIONS": " ".join(LoadSettings(Path()).options),
    }
    assert set(documented) == set(NAMES)


def test_every_command_and_option_is_documented() -> None:
    (subparsers,) = (a for a in parser("en")._actions if isinstance(a.choices, dict))
    documented = [row["command"].split()[-1] for row in table(OPERATIONS, "Commands")]
    assert documented == list(subparsers.choices)
    options = {
        option
        for command in subparsers.choices.values()
        for action in command._actions
        for option in action.option_strings
        if option.startswith("--") and option != "--help"
    }
    assert set(re.findall(r"`(--[a-z-]+)", section(OPERATIONS, "Commands"))) == options


def test_what_healthz_says_is_documented(client: FlaskClient) -> None:
    (example,) = re.findall(r"```json\n(.*?)```", section(OPERATIONS, "/healthz"), re.DOTALL)
    assert set(json.loads(example)) == set(client.get("/healthz").get_json())


def test_every_target_of_the_makefile_is_documented() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = re.findall(r"^([a-z-]+):.*##", makefile, re.MULTILINE)
    rows = table(ROOT / "CONTRIBUTING.md", "Set up and check")
    assert sorted(row["target"].removeprefix("make ") for row in rows) == sorted(targets)


def test_every_target_named_in_a_page_exists() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    named = {
        name
        for path in PAGES
        for name in re.findall(r"[`\n]make ([a-z-]+)", path.read_text("utf-8"))
    }
    assert named - targets == set()


def test_every_kind_of_evidence_is_documented_strongest_first() -> None:
    documented = [row["evidence"] for row in table(README, "How far to trust it")]
    assert documented == list(code_labels()["evidence"])


def test_every_indicator_is_documented() -> None:
    indicators = read_indicators()
    names = [row["indicator"] for row in indicators]
    known = table(README, "What is known of 2016, and what is estimated")
    assert [row["indicator"] for row in known] == names
    used = {
        r["indicator"]: (r["question"], r["answers that count"])
        for r in table(FORMAT, "Survey format")
    }
    assert used == {
        row["indicator"]: (row["question"], ", ".join(row["numerator_answers"]))
        for row in indicators
    }


def test_every_caveat_is_documented() -> None:
    documented = {row["caveat"] for row in table(FORMAT, "Sources and caveats")}
    assert documented == set(code_labels()["caveat"])


def test_every_theme_of_a_statement_is_documented() -> None:
    documented = [row["theme"] for row in list(tables(section(FORMAT, "statements.csv")))[1]]
    assert documented == list(code_labels()["statement_theme"])
    assert documented == list(get_args(survey_format.StatementTheme))


# Exports


@pytest.mark.parametrize("name", [*extract.TABLES, "priorities"])  # changes: test_export_changes
def test_every_export_column_is_documented_in_its_order(client: FlaskClient, name: str) -> None:
    header = client.get(f"/export/{name}.csv").get_data(as_text=True).partition("\n")[0]
    documented = [row["column"] for row in table(EXPORTS, f"Columns of {name}")]
    assert documented == header.split(",")


@pytest.mark.parametrize("name", [*extract.TABLES, "changes"])
def test_every_export_parameter_is_documented(name: str) -> None:
    documented = {
        row["parameter"]
        for row in table(EXPORTS, "Parameters")
        if row["on"] == "all" or name in row["on"].split(", ")
    }
    assert documented == {*filters.parameters_of(name), "lang", "dialect"}


def test_every_file_that_can_be_had_is_documented() -> None:
    documented = {
        f"{row['address'].removeprefix('/export/')}.{ending.strip('`')}"
        for row in table(EXPORTS, "Exports")
        for ending in row["formats"].split(", ")
    }
    assert documented == set(files.FILES)
    endings = {file.partition(".")[2] for file in files.FILES}
    assert {row["ending"] for row in table(EXPORTS, "Formats")} == endings


def test_every_citation_is_documented() -> None:
    text = section(EXPORTS, "Citations")
    assert set(re.findall(r"`/export/citation\.(\w+)`", text)) == set(citations.FORMATS)
    documented = [row["parameter"] for row in table(EXPORTS, "Citations")]
    assert documented == list(citations.DEFAULTS)


def test_the_columns_of_the_exports_are_those_of_the_code() -> None:
    assert EXPORTS.read_text("utf-8") == make_exports.page(), (
        "stale: run python docs/make_exports.py"
    )


def test_the_limits_of_a_workbook_are_those_of_the_code() -> None:
    text = section(EXPORTS, "Formats")
    assert f"holds {workbook.MOST_ROWS:,} rows" in text
    assert f"{workbook.LONGEST_TEXT:,} characters" in text


def test_every_parameter_of_the_list_of_priorities_is_documented(client: FlaskClient) -> None:
    rows = table(EXPORTS, "The list of priorities")
    once = [row["parameter"] for row in rows if row["times"] == "once"]
    several = [row["parameter"] for row in rows if row["times"] == "any"]
    assert (once, several) == (list(priorities.SINGLE), list(priorities.REPEATED))
    partner = {"need": "gap", "gap": "need"}
    for row in rows:
        values = re.findall(r"`(\w+)`", row["values"])
        for value in values:
            query = {row["parameter"]: value}
            if row["parameter"] in partner:  # the two may not be the same
                query[partner[row["parameter"]]] = next(p for p in INDICATORS if p != value)
            answer = client.get("/export/priorities.csv", query_string=query)
            assert answer.status_code == 200, query


def test_every_parameter_of_the_map_as_a_picture_is_documented(client: FlaskClient) -> None:
    rows = table(EXPORTS, "The map as a picture")
    assert [row["parameter"] for row in rows] == list(maps.PARAMETERS)
    for row in rows:
        for value in re.findall(r"`(\w+)`", row["values"]):
            query = {row["parameter"]: value}
            assert client.get("/export/map.svg", query_string=query).status_code == 200, query


def test_the_frame_of_the_documentation_is_one(study_database: Path) -> None:
    server = Flask("embed")
    add_embed(server, Database(study_database))
    for address in re.findall(r'src="https?://[^/]+(/embed[^"]*)"', EXPORTS.read_text("utf-8")):
        assert server.test_client().get(unescape(address)).status_code == 200
    for lock in re.findall(r"`(lock=\w+)`", EXPORTS.read_text("utf-8")):
        assert server.test_client().get(f"/embed?{lock}").status_code == 200


def test_every_value_listed_for_a_parameter_is_allowed(client: FlaskClient) -> None:
    for row in table(EXPORTS, "Parameters"):
        name = "indicators" if row["on"] == "all" else row["on"].rpartition(", ")[2]
        # The languages and dialects are followed by what they change.
        for value in re.findall(r"`(\w+)`", row["values"].partition(";")[0]):
            address = f"/export/{name}.csv?{row['parameter']}={value}"
            assert client.get(address).status_code == 200, address


def test_the_dialects_are_documented() -> None:
    assert list(table(EXPORTS, "The two dialects")[0])[1:] == list(filters.DIALECTS)


EXAMPLES = re.findall(r"`GET (\S+)`\n\n```(\w+)\n(.*?)```", EXPORTS.read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize(("address", "kind", "body"), EXAMPLES, ids=[e[0] for e in EXAMPLES])
def test_examples_of_exports_are_what_the_server_answers(
    client: FlaskClient, address: str, kind: str, body: str
) -> None:
    response = client.get(address)
    assert response.status_code == (200 if kind == "csv" else 400)
    assert response.get_data().decode("utf-8-sig").replace("\r\n", "\n") == body


# Survey format


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


# Figures


def test_the_readmes_figures_are_those_of_the_database(study_database: Path) -> None:
    with duckdb.connect(study_database, read_only=True) as connection:
        latvia = (
            connection.table("indicator_value")
            .filter("boundary_set = '2009' and municipality_code = '' and planning_region = ''")
            .filter("institution_type = 'all'")
            .project("indicator, numerator, denominator, lower, upper")
            .fetchall()
        )
    said = {
        row["indicator"]: row["Latvia"]
        for row in table(README, "What is known of 2016, and what is estimated")
    }
    for indicator, numerator, base, lower, upper in latvia:
        count = (
            f"{round(lower * base)} to {round(upper * base)}" if numerator is None else numerator
        )
        assert said[indicator] == f"{count} of {base}", indicator


def test_the_reconciled_figures_are_counted_right(study_database: Path) -> None:
    with duckdb.connect(study_database, read_only=True) as connection:
        rows = connection.table("reconciliation").project("difference").fetchall()
    differ = sum(difference != 0 for (difference,) in rows)
    assert f"{len(rows)}, of which {differ} differ" in README.read_text("utf-8")
    assert f"{len(rows)} figures can be recomputed and {differ} differ" in ETL.read_text("utf-8")


def test_the_estimates_of_the_etl_readme_are_those_of_the_database(study_database: Path) -> None:
    with duckdb.connect(study_database, read_only=True) as connection:
        columns = "indicator, institution_type, lower_count, upper_count, base"
        strata = connection.table("stratum").project(columns).fetchall()
    said = {(r["indicator"], r["institution_type"]): r["counts"] for r in table(ETL, "Estimates")}
    assert said == {
        (indicator, kind): f"{low if low == high else f'{low} to {high}'} of {base}"
        for indicator, kind, low, high, base in strata
    }


def test_the_study_readme_counts_the_rows_of_its_files() -> None:
    said: dict[str, str] = {}
    for row in table(CODING, "The study of 2016, coded"):
        names = re.findall(r"[a-z_]+\.csv", row["file"])
        said |= dict(zip(names, row["rows"].split(", "), strict=True))
    assert set(said) == {path.name for path in STUDY.glob("*.csv")}
    assert said == {name: f"{len(coded(name)):,}" for name in said}
    claims = ("institutions.csv", "answers.csv", "published_totals.csv", "statements.csv")
    checked = sum(len(coded(name)) for name in claims)
    assert f"{checked:,} rows that were checked" in CODING.read_text("utf-8")


def test_the_pages_count_the_statements_and_whose_they_are() -> None:
    rows = coded("statements.csv")
    owners = [row["institution_id"] for row in rows if row["institution_id"]]
    places = sum(bool(row["municipality_code"]) for row in rows)
    text = CODING.read_text("utf-8")
    assert f"{len(rows)} statements in the order of the study" in text
    assert f"{len(owners)} are, of {len(set(owners))} institutions" in text
    assert f"the municipality stands ({places})" in text
    assert f"{len(rows)} statements" in README.read_text("utf-8")


def test_the_study_readme_lists_the_questions() -> None:
    yes = {"true": "yes", "false": "no"}
    documented = [(r["question"], r["several answers"]) for r in table(CODING, "Questions")]
    assert documented == [(r["question"], yes[r["multiple"]]) for r in coded("questions.csv")]


def test_counted_lists_are_those_of_the_answers() -> None:
    types = {row["institution_id"]: row["institution_type"] for row in coded("institutions.csv")}
    found = Counter(
        (types[r["institution_id"]], r["question"], r["answer"]) for r in coded("answers.csv")
    )
    lists, totals = tables(section(CODING, "Lists against printed figures"))
    for row in lists:
        question, _, answers = row["answers"].partition(": ")
        counted = sum(
            found[row["institutions"], question, answer] for answer in answers.split(", ")
        )
        assert int(row["counted"]) == counted, row["footnote"]
    single = {row["question"] for row in coded("questions.csv") if row["multiple"] == "false"}
    said: dict[tuple[str, str, str], int] = {}
    for row in totals:
        for kind in set(types.values()):
            said[kind, row["question"], row["answer"]] = int(row[kind])
    assert {k: v for k, v in said.items() if v} == {
        k: v for k, v in found.items() if k[1] in single
    }


def test_the_frame_of_the_study_readme_is_that_of_the_institutions() -> None:
    courts: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in coded("institutions.csv"):
        if row["institution_type"] == "orphans_court":
            courts[row["municipality_code"]].append(row)
    text = section(CODING, "The frame")
    several = {code: len(rows) for code, rows in courts.items() if code and len(rows) > 1}
    said = {r["municipality"].split(", ")[1]: r for r in next(tables(text))}
    assert {code: int(row["courts"]) for code, row in said.items()} == several
    placed = sum(len(rows) for code, rows in courts.items() if code)
    assert f"{placed - sum(several.values())} + {sum(several.values())} = {placed} placed" in text
    assert f"**{len(courts[''])} unplaced**" in text
    caveats = Counter(c for rows in courts.values() for r in rows for c in r["caveat"].split(";"))
    assert f"{caveats['courts_assumed']} courts carry `courts_assumed`" in text
    assert f"{caveats['frame_incomplete']} courts carry `frame_incomplete`" in text
    assert f"and {caveats['court_implied']} `court_implied`" in text
    open_frames = {
        r["municipality_code"]
        for rows in courts.values()
        for r in rows
        if "frame_incomplete" in r["caveat"]
    }
    assert open_frames == {
        code for code, row in said.items() if "`frame_incomplete`" in row["all its courts?"]
    }


def test_what_only_the_files_say_agrees_with_the_pages() -> None:
    services = [r for r in coded("institutions.csv") if r["institution_type"] == "social_service"]
    unprinted = sum(row["source"] == 'chapter "Ievads"' for row in services)
    assert f"{unprinted} social services are never printed" in CODING.read_text("utf-8")
    short = sum("list_short_of_percentage" in row["caveat"] for row in coded("answers.csv"))
    assert f"The {short} courts derived as trained" in CODING.read_text("utf-8")
