"""`python -m benchmarks.scale`: build and export of large surveys against DuckDB alone.

Surveys are invented (`synthetic_survey.py`). Beside each build stands what DuckDB alone needs to
load the same files into one table and to count them, with the same threads, memory and disk; beside
each export DuckDB's own writing of the same query to a file. All in one run, in turn; ratios are of
medians. A build is a process of its own, so that its memory is its own.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

import queries
from benchmarks.figures import Figures
from benchmarks.report import cell, number, placed, table
from benchmarks.scale_pages import PAGES, measure_pages
from benchmarks.synthetic_survey import Size, write_surveys
from dashboard.database import Database
from dashboard.exports.files import export_file
from dashboard.exports.filters import parse_filter
from etl.engine import settings
from etl.survey_format import AnswerRow

README = Path(__file__).parent / "scale.md"
ALONE = Path(__file__).parent / "duckdb_alone"
SETS = ("2009", "2021", "2025")
# Ever more of the same: 5,000 institutions, 200 questions, a wave more for each million.
SIZES = {
    "11 thousand": Size(286, 40),
    "100 thousand": Size(2000, 50),
    "1 million": Size(5000, 200, 1, SETS),
    "11 million": Size(5000, 200, 10, SETS),
}
OURS, DUCKDB = "product", "DuckDB alone"
MOST_BUILD, MOST_EXPORT, MOST_PAGE = 3, 1.5, 2


@dataclass(frozen=True, slots=True)
class Survey:
    """Invented surveys of one size, and the database that is made of them."""

    name: str
    folders: Sequence[Path]
    answers: int
    database: Path


def main() -> None:
    """Read the command line, measure, write the page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__)
    parser.add_argument("--sizes", nargs="+", choices=SIZES, default=list(SIZES))
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--folder", type=Path, help="where there is room for some gigabytes")
    parser.add_argument("--into", type=Path, default=README, help="the page that takes the report")
    options = parser.parse_args()
    figures = Figures()
    with tempfile.TemporaryDirectory(dir=options.folder) as scratch:
        surveys = [_survey(name, Path(scratch)) for name in options.sizes]
        for number_of_round in range(options.rounds):
            for survey in surveys:
                _say(f"{survey.name}, {number_of_round + 1} of {options.rounds}")
                measure(figures, survey, Path(scratch))
        measure_pages(figures, {one.name: one.database for one in surveys}, options.rounds)
    text = render(figures, surveys)
    page = options.into.read_text("utf-8") if options.into.exists() else ""
    options.into.write_text(placed(page, text), encoding="utf-8")
    print(text)


def _survey(name: str, scratch: Path) -> Survey:
    _say(f"inventing {name} answers")
    folder = scratch / name.replace(" ", "_")
    folders = write_surveys(SIZES[name], folder)
    answers = 0
    for one in folders:
        with (one / "answers.csv").open("rb") as file:
            answers += sum(1 for _ in file) - 1
    return Survey(name, folders, answers, folder / "ricibas_karte.duckdb")


def measure(figures: Figures, survey: Survey, scratch: Path) -> None:
    """Build and export by both, DuckDB alone first."""
    for design, work in ((DUCKDB, load_alone), (OURS, build)):
        seconds, memory = _in_a_process(work, survey, scratch)
        figures.note(f"build {survey.name}, s", design, seconds)
        figures.note(f"build {survey.name}, MB", design, memory)
    for design, work in ((DUCKDB, copy_alone), (OURS, export)):
        seconds, memory = _in_a_process(work, survey, scratch)
        figures.note(f"export {survey.name}, s", design, seconds)
        figures.note(f"export {survey.name}, MB", design, memory)


def _in_a_process(
    work: Callable[[Survey, Path], None], survey: Survey, scratch: Path
) -> tuple[float, float]:
    """Wall seconds and the largest memory in MB of some work in a fork of this process."""
    began = time.monotonic()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work(survey, scratch)
            status = 0
        finally:
            os._exit(status)
    _, status, used = os.wait4(child, 0)
    assert status == 0, f"{work.__name__} of {survey.name} failed"
    return time.monotonic() - began, used.ru_maxrss / 1024


