"""Parts of the comparing page: map cards on one scale, two places with their difference between."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dash import html

from dashboard.components.attributes import Child, attributes, classes, hidden, icon
from dashboard.components.evidence_badge import Badge, evidence_badge
from dashboard.components.profile_table import Answer
from dashboard.components.squares import squares


@dataclass(frozen=True, slots=True)
class ScaleColumn:
    """A column of the scale: drawing code, range, and a count for each map, where it has any."""

    code: int
    range: str
    counts: tuple[int, ...] = ()
    gap: bool = False


def scale(
    title: str, indicators: Sequence[str], columns: Sequence[ScaleColumn], maps: Sequence[str] = ()
) -> html.Div:
    """Return the legend of several maps: a strip per indicator, a row of counts per map.

    A class has the strips of all indicators; what looks alike for all has one swatch, as has an
    estimate, whose hatch is that of the last but one.
    """
    rows: list[Child] = [
        html.Span(name, className="scale-map", **attributes({"aria-hidden": "true"}))
        for name in maps
    ]
    head = html.Div([html.P(title, className="scale-title"), *rows], className="scale-head")
    items = [_scale_column(indicators, column, maps) for column in columns]
    listed = html.Ul(items, className="scale-columns", **attributes({"aria-label": title}))
    return html.Div([head, listed], className=classes("scale", "has-counts" if maps else None))


def _scale_column(indicators: Sequence[str], column: ScaleColumn, maps: Sequence[str]) -> html.Li:
    shown = indicators if column.code < 6 else indicators[-2:][:1]
    strips = [html.Span(className=f"scale-strip fill-{one}-{column.code}") for one in shown]
    parts: list[Child] = [
        html.Span(strips, className="scale-swatch", **attributes({"aria-hidden": "true"})),
        html.Span(column.range, className="scale-range"),
    ]
    for name, count in zip(maps, column.counts, strict=True):
        parts.append(html.Span([hidden(f"{name}: "), str(count)], className="scale-count"))
    return html.Li(parts, className="has-gap" if column.gap else None)


@dataclass(frozen=True, slots=True)
class PlaceValue:
    """The chosen municipality's own value under a map."""

    name: str
    indicator: str
    kinds: tuple[str, ...]
    amount: str
    badge: Badge


@dataclass(frozen=True, slots=True)
class MapCard:
    """One of several maps: what it asks, its answer in a sentence, and the picture."""

    indicator: str
    title: str
    sentence: str
    picture: Child
    tip: Mapping[str, object]  # what assets/compare.js shows of an area that is pointed at
    estimated: str = ""  # the word of the badge, where the map holds estimates
    places: tuple[PlaceValue, ...] = ()


def map_card(card: MapCard) -> html.Section:
    """Return a map with its heading, its sentence and the chosen municipality's value."""
    head: list[Child] = [
        html.Span(className=f"compare-swatch fill-{card.indicator}-4"),
        html.H2(card.title),
    ]
    if card.estimated:
        head.append(evidence_badge(Badge("estimated", card.estimated)))
    parts: list[Child] = [
        html.Div(head, className="compare-card-head"),
        html.P(card.sentence, className="compare-sentence"),
        html.Div(
            card.picture,
            className="compare-map",
            **attributes({"data-tip": json.dumps(card.tip, ensure_ascii=False)}),
        ),
    ]
    parts += [place_value(one) for one in card.places]
    return html.Section(parts, className="compare-card")


def place_value(value: PlaceValue) -> html.P:
    """Return a municipality's value in one line: name, squares, "1 no 2", how it is known."""
    parts: list[Child] = [
        html.Span(f"{value.name}: ", className="compare-own-name"),
        squares(value.indicator, value.kinds),
        html.Strong(value.amount),
        evidence_badge(value.badge),
    ]
    return html.P(parts, className="compare-own")


def map_tip() -> html.Div:
    """Return the tooltip that assets/compare.js fills."""
    return html.Div(className="map-tip compare-tip", role="tooltip", hidden=True)


def maps(cards: Sequence[MapCard], *, on_stage: bool = False) -> html.Div:
    """Return several maps; CSS sets them in two columns, on the stage's ground if need be."""
    stage = "on-stage" if on_stage else None
    return html.Div(
        [*(map_card(card) for card in cards), map_tip()],
        className=classes(f"compare-maps is-{len(cards)}", stage),
    )


