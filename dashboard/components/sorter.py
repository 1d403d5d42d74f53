"""The order of a table as a native select, for phones: their cards have no heads to press."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html

from dashboard.components.attributes import attributes


@dataclass(frozen=True, slots=True)
class Order:
    """One order of the rows."""

    value: str  # a column, "-" before it where the largest comes first; "" as they were given
    text: str
    active: bool = False


def sorter(label: str, orders: Sequence[Order]) -> html.Div:
    """Return the labelled select; table.js sorts by it and keeps it in step with the heads."""
    options = [html.Option(one.text, value=one.value, selected=one.active) for one in orders]
    chosen = next((one.value for one in orders if one.active), "")
    named = attributes({"data-sort": "", "data-chosen": chosen})
    select = html.Span(html.Select(options, className="select", **named), className="select-box")
    words = html.Span(label, className="control-label")
    return html.Div(html.Label([words, select]), className="control sorter for-phones")
