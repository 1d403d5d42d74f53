"""Parts of the office's page that show what the store holds: tables, stages, the comparison."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html

from dashboard.components.attributes import Child, attributes, scrolling
from dashboard.i18n.numbers import decimal_number
from dashboard.i18n.order import latvian_key
from dashboard.i18n.translate import Words
from dashboard.load.journal import Entry
from dashboard.load.preview import Difference, IndicatorChange
from dashboard.load.store import Load
from dashboard.state import INDICATORS

MANY = 12  # names in one line
SHOWN = 200  # problems on the page; a browser gets slow with thousands
PROBLEM_COLUMNS = ("file", "sheet", "row", "column", "value")


def table(label: str, heads: Sequence[str], rows: Sequence[Sequence[Child]]) -> html.Div:
    """A table of rows whose first cell names the row."""
    head = html.Thead(html.Tr([html.Th(one, scope="col") for one in heads]))
    body = [
        html.Tr([html.Th(row[0], scope="row"), *(html.Td(cell) for cell in row[1:])])
        for row in rows
    ]
    return html.Div(
        html.Table([head, html.Tbody(body)], className="data-table"), **scrolling(label)
    )


def running(again: Child) -> html.Div:
    """The mark that the script of the page looks for; without scripts a link to look again."""
    return html.Div(html.Noscript(html.P(again)), **attributes({"data-running": ""}))


def notices(told: Sequence[Mapping[str, str]], w: Words) -> list[Child]:
    """What is to be known of a file and refuses nothing."""
    if not told:
        return []
    return [html.H2(w("load.text.notices")), html.Ul([html.Li(one[w.lang]) for one in told])]


def stages(told: Sequence[Mapping[str, Any]], w: Words) -> list[Child]:
    """The stages that have ended, and how far the present one is."""
    items: list[Child] = []
    for at, one in enumerate(told):
        if one["seconds"] is None and at < len(told) - 1:
            continue  # how far it was; the next line says more
        time = "" if one["seconds"] is None else seconds(one["seconds"], w)
        counted = ", ".join(part for part in (time, one[w.lang]) if part)
        items.append(html.Li([html.Strong(w(f"load.stage.{one['stage']}")), f": {counted}"]))
    title = html.H2(w("load.text.stages"))
    return [title, html.Ol(items, className="load-stages")] if items else []


def seconds(time: float, w: Words) -> str:
    """How long a stage took."""
    return f"{decimal_number(time, w.lang, 1)}\u00a0s"


def problems(rows: Sequence[Mapping[str, str]], csv_address: str, w: Words) -> list[Child]:
    """Every problem of the file with its place and remedy, and the same as a file."""
    columns = [*PROBLEM_COLUMNS, f"rule_{w.lang}", f"remedy_{w.lang}"]
    heads = [w(f"load.problems.{one}") for one in (*PROBLEM_COLUMNS, "rule", "remedy")]
    told = [html.P(w("load.problems.count", n=len(rows)))]
    if len(rows) > SHOWN:
        told.append(html.P(w("load.problems.more", shown=SHOWN, n=len(rows))))
    title = w("load.problems.title")
    return [
        html.H2(title),
        *told,
        html.P(html.A(w("load.problems.csv"), href=csv_address)),
        table(title, heads, [[row.get(one, "") for one in columns] for row in rows[:SHOWN]]),
    ]


def preview(
    found: Difference, names: Mapping[tuple[str, str], str], maps: str, w: Words
) -> list[Child]:
    """What changes: counts, names, the maps before and after, conflicts.

    `names` are of municipalities by (wave, code); `maps` is the address of the load's maps.
    """
    content: list[Child] = [html.H2(w("load.preview.title"))]
    content += [html.P(w("load.preview.new_wave", wave=one)) for one in found.new_waves]
    content += [
        html.P(html.Strong(w("load.preview.gone_wave", wave=one))) for one in found.gone_waves
    ]
    if not (found.changes or found.new_waves or found.gone_waves):
        content.append(html.P(w("load.preview.none")))
    for change in found.changes:
        content += _indicator(change, names, maps, w)
    if found.conflicts:
        content += [
            html.H3(w("load.preview.conflicts")),
            html.P(w("load.preview.conflict_count", n=len(found.conflicts))),
            html.Ul([html.Li(_conflict(row, w)) for row in found.conflicts]),
        ]
    return content


def _indicator(
    change: IndicatorChange, names: Mapping[tuple[str, str], str], maps: str, w: Words
) -> list[Child]:
    name = w(f"indicator.{change.indicator}.name")
    counts = (("reported", change.reported), ("lost", change.lost), ("changed", change.changed))
    items = [
        html.Li(_named(kind, [names[change.wave, code] for code in codes], w))
        for kind, codes in counts
        if codes
    ]
    shown = html.Ul(items) if items else html.P(w("load.preview.only_latvia"))
    parts: list[Child] = [html.H3(f"{name}, {change.wave}"), shown]
    if change.indicator in INDICATORS:
        sides = [
            _map(f"{maps}/{{}}/{change.wave}/{change.indicator}", side, name, w) for side in SIDES
        ]
        parts.append(html.Div(sides, className="load-maps"))
    return parts


def _named(kind: str, names: Sequence[str], w: Words) -> list[Child]:
    """A count and its municipalities, folded away where they are many."""
    told, listed = (
        w(f"load.preview.{kind}", n=len(names)),
        ", ".join(sorted(names, key=latvian_key)),
    )
    if len(names) <= MANY:
        return [html.Strong(told), f": {listed}"]
    return [html.Details([html.Summary(html.Strong(told)), html.P(listed)])]


def shown_time(at: str) -> str:
    """A time of the store without its seconds and zone, which the heading names."""
    return at[:16].replace("T", "\u00a0")


SIDES = ("before", "after")


def _map(address: str, side: str, name: str, w: Words) -> html.Figure:
    title = w(f"load.preview.{side}")
    at = f"{address.format(side)}.svg?lang={w.lang}"
    whole = html.A(w("load.preview.whole"), href=at)
    return html.Figure(
        [
            html.Figcaption([html.Strong(title), " · ", whole]),
            html.Img(src=at, alt=f"{title}: {name}"),
        ]
    )


def _conflict(row: Mapping[str, Any], w: Words) -> str:
    said = {
        "institution": row["institution"],
        "question": row["question"],
        "reply": row["reply_answer"],
    }
    if row["survey_answer"] is None:
        told = w("load.preview.silent", **said)
    else:
        told = w("load.preview.conflict", **said, survey=row["survey_answer"])
    if row["stands"] == "reply":
        return f"{told} {w('load.preview.stands_reply', reason=row['reason'])}"
    return f"{told} {w('load.preview.stands_survey')}"


def loads(rows: Sequence[tuple[Load, str]], address: str, w: Words) -> list[Child]:
    """Every load with its state; `address` leads to one where {} is its identifier."""
    title = html.H2(w("load.list.title"))
    if not rows:
        return [title, html.P(w("load.list.empty"))]
    heads = [w(f"load.list.{one}") for one in ("file", "state", "who", "at")]
    cells: list[list[Child]] = [
        [
            html.A(one.files, href=address.format(one.load)),
            w(f"load.state.{state}"),
            one.who,
            shown_time(one.at),
        ]
        for one, state in rows
    ]
    return [title, table(w("load.list.title"), heads, cells)]


def log(entries: Sequence[Entry], csv_address: str, w: Words) -> list[Child]:
    """The log, the newest first."""
    if not entries:
        return []
    heads = [
        w(f"load.{one}")
        for one in ("list.at", "list.who", "log.event", "list.file", "log.changes", "log.sha")
    ]
    cells: list[list[Child]] = [
        [
            shown_time(one.at),
            one.who,
            w(f"load.log.{one.event}"),
            " + ".join(name for name in (one.file, one.decisions) if name),
            _counts(one, w),
            html.Code(" ".join(hash_ for hash_ in (one.sha256, one.decisions_sha256) if hash_)),
        ]
        for one in reversed(entries)
    ]
    return [
        html.H2(w("load.log.title")),
        html.P(html.A(w("load.log.csv"), href=csv_address)),
        table(w("load.log.title"), heads, cells),
    ]


def _counts(entry: Entry, w: Words) -> str:
    if entry.reported is None or entry.conflicts is None:
        return ""
    reported = w("load.preview.reported", n=entry.reported)
    return f"{reported}; {w('load.preview.conflict_count', n=entry.conflicts)}"
