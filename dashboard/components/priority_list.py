"""The list of priorities: a group a part of the table, a municipality a row with its checkbox."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html

from dashboard.components.attributes import Child, attributes, hidden
from dashboard.components.squares import squares


@dataclass(frozen=True, slots=True)
class Amount:
    """What the institutions of a place say to one question."""

    indicator: str
    kinds: tuple[str, ...]  # one per institution, as squares.py knows them
    text: str  # "1 no 2"
    note: str = ""


@dataclass(frozen=True, slots=True)
class PriorityRow:
    """One municipality."""

    code: str
    name: str
    href: str
    region: str
    amounts: tuple[Amount, Amount]
    still: str
    picked: bool
    pick_label: str
    pick_href: str


@dataclass(frozen=True, slots=True)
class PriorityGroup:
    """A part of the list. `toggle` is (word, name, address) of what opens or closes it."""

    kind: str  # group-0 … group-3
    title: str
    count: str
    rows: tuple[PriorityRow, ...]
    toggle: tuple[str, str, str] | None = None


def priority_list(
    heads: Sequence[str], groups: Sequence[PriorityGroup], caption: str
) -> html.Table:
    """Return the table; `heads` names the checkbox, then the five columns."""
    first = html.Th(hidden(heads[0]), scope="col", role="columnheader")
    cells = [first, *(html.Th(text, scope="col", role="columnheader") for text in heads[1:])]
    return html.Table(
        [
            html.Caption(caption, className="sr-only"),
            html.Thead(html.Tr(cells, role="row"), role="rowgroup"),
            *(_group(group, heads) for group in groups),
        ],
        className="priority-list",
        role="table",  # phones change `display`, which would take the table's meaning away
    )


def _group(group: PriorityGroup, heads: Sequence[str]) -> html.Tbody:
    parts: list[Child] = [
        html.Span(
            className=f"group-swatch dot-{group.kind}", **attributes({"aria-hidden": "true"})
        ),
        html.Span(group.title, className="group-title"),
        html.Span(group.count, className="group-count"),
    ]
    if group.toggle:
        word, name, address = group.toggle
        label = attributes({"aria-label": name, "data-stay": ""})
        parts.append(html.A(word, href=address, className="group-toggle", **label))
    heading = html.Th(
        html.Div(parts, className="group-head"),
        colSpan=str(len(heads)),
        scope="rowgroup",
        role="rowheader",
    )
    rows = [_row(row, heads) for row in group.rows]
    return html.Tbody([html.Tr(heading, role="row", className="group-row"), *rows], role="rowgroup")


def _row(row: PriorityRow, heads: Sequence[str]) -> html.Tr:
    pick = html.A(
        html.Span(className="checkbox"),
        href=row.pick_href,
        role="checkbox",
        className="pick",
        **attributes(
            {
                "aria-checked": "true" if row.picked else "false",
                "aria-label": row.pick_label,
                "data-pick": row.code,
            }
        ),
    )
    name = html.Th(
        html.A(row.name, href=row.href, className="priority-name"),
        scope="row",
        role="rowheader",
    )
    amounts = [_amount(one, head) for one, head in zip(row.amounts, heads[3:5], strict=True)]
    cells = [
        html.Td(pick, role="cell", className="priority-pick"),
        name,
        html.Td(row.region, role="cell", className="priority-region"),
        *amounts,
        html.Td([_phone_head(heads[5]), row.still], role="cell", className="priority-still"),
    ]
    return html.Tr(cells, role="row", **attributes({"data-row": row.code}))


def _amount(one: Amount, head: str) -> html.Td:
    parts: list[Child] = [
        _phone_head(head),
        squares(one.indicator, one.kinds),
        html.Span(one.text, className="amount"),
    ]
    if one.note:
        parts.append(html.Span(one.note, className="amount-note"))
    return html.Td(parts, role="cell", className="priority-amount")


def _phone_head(text: str) -> html.Span:
    """Return the column's head, repeated in the cell where a phone hides the table's head."""
    return html.Span(text, className="cell-head", **attributes({"aria-hidden": "true"}))