@dataclass(frozen=True, slots=True)
class PlaceHead:
    """The name of one of two municipalities, with its profile's address."""

    name: str
    meta: str
    href: str
    profile: str  # the words of the link


@dataclass(frozen=True, slots=True)
class SideCell:
    """What one of the two municipalities has in a row."""

    kinds: tuple[str, ...]
    amount: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class PairRow:
    """One indicator of two municipalities, and the difference in words between them."""

    indicator: str
    name: str
    definition: str
    latvia: str
    difference: str
    left: SideCell
    right: SideCell


LONGEST_BETWEEN = 110  # letters of a difference that stand in four lines between the two sides


def pair_table(
    heads: tuple[PlaceHead, PlaceHead], middle: Child, rows: Sequence[PairRow], caption: str
) -> html.Table:
    """Return two municipalities side by side; phones stack each row: left, difference, right."""
    left, right = (html.Th(_place_head(one), scope="col", role="columnheader") for one in heads)
    between = html.Th(middle, scope="col", role="columnheader", className="pair-middle")
    names = tuple(one.name for one in heads)
    return html.Table(
        [
            html.Caption(caption, className="sr-only"),
            html.Thead(html.Tr([left, between, right], role="row"), role="rowgroup"),
            html.Tbody([line for row in rows for line in _pair_lines(row, names)], role="rowgroup"),
        ],
        className="pair-table",
        role="table",  # phones change `display`, which would take the table's meaning away
    )


def _place_head(head: PlaceHead) -> html.Div:
    return html.Div(
        [
            html.H2(head.name),
            html.P(
                [f"{head.meta} · ", html.A(head.profile, href=head.href)], className="pair-meta"
            ),
        ],
        className="pair-head",
    )


def _pair_lines(row: PairRow, names: Sequence[str]) -> list[html.Tr]:
    """One line, or two: beside a long difference both sides would stand in white space."""
    difference = html.Span(row.difference, className="pair-difference")
    if len(row.difference) <= LONGEST_BETWEEN:
        return [_pair_row(row, names, [difference])]
    under = html.Td(difference, colSpan=3, role="cell")
    return [_pair_row(row, names), html.Tr(under, role="row", className="pair-under")]


def _pair_row(row: PairRow, names: Sequence[str], between: Sequence[Child] = ()) -> html.Tr:
    middle = html.Th(
        [
            html.Span(row.name, className="pair-indicator"),
            html.Span(row.definition, className="pair-note"),
            html.Span(row.latvia, className="pair-note"),
            *between,
        ],
        scope="row",
        role="rowheader",
        className=f"pair-middle of-{row.indicator}",
    )
    left, right = (
        _side(row.indicator, name, cell)
        for name, cell in zip(names, (row.left, row.right), strict=True)
    )
    return html.Tr([left, middle, right], role="row")


def _side(indicator: str, name: str, cell: SideCell) -> html.Td:
    value = html.Div(
        [squares(indicator, cell.kinds), html.Span(cell.amount, className="share-amount")],
        className="pair-value",
    )
    lines = [
        html.Div([html.Dt(one.label), html.Dd(one.text), html.Dd(evidence_badge(one.badge))])
        for one in cell.answers
    ]
    who = html.Span(name, className="pair-who", **attributes({"aria-hidden": "true"}))
    return html.Td([who, value, html.Dl(lines)], role="cell", className="pair-side")


def swap_link(text: str, href: str) -> html.A:
    """Return the link that changes the two sides."""
    return html.A(text, href=href, className="button", **attributes({"data-stay": ""}))


def hint(text: str, links: Sequence[tuple[str, str]] = (), before: str = "") -> html.Div:
    """Return what is to be chosen first, with links (text, address) that choose it."""
    parts: list[Child] = [icon("info"), html.P(text)]
    if links:
        items = [
            html.Li(html.A(name, href=href, **attributes({"data-stay": ""})))
            for name, href in links
        ]
        parts.append(html.Div([html.P(before), html.Ul(items)], className="compare-choices"))
    return html.Div(parts, className="compare-hint", role="status")
