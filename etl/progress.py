"""What a build says while it works: each stage as it ends, and within a long one how far it is."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import duckdb

import queries
from etl.said import Said, Say, grouped, joined

EVERY = 5.0  # seconds between two lines of one stage
LOOKS = 0.25  # seconds between two looks at a running query


@dataclass(slots=True)
class Progress:
    """Says each stage as it ends: its name, its time, what it counted."""

    say: Say
    started: float = field(default_factory=time.monotonic)

    @contextmanager
    def stage(self, name: str) -> Iterator[list[Said]]:
        """Time a stage; what the block appends to the yielded list is said with it."""
        begin = time.monotonic()
        counted: list[Said] = []
        yield counted
        told = joined(counted)
        self.say(Said(told.code, told.facts, name, time.monotonic() - begin))

    def rows(self, doing: str, total: int) -> "Rows":
        """Count `total` rows down, e.g. of answers that are staged."""
        return Rows(self.say, doing, total)


@dataclass(slots=True)
class Rows:
    """How many of so many rows are done, said every few seconds with the time that is left."""

    say: Say
    doing: str
    total: int
    before: int = 0  # rows of the parts that are done
    started: float = field(default_factory=time.monotonic)
    said: float = field(default_factory=time.monotonic)

    def at(self, done: int) -> None:
        """Say how far it is if nothing was said for a while; `done` rows of the present part."""
        now = time.monotonic()
        done += self.before
        if now - self.said < EVERY or not done:
            return
        self.said = now
        left = (now - self.started) * max(self.total - done, 0) / done
        facts = {"done": grouped(done), "total": grouped(self.total), "left": round(left)}
        self.say(Said("progress", facts, self.doing))

    def part(self, rows: int) -> None:
        """A part of `rows` rows is done."""
        self.before += rows

    @contextmanager
    def watching(self, connection: duckdb.DuckDBPyConnection, rows: int) -> Iterator[None]:
        """Look at the query that the block runs on `connection`; it makes a part of `rows` rows."""
        connection.execute(queries.sql("session/watched"))
        over = threading.Event()

        def look() -> None:
            while not over.wait(LOOKS):
                self.at(int(max(connection.query_progress(), 0) / 100 * rows))

        watcher = threading.Thread(target=look, daemon=True)
        watcher.start()
        try:
            yield
        finally:
            over.set()
            watcher.join()
        self.part(rows)
