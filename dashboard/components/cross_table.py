"""A cross-table of two questions: one small square per municipality, the count above them."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html

from dashboard.components.attributes import attributes, classes


@dataclass(frozen=True, slots=True)
class Dot:
    """One municipality: how its square is painted, and what is said when it is pointed at."""

    code: str
    kind: str  # group-0 … group-3, or a state such as no_answer
    text: str
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class CrossCell:
    """A cell: its squares, its name, and the address that filters by it (or ends the filter)."""

    dots: tuple[Dot, ...]
    label: str
    href: str
    indicator: str  # whose hatch an estimate has
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class CrossRow:
    """A row with its head."""

    head: str
    cells: tuple[CrossCell, ...]


def cross_table(
    caption: str, over: str, heads: Sequence[str], rows: Sequence[CrossRow]
) -> html.Div:
    """Return the table; `over` stands above all columns and says what they are about."""
    top = html.Tr([html.Td(), html.Th(over, colSpan=str(len(heads)), scope="colgroup")])
    head = html.Tr([html.Td(), *(html.Th(text, scope="col") for text in heads)])
    body = [
        html.Tr([html.Th(row.head, scope="row"), *(_cell(one) for one in row.cells)])
        for row in rows
    ]
    table = html.Table(
        [html.Caption(caption), html.Thead([top, head]), html.Tbody(body)], className="cross-table"
    )
    return html.Div(table, className="cross-scroll")


def _cell(cell: CrossCell) -> html.Td:
    if not cell.dots:
        return html.Td(html.Span("0", className="cross-empty"))
    link = html.A(
        [
            html.Span(str(len(cell.dots)), className="cross-count"),
            html.Span(
                [_dot(one) for one in cell.dots],
                className=f"cross-dots of-{cell.indicator}",
                **attributes({"aria-hidden": "true"}),
            ),
        ],
        href=cell.href,
        className="cross-link",
        **attributes(
            {
                "aria-label": cell.label,
                "aria-current": "true" if cell.chosen else None,
                "data-stay": "",
            }
        ),
    )
    return html.Td(link, className="is-chosen" if cell.chosen else None)


def _dot(dot: Dot) -> html.Span:
    return html.Span(
        className=classes("dot", f"dot-{dot.kind}", "is-dashed" if dot.dashed else None),
        title=dot.text,
        **attributes({"data-dot": dot.code}),
    )
