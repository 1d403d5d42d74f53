"""The report: targets reached or missed, and all figures, as Markdown. Pure."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.capacity import CLIENTS, FIGURE, FIRST_HTML
from benchmarks.figures import Figures, Spread
from benchmarks.servers import ORDINARY, PRODUCT, STATIC

BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"
COLUMNS = ("", "product", "static page", "ordinary way", "÷ static", "÷ ordinary")
LOADS = {
    "coloured, cold": "first coloured map, ms",
    "answers, cold": "interactive, ms",
    "first switch": "a click made at once is answered, ms",
    "CPU, cold": "work of the page's main thread, ms",
    "coloured, reload": "reload: coloured map, ms",
    "answers, reload": "reload: interactive, ms",
    "kB, cold": "kB without fonts",
    "kB of fonts, cold": "kB of fonts",
    "requests, cold": "requests",
    "kB, reload": "reload: kB without fonts",
    "kB of fonts, reload": "reload: kB of fonts",
    "requests, reload": "reload: requests",
    "heap": "JavaScript heap after the load, MB",
    "phone, cold": "phone: first coloured map, ms",
    "phone, reload": "phone, reload: coloured map, ms",
}
SWITCHES = {
    f"{name}, {part}": f"{label}: {part}"
    for name, label in (
        ("indicator", "another indicator"),
        ("boundaries for the first time", "other boundaries, first time"),
        ("boundaries", "other boundaries, again"),
    )
    for part in ("ms", "frames", "kB", "requests")
}
FLAT = 1.02


@dataclass(frozen=True, slots=True)
class Target:
    """One figure that must be reached."""

    what: str
    bound: float
    found: float | None  # None: not measured
    at_least: bool = False

    @property
    def reached(self) -> bool | None:
        """Return whether it is; None where nothing was measured."""
        if self.found is None:
            return None
        return self.found >= self.bound if self.at_least else self.found <= self.bound


def targets(figures: Figures) -> list[Target]:
    """Return what must be reached, and what was."""

    def over(measure: str, other: str) -> float | None:
        return figures.ratio((measure, PRODUCT), (measure, other))

    def worst(measure: str) -> float | None:
        found = figures.of(measure, PRODUCT)
        return found.high if found else None

    def rate(name: str) -> float | None:
        by_sixteen = f"{{}}, {CLIENTS[1]}, per second"
        return figures.ratio(
            (by_sixteen.format(name), PRODUCT), (by_sixteen.format(FIGURE), ORDINARY)
        )

    return [
        Target("first coloured map ÷ static page", 1.5, over("coloured, cold", STATIC)),
        Target("first coloured map ÷ ordinary way", 1 / 8, over("coloured, cold", ORDINARY)),
        Target("interactive ÷ ordinary way", 0.55, over("answers, cold", ORDINARY)),
        Target("cold bytes without fonts ÷ ordinary way", 0.45, over("kB, cold", ORDINARY)),
        Target("another indicator: kB, the most seen", 0, worst("indicator, kB")),
        Target("another indicator: requests, the most seen", 0, worst("indicator, requests")),
        Target("another indicator: frames, the most seen", 3, worst("indicator, frames")),
        Target(
            "reload ÷ cold load, until interactive",
            0.5,
            figures.ratio(("answers, reload", PRODUCT), ("answers, cold", PRODUCT)),
        ),
        Target("first HTML ÷ a figure's callback, requests/s", 50, rate(FIRST_HTML), at_least=True),
        Target(
            "values file ÷ a figure's callback, requests/s", 50, rate("values file"), at_least=True
        ),
        Target("memory after all requests ÷ after a tenth of them", FLAT, memory_growth(figures)),
        Target("phone: first coloured map, seconds", 2, phone_seconds(figures)),
    ]


def memory_growth(figures: Figures) -> float | None:
    """Return how much more memory the workers held at the end than after a tenth."""
    after = ("memory after all, MB", PRODUCT), ("memory after a tenth, MB", PRODUCT)
    return figures.ratio(*after)


def phone_seconds(figures: Figures) -> float | None:
    """Return the median until the map is there on a phone."""
    found = figures.of("phone, cold", PRODUCT)
    return found.middle / 1000 if found else None


def number(value: float | None) -> str:
    """Return three significant digits, whole numbers in full; a dash for none."""
    if value is None:
        return "–"
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def cell(found: Spread | None) -> str:
    """Return "median (smallest–largest)"; a dash where nothing was measured."""
    if found is None:
        return "–"
    low, middle, high = (number(one) for one in (found.low, found.middle, found.high))
    return middle if low == high else f"{middle} ({low}–{high})"


def table(head: Sequence[str], rows: Iterator[Sequence[str]]) -> str:
    """Return a Markdown table; every column but the first is set to the right."""
    rule = ["---", *["---:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows))


def render(figures: Figures, machine: str) -> str:
    """Return the whole report."""
    parts: dict[str, Callable[[Figures], str]] = {
        "Must reach": _targets,
        "Loading": lambda f: _comparison(f, LOADS),
        "Switching": lambda f: _comparison(f, SWITCHES),
        "Serving": _serving,
        "Memory": _memory,
    }
    texts = [f"### {title}\n\n{part(figures)}" for title, part in parts.items()]
    return "\n\n".join([machine, *texts])


def placed(page: str, report: str) -> str:
    """Return `page` with the report in place of the one before."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{report}\n{END}{after}"


