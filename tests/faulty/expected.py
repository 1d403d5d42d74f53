"""The table of the faulty files: which faults each has, and where."""

import csv
from collections import defaultdict
from pathlib import Path

from etl.problems import Problem

FOLDER = Path(__file__).parents[1] / "data" / "faulty"
TABLE = FOLDER / "expected.csv"
Place = tuple[str, str, str, str]


def expected() -> dict[str, list[Place]]:
    """File → sheet, row, letter of the column and fault of each problem, in order."""
    told: dict[str, list[Place]] = defaultdict(list)
    with TABLE.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            told[line["file"]].append((line["sheet"], line["row"], line["column"], line["fault"]))
    return {name: sorted(places) for name, places in told.items()}


def place(problem: Problem) -> Place:
    """A problem as the table tells it; of a column, its letter."""
    row = "" if problem.row is None else str(problem.row)
    return problem.sheet, row, problem.column.partition(" ")[0], problem.fault
