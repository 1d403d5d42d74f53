"""`python -m benchmarks.swap`: another database every second, while 64 clients ask.

The production server serves a copy of the database; a thread puts another edition in its place, by
renaming as a build does, and now and then a torn file. Clients ask for pages and files as fast as
they are answered. Every answer must be 200 and whole, and each edition's own: what the server says
of its identity must be one of the two.
"""

import argparse
import asyncio
import json
import shutil
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.load import run
from dashboard.database import Database
from dashboard.settings import read_settings
from tests.browser.serving import served

# Address → its share of the requests and of the clients, in 64ths; an export is work each time.
ASKED = {
    "/": 36,
    "/municipality/LV-002": 20,
    "/healthz": 6,
    "/export/indicators.csv?indicator=training_coverage&institution_type=all": 2,
}
TORN_EVERY = 3  # of so many files put in place, one is torn
PAUSE = 2.0  # seconds between two swaps: a process looks once a second, and makes its pages anew
LONG = 3600  # seconds


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the clients saw, and what the log says."""

    requests: int
    failed: int  # not 200, or cut off
    swaps: int
    torn: int
    identities: set[str]  # that /healthz named meanwhile
    log: str


def swap_under_load(
    editions: tuple[Path, Path], folder: Path, *, clients: int, requests: int
) -> Outcome:
    """Serve the first edition, put the second and it in place in turn; ask `requests` times."""
    path, log = folder / "served.duckdb", folder / "log"
    shutil.copy(editions[0], path)
    with served(path, log) as address, _swapping(editions[::-1], path) as counts:
        identities: set[str] = set()
        done = failed = 0
        parts = sum(ASKED.values())

        async def ask() -> list[dict[str, float]]:
            return await asyncio.gather(
                *(
                    run(
                        address + one,
                        b"",
                        max(clients * share // parts, 1),
                        LONG,
                        -(-requests * share // parts),
                    )
                    for one, share in ASKED.items()
                )
            )

        watcher = threading.Thread(target=_watch, args=(address, identities, counts), daemon=True)
        watcher.start()
        for found in asyncio.run(ask()):
            done += int(found["requests"])
            failed += int(found["refused"] + found["lost"])
        counts["over"] = 1
        watcher.join()
    return Outcome(
        done, failed, counts["swaps"], counts["torn"], identities, log.read_text("utf-8")
    )


def _watch(address: str, identities: set[str], counts: dict[str, int]) -> None:
    while not counts["over"]:
        with urllib.request.urlopen(f"{address}/healthz", timeout=LONG) as answer:  # noqa: S310
            identities.add(json.load(answer)["inputs_sha256"])
        time.sleep(0.1)


@contextmanager
def _swapping(editions: tuple[Path, ...], path: Path) -> Iterator[dict[str, int]]:
    """Put the editions in the place of `path` in turn until the block ends; counts how often."""
    counts = {"swaps": 0, "torn": 0, "over": 0}

    def work() -> None:
        number = 0
        while not counts["over"]:
            beside = path.with_name("beside")
            if number % TORN_EVERY == TORN_EVERY - 1:
                beside.write_bytes(editions[0].read_bytes()[:100_000])
                counts["torn"] += 1
            else:
                shutil.copy(editions[counts["swaps"] % 2], beside)
                counts["swaps"] += 1
            beside.replace(path)
            number += 1
            time.sleep(PAUSE)

    worker = threading.Thread(target=work, daemon=True)
    worker.start()
    try:
        yield counts
    finally:
        counts["over"] = 1
        worker.join()


def main() -> None:
    """Read the command line, ask, say what came; fail if any request failed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.swap", description=__doc__)
    parser.add_argument("other", type=Path, help="a database of other data")
    parser.add_argument("--clients", type=int, default=64)
    parser.add_argument("--requests", type=int, default=100_000)
    options = parser.parse_args()
    first = read_settings().database
    with tempfile.TemporaryDirectory() as scratch:
        began = time.monotonic()
        seen = swap_under_load(
            (first, options.other),
            Path(scratch),
            clients=options.clients,
            requests=options.requests,
        )
        known = {Database(one).edition().identity for one in (first, options.other)}
    print(
        f"{seen.requests:,} requests of {options.clients} clients in "
        f"{time.monotonic() - began:.0f} s, {seen.failed} failed; {seen.swaps} times another "
        f"database, {seen.torn} times a torn file; both served: {seen.identities == known}."
    )
    assert seen.failed == 0, seen.log[-2000:]
    assert seen.identities == known


if __name__ == "__main__":
    main()
