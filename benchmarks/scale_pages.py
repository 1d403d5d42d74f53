"""How long the server works on a page, with few answers in the database and with many."""

import time
from collections.abc import Mapping
from pathlib import Path

from benchmarks.figures import Figures
from dashboard.database import Database
from dashboard.routes import page_at

PLACE = "LV-002"  # in every boundary set
PAGES = {
    "map": ("/", ""),
    "list": ("/", "?view=list"),
    "profile": (f"/municipality/{PLACE}", ""),
    "comparison": ("/compare", ""),
    "priorities": ("/priorities", ""),
    "table of indicators": ("/table", "?indicator=training_coverage"),
    "table of a place's answers": ("/table", f"?rows=answers&municipality={PLACE}"),
    "table of all answers": ("/table", "?rows=answers"),
    "table of all answers, sorted by institution": ("/table", "?rows=answers&sort=institution"),
    "table of all answers, sorted by answer": ("/table", "?rows=answers&sort=answer"),
}
TIMES = 3


def measure_pages(figures: Figures, databases: Mapping[str, Path], rounds: int) -> None:
    """Ask for every page of every database, in turn; what is made once per edition is made first.

    Each database is asked for its newest wave.
    """
    opened = {name: Database(path) for name, path in databases.items()}
    for number in range(rounds * TIMES + 1):
        for page, (path, query) in PAGES.items():
            for name, database in opened.items():
                began = time.perf_counter()
                page_at(database, path, query)
                if number:
                    figures.note(f"{page}, ms", name, 1000 * (time.perf_counter() - began))
