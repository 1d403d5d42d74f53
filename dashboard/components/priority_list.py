"""The list of priorities: a group a part of the table, a municipality a row with its checkbox.

Its rows are markup from the start (see static.py), so it must stand in a static part.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dash import html

from dashboard.components.attributes import Child, attributes, hidden
from dashboard.components.squares import in_order, squares
from dashboard.components.static import Markup, as_markup, element


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
        label = attributes({"aria-label": name, "data-stay": "", "data-keep": group.kind})
        parts.append(html.A(word, href=address, className="group-toggle", **label))
    heading = html.Th(
        html.Div(parts, className="group-head"),
        colSpan=str(len(heads)),
        scope="rowgroup",
        role="rowheader",
    )
    rows = [_row(row, heads) for row in group.rows]
    return html.Tbody([html.Tr(heading, role="row", className="group-row"), *rows], role="rowgroup")


def _row(row: PriorityRow, heads: Sequence[str]) -> Markup:
    checkbox = {
        "aria-checked": "true" if row.picked else "false",
        "aria-label": row.pick_label,
        "class": "pick",
        "data-pick": row.code,
        "href": row.pick_href,
        "role": "checkbox",
    }
    pick = element("a", checkbox, element("span", {"class": "checkbox"}))
    name = element("a", {"class": "priority-name", "href": row.href}, row.name)
    cells = [
        _cell("priority-pick", pick),
        element("th", {"role": "rowheader", "scope": "row"}, name),
        _cell("priority-region", row.region),
        *(_amount(one, head) for one, head in zip(row.amounts, heads[3:5], strict=True)),
        _cell("priority-still", _phone_head(heads[5]), row.still),
    ]
    return element("tr", {"data-row": row.code, "role": "row"}, *cells)


def _cell(name: str, *inside: str) -> Markup:
    return element("td", {"class": name, "role": "cell"}, *inside)


def _amount(one: Amount, head: str) -> Markup:
    parts = [
        _phone_head(head),
        _squares(one.indicator, in_order(one.kinds)),
        element("span", {"class": "amount"}, one.text),
    ]
    if one.note:
        parts.append(element("span", {"class": "amount-note"}, one.note))
    return _cell("priority-amount", *parts)


@lru_cache(maxsize=4096)
def _squares(indicator: str, kinds: tuple[str, ...]) -> Markup:
    """Return the squares, which places with the same answers share."""
    return as_markup(squares(indicator, kinds))


def _phone_head(text: str) -> Markup:
    """Return the column's head, repeated in the cell where a phone hides the table's head."""
    return element("span", {"aria-hidden": "true", "class": "cell-head"}, text)
