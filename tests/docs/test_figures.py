"""The figures that pages print are those of the database and of the coded study."""

import re
from collections import Counter, defaultdict
from pathlib import Path

import duckdb

from etl.build import STUDY
from tests.docs.markdown import CODING, ETL, README, coded, section, table, tables


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
