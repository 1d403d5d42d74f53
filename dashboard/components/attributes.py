"""What all parts share: the type of children, attributes with dashes, links that carry state."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

Child = Component | str
Children = Child | Sequence[Child | None] | None


def attributes(named: Mapping[str, str | None]) -> dict[str, Any]:
    """Return attributes such as aria-label for `**`, without those that are None."""
    return {name: value for name, value in named.items() if value is not None}


def param(name: str, value: str) -> dict[str, Any]:
    """Return the two attributes by which links.js sets one parameter of the URL.

    An empty value removes the parameter.
    """
    return {"data-param": name, "data-value": value}


def icon(name: str) -> html.Span:
    """Return a decorative 20 px icon; the word stands beside it or in the parent's aria-label."""
    return html.Span(className=f"icon icon-{name}", **attributes({"aria-hidden": "true"}))


def hidden(text: str) -> html.Span:
    """Return a text for screen readers only."""
    return html.Span(text, className="sr-only")


def classes(*names: str | None) -> str:
    """Join class names, leaving out the empty ones."""
    return " ".join(name for name in names if name)


def scrolling(label: str) -> dict[str, Any]:
    """Return what a box needs in which a wide table scrolls, so that a keyboard can too."""
    named = attributes({"aria-label": label})
    return {"className": "table-scroll", "role": "region", "tabIndex": "0", **named}
