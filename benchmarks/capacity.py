"""How many requests a second the servers answer, and whether the workers' memory grows."""

import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from benchmarks.figures import Figures
from benchmarks.ordinary_way import CALLBACK, question
from benchmarks.servers import ORDINARY, PRODUCT, Server
from benchmarks.traffic import Answer

CLIENTS = (1, 16, 64)
KEPT = "/map/"  # where the files lie that are made once per database
EXPORT = "/export/indicators.csv?indicator=training_coverage&institution_type=all"
A_PAGE = "/priorities"
FIGURE = "a figure's callback"
FIRST_HTML = "first HTML"
PARTS = 10  # in which memory is looked at


@dataclass(frozen=True, slots=True)
class Question:
    """Something to ask a server again and again."""

    name: str
    design: str
    url: str
    body: bytes = b""


def questions(servers: Mapping[str, Server], seen: Sequence[Answer]) -> list[Question]:
    """Return what is asked: first HTML, the kept files that pages were seen to fetch, callbacks."""
    product = servers[PRODUCT].address
    found = [Question(FIRST_HTML, one, f"{servers[one].address}/") for one in servers]
    found += [Question(kind, PRODUCT, url) for kind, url in _kept_files(seen).items()]
    found += [Question("an export", PRODUCT, product + EXPORT)]
    found += [
        Question("a page's callback", PRODUCT, product + CALLBACK, body)
        for body in page_questions(_callbacks(product))
    ]
    figure = json.dumps(question("training_coverage", "2009")).encode()
    return [*found, Question(FIGURE, ORDINARY, servers[ORDINARY].address + CALLBACK, figure)]


def _kept_files(seen: Sequence[Answer]) -> dict[str, str]:
    """Return one address of each kind, e.g. /map/<key>/values/2009/lv.json of "values file"."""
    found: dict[str, str] = {}
    for answer in seen:
        path = urlsplit(answer.url).path
        if path.startswith(KEPT) and answer.size:
            found.setdefault(f"{path.split('/')[3]} file", answer.url)
    return found


def _callbacks(product: str) -> list[dict[str, Any]]:
    with urllib.request.urlopen(f"{product}/_dash-dependencies") as answer:  # noqa: S310 - http
        found: list[dict[str, Any]] = json.load(answer)
    return found


def page_questions(callbacks: Sequence[Mapping[str, Any]]) -> Iterator[bytes]:
    """Yield what the browser sends for a page, of the callbacks as Dash itself describes them."""
    given = {"url.pathname": A_PAGE, "url.search": ""}
    for one in callbacks:
        asked = {f"{part['id']}.{part['property']}" for part in one["inputs"]}
        if "url.pathname" in asked and not one["clientside_function"]:
            yield _body(one, given)


def _body(callback: Mapping[str, Any], given: Mapping[str, str]) -> bytes:
    filled = {
        kind: [
            {**part, "value": given.get(f"{part['id']}.{part['property']}")}
            for part in callback[kind]
        ]
        for kind in ("inputs", "state")
    }
    output = callback["output"]
    owner, _, name = output.rpartition(".")
    return json.dumps(
        {
            "output": output,
            "outputs": {"id": owner, "property": name},
            "changedPropIds": ["url.pathname"],
            **filled,
        }
    ).encode()


def ask(one: Question, clients: int, *limit: str) -> dict[str, float]:
    """Let the load generator ask, in a process of its own.

    Raises:
        AssertionError: a request was not answered with 200: the figure would mean nothing.
    """
    command = [sys.executable, "-m", "benchmarks.load", one.url, "--clients", str(clients), *limit]
    done = subprocess.run(command, input=one.body, capture_output=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    if found["refused"] or not found["requests"]:
        raise AssertionError(f"{one.url}: {found['refused']:g} of {found['requests']:g} refused")
    return found


def measure(
    figures: Figures, servers: Mapping[str, Server], asked: Sequence[Question], seconds: float
) -> None:
    """Ask all of them, in turn, by one client, by sixteen and by sixty-four."""
    for clients in CLIENTS:
        for one in asked:
            before = servers[one.design].cpu()
            found = ask(one, clients, "--seconds", str(seconds))
            worked = servers[one.design].cpu() - before
            figures.note(f"{one.name}, {clients}, per second", one.design, found["per_second"])
            figures.note(f"{one.name}, {clients}, p95 ms", one.design, found["p95"])
            figures.note(f"{one.name}, CPU ms", one.design, worked / found["requests"])


def measure_memory(figures: Figures, server: Server, requests: int) -> None:
    """Ask for the first HTML so often; note the workers' memory after each tenth."""
    html = Question(FIRST_HTML, PRODUCT, f"{server.address}/")
    figures.note("memory before, MB", PRODUCT, server.memory())
    for part in range(PARTS):
        limit = ("--seconds", "3600", "--requests", str(requests // PARTS))
        ask(html, 16, *limit)
        name = "memory after a tenth, MB" if part == 0 else "memory after more, MB"
        figures.note(name, PRODUCT, server.memory())
    figures.note("memory after all, MB", PRODUCT, server.memory())
    figures.note("requests for memory", PRODUCT, requests)
