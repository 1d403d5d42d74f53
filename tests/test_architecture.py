"""The house rules that no linter knows: SQL in files, small modules, what the web process loads."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("dashboard", "etl", "geodata", "queries")
PYTHON = [p for room in (*ROOMS, "benchmarks") for p in sorted((ROOT / room).rglob("*.py"))]
DATA = {
    ".csv",
    ".toml",
    ".sql",
    ".geojson",
    ".json",
    ".css",
    ".js",
    ".svg",
    ".woff2",
    ".png",
    ".mo",
}
SQL = re.compile(
    r"\s*(select\s.+|with\s+\w+\s+as\s*\(.*|insert\s+into\s.+|update\s+\w+\s+set\s.+|"
    r"delete\s+from\s.+|(create|alter|drop)\s+(table|view|type|index)\s.+|attach\s.+|"
    r"copy\s+\w+\s+(to|from)\s.+|pragma\s.+|checkpoint|use\s+\w+)",
    re.IGNORECASE | re.DOTALL,
)
RUNS_SQL = {"execute", "executemany", "sql", "query"}
SETUPTOOLS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def docstrings(tree: ast.AST) -> set[int]:
    """The identities of the nodes that are docstrings."""
    found = set()
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
            found.add(id(body[0].value))
    return found


def sql_texts(source: str) -> Iterator[int]:
    """The lines where a text is SQL, or a text of one's own is handed to a database."""
    tree = ast.parse(source)
    spoken = docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if id(node) not in spoken and SQL.fullmatch(node.value):
                yield node.lineno
        elif (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in RUNS_SQL
            and ast.unparse(node.func) != "queries.sql"
            and node.args
            and isinstance(node.args[0], ast.Constant | ast.JoinedStr)
        ):
            yield node.lineno


@pytest.mark.parametrize("path", PYTHON, ids=name_of)
def test_no_sql_stands_in_python(path: Path) -> None:
    assert list(sql_texts(path.read_text("utf-8"))) == []


def test_the_search_for_sql_finds_some() -> None:
    for text in (
        'a = "select 1 from b"',
        'a = "\\n  WITH x AS (select 1)"',
        'c.execute("vacuum")',
        'c.execute(f"{a} table")',
        'a = "checkpoint"',
    ):
        assert list(sql_texts(text)) == [1]
    for text in ('"""Select one from many."""', 'a = "select"', "c.execute(queries.sql('x'))"):
        assert list(sql_texts(text)) == []


@pytest.mark.parametrize("path", PYTHON, ids=name_of)
def test_a_module_has_at_most_300_lines_and_a_function_at_most_40(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= 300
    long = [
        node.name
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > 40
    ]
    assert long == []


@pytest.mark.parametrize("path", PYTHON, ids=name_of)
def test_a_module_says_first_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


@pytest.mark.parametrize("module", ["dashboard.wsgi", "dashboard.app", "dashboard.cli"])
def test_the_web_process_does_without_pandas_and_the_rooms_that_need_it(
    module: str, tmp_path: Path
) -> None:
    program = f"import sys, {module}; print(*sorted({{m.partition('.')[0] for m in sys.modules}}))"
    loaded = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        cwd=ROOT,
        env=os.environ | {"RICIBAS_KARTE_DB": str(tmp_path / "none.duckdb")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert loaded.returncode == 0, loaded.stderr
    names = set(loaded.stdout.split())
    assert "dashboard" in names
    assert names & {"pandas", "geopandas", "shapely", "pyogrio", "etl", "geodata"} == set()


def test_every_package_is_listed_for_installation() -> None:
    found = {
        name_of(path.parent).replace("/", ".")
        for room in ROOMS
        for path in (ROOT / room).rglob("__init__.py")
    }
    assert set(SETUPTOOLS["packages"]) == found


def test_every_data_file_is_shipped_with_its_package() -> None:
    patterns = SETUPTOOLS["package-data"]["*"]
    shipped = {
        path
        for package in SETUPTOOLS["packages"]
        for pattern in patterns
        for path in (ROOT / package.replace(".", "/")).glob(pattern)
    }
    data = {p for room in ROOMS for p in (ROOT / room).rglob("*") if p.suffix in DATA}
    assert sorted(name_of(path) for path in data - shipped) == []


def test_git_ignores_no_folder_of_the_source() -> None:
    """A pattern without a slash before its end means folders of that name at any depth."""
    lines = (ROOT / ".gitignore").read_text("utf-8").splitlines()
    anywhere = {line.rstrip("/") for line in lines if line and "/" not in line.rstrip("/")}
    folders = {p for room in ROOMS for p in (ROOT / room).rglob("*") if p.is_dir()}
    swallowed = [name_of(p) for p in folders if p.name in anywhere - {"__pycache__"}]
    assert swallowed == []