def _targets(figures: Figures) -> str:
    words = {True: "reached", False: "**missed**", None: "not measured"}
    rows = (
        (
            one.what,
            f"{'≥' if one.at_least else '≤'} {number(one.bound)}",
            number(one.found),
            words[one.reached],
        )
        for one in targets(figures)
    )
    return table(("figure", "must be", "is", ""), rows)


def _comparison(figures: Figures, measures: dict[str, str]) -> str:
    return table(
        COLUMNS,
        (
            (
                label,
                *(cell(figures.of(measure, one)) for one in (PRODUCT, STATIC, ORDINARY)),
                *(
                    number(figures.ratio((measure, PRODUCT), (measure, one)))
                    for one in (STATIC, ORDINARY)
                ),
            )
            for measure, label in measures.items()
        ),
    )


def _serving(figures: Figures) -> str:
    head = ["", *(f"{n} clients: per s (p95 ms)" for n in CLIENTS)]
    head += [*(f"÷ callback, {n}" for n in CLIENTS), "CPU ms an answer", "÷ callback"]
    head[1] = head[1].replace("clients", "client")
    return table(head, _serving_rows(figures))


def _serving_rows(figures: Figures) -> Iterator[Sequence[str]]:
    names = dict.fromkeys(name.rpartition(", ")[0] for name in figures.samples if "CPU ms" in name)
    for name in names:
        for design in figures.samples[f"{name}, CPU ms"]:
            work = (f"{name}, CPU ms", design)
            yield [
                f"{name} ({design})",
                *(_rate(figures, name, design, n) for n in CLIENTS),
                *(number(_to_callback(figures, name, design, n)) for n in CLIENTS),
                cell(figures.of(*work)),
                number(figures.ratio(work, (f"{FIGURE}, CPU ms", ORDINARY))),
            ]


def _rate(figures: Figures, name: str, design: str, clients: int) -> str:
    wait = figures.of(f"{name}, {clients}, p95 ms", design)
    rate = cell(figures.of(f"{name}, {clients}, per second", design))
    return f"{rate}; {number(wait.middle if wait else None)}"


def _to_callback(figures: Figures, name: str, design: str, clients: int) -> float | None:
    per_second = f"{{}}, {clients}, per second"
    return figures.ratio((per_second.format(name), design), (per_second.format(FIGURE), ORDINARY))


def _memory(figures: Figures) -> str:
    requests = figures.of("requests for memory", PRODUCT)
    labels = {
        "memory before, MB": "before",
        "memory after a tenth, MB": "after a tenth",
        "memory after more, MB": "after each further tenth",
        "memory after all, MB": "after all",
    }
    asked = f"{requests.middle:,.0f}" if requests else "no"
    head = (f"the workers together, {asked} requests for the first HTML", "MB")
    return table(head, ((label, cell(figures.of(m, PRODUCT))) for m, label in labels.items()))