def build(survey: Survey, _scratch: Path) -> None:
    """Build by the command line, as a user does."""
    given = [part for one in survey.folders for part in ("--survey", str(one))]
    command = [sys.executable, "-m", "dashboard.cli", "build", *given]
    environment = os.environ | {"RICIBAS_KARTE_DB": str(survey.database)}
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)


def load_alone(survey: Survey, scratch: Path) -> None:
    """Load and count by DuckDB alone."""
    folder = Path(tempfile.mkdtemp(dir=scratch))
    columns = dict.fromkeys(AnswerRow.model_fields, "VARCHAR")
    with duckdb.connect(str(folder / "alone.duckdb"), config=settings(folder)) as connection:
        connection.execute(_alone("tables"))
        for one in survey.folders:
            wave = {"wave": one.name}
            paths = {name: str(one / f"{name}.csv") for name in ("institutions", "answers")}
            connection.execute(_alone("institutions"), wave | {"path": paths["institutions"]})
            given = wave | {"path": paths["answers"], "columns": columns}
            connection.execute(_alone("answers"), given)
        connection.execute(_alone("aggregate"))
        connection.checkpoint()
    shutil.rmtree(folder)


def _alone(name: str) -> str:
    return (ALONE / f"{name}.sql").read_text("utf-8")


def copy_alone(survey: Survey, scratch: Path) -> None:
    """Write every answer by DuckDB alone, by the query of the export."""
    edition = Database(survey.database).edition()
    wanted = parse_filter("answers", {}, edition.table("filter_options")[1])
    with edition.cursor() as cursor:
        rows = cursor.sql(queries.sql("export_answers"), params=wanted.query)
        rows.write_csv(str(scratch / "copied.csv"))


def export(survey: Survey, scratch: Path) -> None:
    """Write every answer as /export/answers.csv gives it."""
    made = export_file(Database(survey.database).edition(), "answers.csv", {})
    with (scratch / "exported.csv").open("wb") as file:
        file.writelines(made.pieces)


def render(figures: Figures, surveys: Sequence[Survey]) -> str:
    """Return the report."""
    least, most = surveys[0], surveys[-1]
    versions = f"Python {sys.version.split()[0]}, DuckDB {duckdb.__version__}"
    parts = [
        f"{os.cpu_count()} CPUs, {versions}; load at the end {os.getloadavg()[1]:.1f}.",
        "### Build\n\n" + _against(figures, surveys, "build", MOST_BUILD),
        "### answers.csv\n\n" + _against(figures, surveys, "export", MOST_EXPORT),
        f"### Pages: {most.name} answers ÷ {least.name}, at most {MOST_PAGE}\n\n"
        + _pages(figures, least, most),
    ]
    return "\n\n".join(parts)


def _against(figures: Figures, surveys: Iterable[Survey], what: str, most: float) -> str:
    head = ("answers", "seconds", "DuckDB alone", f"÷, at most {most:g}", "µs an answer", "MB")
    rows = []
    for one in surveys:
        key = f"{what} {one.name}, s"
        ours = figures.of(key, OURS)
        each = 1e6 * ours.middle / one.answers if ours else None
        rows.append(
            (
                *(f"{one.answers:,}", cell(ours), cell(figures.of(key, DUCKDB))),
                *(number(figures.ratio((key, OURS), (key, DUCKDB))), number(each)),
                cell(figures.of(f"{what} {one.name}, MB", OURS)),
            )
        )
    return table(head, iter(rows))


def _pages(figures: Figures, least: Survey, most: Survey) -> str:
    rows = (
        (
            name,
            *(cell(figures.of(f"{name}, ms", one.name)) for one in (least, most)),
            number(figures.ratio((f"{name}, ms", most.name), (f"{name}, ms", least.name))),
        )
        for name in PAGES
    )
    return table(("page", f"{least.name}, ms", f"{most.name}, ms", "÷"), rows)


def _say(what: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {what}", flush=True)


if __name__ == "__main__":
    main()
