"""A chart of the planning regions within a table of its own words.

The table is what is read, by eye, ear and keyboard: name, count, share, how it is known. The figure
lies over the free room between its names and its counts, a row of it on each row of the table.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go
from dash import dcc, html

from dashboard.components.attributes import Child, attributes, classes, hidden
from dashboard.components.evidence_badge import Badge, evidence_badge
from dashboard.figures.regions import CONFIG


@dataclass(frozen=True, slots=True)
class RegionRow:
    """A region, or last of all Latvia, in words."""

    name: str
    amount: str  # "23 no 37", or in words why there is none
    share: str  # "62 %"; empty where a percentage would say too much
    badge: Badge
    told: tuple[str, str]  # what pointing at its mark tells: its name and amount in full
    aside: str = ""  # whom Latvia leaves out
    href: str = ""  # the map of the region
    action: str = ""  # what that link does


@dataclass(frozen=True, slots=True)
class RegionCard:
    """One indicator of all regions."""

    indicator: str
    title: str
    sentence: str
    label: str  # the figure in words, for whoever does not see it
    figure: go.Figure
    caption: str
    heads: tuple[str, str, str]
    rows: tuple[RegionRow, ...]
    note: str
    estimated: str = ""  # the word of the badge, where there are estimates


def region_cards(cards: Sequence[RegionCard]) -> html.Div:
    """Return the cards; CSS sets them in two columns where there is room."""
    tip = html.Div(className="map-tip compare-tip region-tip", role="tooltip", hidden=True)
    return html.Div([*(_card(card) for card in cards), tip], className="region-cards")


def _card(card: RegionCard) -> html.Section:
    head: list[Child] = [
        html.Span(className=f"compare-swatch fill-{card.indicator}-4"),
        html.H2(card.title),
    ]
    if card.estimated:
        head.append(evidence_badge(Badge("estimated", card.estimated)))
    settings: Any = dict(CONFIG)
    graph = dcc.Graph(
        id=f"regions-{card.indicator}",
        figure=card.figure,
        config=settings,
        responsive=True,
        className="region-graph",
    )
    chart = html.Div(
        graph, className="region-chart", role="img", **attributes({"aria-label": card.label})
    )
    parts = [
        html.Div(head, className="compare-card-head"),
        html.P(card.sentence, className="region-sentence"),
        html.Div([_table(card), chart], className="region-panel"),
        html.P(card.note, className="region-note"),
    ]
    return html.Section(parts, className="region-card")


def _table(card: RegionCard) -> html.Table:
    heads = [html.Th(text, scope="col", role="columnheader") for text in card.heads]
    last = len(card.rows) - 1
    rows = [_row(row, is_last=number == last) for number, row in enumerate(card.rows)]
    return html.Table(
        [
            html.Caption(card.caption, className="sr-only"),
            html.Thead(html.Tr(heads, role="row"), role="rowgroup", className="sr-only"),
            html.Tbody(rows, role="rowgroup"),
        ],
        className="region-table",
        role="table",  # its rows are grids, which would take the table's meaning away
    )


def _row(row: RegionRow, *, is_last: bool) -> html.Tr:
    name: Child = html.Span(row.name)
    if row.href:
        name = html.A([row.name, hidden(f", {row.action}")], href=row.href)
    who = html.Th(
        [name, *([html.Span(row.aside, className="region-aside")] if row.aside else [])],
        scope="row",
        role="rowheader",
    )
    amount: list[Child] = [html.Strong(row.amount)]
    if row.share:
        amount += [" ", html.Span(f"({row.share})")]
    name_in_full, amount_in_full = row.told
    told = {"data-name": name_in_full, "data-amount": amount_in_full}
    return html.Tr(
        [
            who,
            html.Td(amount, role="cell", className="region-amount"),
            html.Td(evidence_badge(row.badge), role="cell", className="region-evidence"),
        ],
        role="row",
        className=classes("region-row", "is-country" if is_last else None),
        **attributes(told),
    )


def region_key(title: str, marks: Sequence[tuple[str, str]]) -> html.Div:
    """Return what the marks mean, in neutral colours: (dot, bar or line; its words)."""
    items = [html.Li([html.Span(className=f"region-key-{name}"), text]) for name, text in marks]
    return html.Div([html.P(title), html.Ul(items)], className="region-key")
