"""A query is a file with a contract: what its header declares is what it takes and gives."""

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import duckdb
import pytest
import sqlglot
from sqlglot import exp

import queries
from dashboard import records
from etl.write import opened

ROOT = Path(__file__).parents[2]
NAMES = queries.names()
EXPORTS = {
    "answers": "wave,institution_id,institution_type,institution,sub_unit,boundary_set,"
    "municipality_code,municipality,planning_region,question,answer,evidence,source,quote,caveat",
    "indicators": "wave,indicator,institution_type,boundary_set,municipality_code,municipality,"
    "planning_region,numerator,denominator,value,lower,upper,evidence,source,caveat",
    "statements": "wave,statement_id,theme,institution_id,institution_type,institution,"
    "boundary_set,municipality_code,municipality,planning_region,text_lv,text_en,source,quote",
    "published_totals": "wave,total_id,institution_type,question,category,label,value,decimals,"
    "unit,denominator,source,quote,coded,difference,explanation",
}
# Of the study alone: no difference is unexplained, no reply was loaded, and it has nothing to be
# compared with (tests/etl/test_changes.py).
WITHOUT_ROWS = {
    *("unexplained_differences", "conflicts", "changes", "export_changes"),
    *("summary_conflicts", "summary_contradicted"),
}
VALUES = {
    "wave": "2016",
    "boundary_set": "2009",
    "lang": "lv",
    "code": "LV-107",
    "question": "client_materials",
    "sort": "source",
    "down": True,
    "skip": 10,
    "size": 100,
    "unnamed": "source not named",
    "before": 0,
    "most": 100,
}


@pytest.fixture(scope="module")
def study(study_database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with opened(study_database) as connection:
        yield connection


def declared(name: str, part: str) -> str:
    """A part of the header in one line, what stands in brackets left out."""
    text = " ".join(queries.header(name).split())
    found = re.search(rf"{part}(.*?)(?=Columns:|Order:|One row|$)", text)
    assert found, f"{name}: the header does not say its {part}"
    return re.sub(r"\([^)]*\)", "", found[1])


def words(text: str) -> list[str]:
    """The names in a list of names and phrases."""
    parts = [part.strip() for part in re.split(r"[,;:.]", text)]
    return [part for part in parts if re.fullmatch(r"[a-z][a-z0-9_]*", part) and part != "none"]


def declared_columns(name: str) -> list[str]:
    text = declared(name, "Columns:")
    if record := re.search(r"records\.(\w+)", text):
        return [field.name for field in fields(getattr(records, record[1]))]
    if export := re.search(r"/export/(\w+)\.csv", text):
        return EXPORTS[export[1]].split(",")
    return words(text.partition(";")[0])


def parsed(name: str) -> exp.Expression:
    (tree,) = (tree for tree in sqlglot.parse(queries.sql(name), dialect="duckdb") if tree)
    return tree


def parameters(name: str) -> set[str]:
    found = parsed(name).find_all(exp.Parameter, exp.Placeholder)
    return {parameter.name for parameter in found}


def run(study: duckdb.DuckDBPyConnection, name: str) -> duckdb.DuckDBPyConnection:
    values = VALUES | ({"boundary_set": "2025"} if name == "successors" else {})
    given = {parameter: values.get(parameter, []) for parameter in parameters(name)}
    return study.execute(queries.sql(name), given)


@pytest.mark.parametrize("name", NAMES)
def test_the_header_asks_a_question_and_says_the_order(name: str) -> None:
    text = " ".join(queries.header(name).split())
    assert re.match(r"[A-Z][^?]*\?", text)
    one_row = "One row." in text
    assert ("Order:" in text) != one_row
    assert one_row != bool(parsed(name).args.get("order"))


@pytest.mark.parametrize("name", NAMES)
def test_the_parameters_are_those_declared(name: str) -> None:
    assert set(words(declared(name, "Parameters[:,]"))) == parameters(name)


@pytest.mark.parametrize("name", NAMES)
def test_the_columns_are_those_declared_in_their_order(
    study: duckdb.DuckDBPyConnection, name: str
) -> None:
    description = run(study, name).description
    assert [column[0] for column in description] == declared_columns(name)


@pytest.mark.parametrize("name", NAMES)
def test_the_query_finds_rows_in_the_study(study: duckdb.DuckDBPyConnection, name: str) -> None:
    rows = run(study, name).fetchall()
    assert bool(rows) == (name not in WITHOUT_ROWS)
    if "One row." in " ".join(queries.header(name).split()):
        assert len(rows) == 1


@pytest.mark.parametrize("name", [*NAMES, *queries.names("build"), *queries.names("checks")])
def test_the_query_reads_only_tables_of_the_schema(
    study: duckdb.DuckDBPyConnection, name: str
) -> None:
    tree = parsed(name)
    known = {
        table for (table,) in study.execute("from duckdb_tables() select table_name").fetchall()
    }
    own = {cte.alias for cte in tree.find_all(exp.CTE)}
    read = {table.name for table in tree.find_all(exp.Table)} - own
    assert read
    assert read <= known
    assert all(not table.db for table in tree.find_all(exp.Table))


def test_every_query_is_asked_somewhere() -> None:
    patterns = set()
    for path in [*(ROOT / "etl").rglob("*.py"), *(ROOT / "dashboard").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                patterns.add(re.escape(node.value))
            elif isinstance(node, ast.JoinedStr):
                parts = [getattr(p, "value", None) for p in node.values]
                texts = [re.escape(p) if isinstance(p, str) else r"\w+" for p in parts]
                patterns.add("".join(texts) if texts[0].startswith("export_") else "")
    known = re.compile("|".join(sorted(p for p in patterns if p)))
    wanted = [*NAMES, *queries.names("session")]
    assert [name for name in wanted if not known.fullmatch(name)] == []


def test_only_exports_and_the_table_take_lists_and_every_list_may_be_empty() -> None:
    takes_lists = {
        name for name in NAMES if any(p.endswith("s") and p not in VALUES for p in parameters(name))
    }
    tables = {"table_answers", "table_indicators", "table_answer_counts", "table_indicator_counts"}
    assert takes_lists == tables | {f"export_{table}" for table in (*EXPORTS, "changes")}
    for name in takes_lists:
        for parameter in parameters(name) - {*VALUES, "codes", "names"}:
            assert f"len(${parameter}) = 0" in queries.sql(name)


def test_an_unknown_query_is_refused_with_the_names_of_its_folder() -> None:
    with pytest.raises(KeyError, match="no query “map”; known: area_values, boundary_sets"):
        queries.sql("map")
    with pytest.raises(KeyError, match="no query “checks/all”; known: checks/agency_in"):
        queries.sql("checks/all")


def test_missing_and_surplus_parameters_are_refused(study: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(duckdb.InvalidInputException, match="boundary_set"):
        study.execute(queries.sql("area_values"), {"wave": "2016"})
    with pytest.raises(duckdb.InvalidInputException, match="colour"):
        study.execute(queries.sql("strata"), {"wave": "2016", "colour": "red"})
