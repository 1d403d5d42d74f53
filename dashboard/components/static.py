"""A large part of a page as one piece: Dash takes seconds for some hundred components, a browser
milliseconds for their markup.

The part is built from the same components as any other, written out as HTML by the server, and put
in place by assets/static.js. Its links and boxes answer by delegation, as everywhere.
"""

from collections.abc import Mapping
from html import escape
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import Child, Children, attributes

_NAMES = {
    "autoComplete": "autocomplete",
    "className": "class",
    "colSpan": "colspan",
    "hrefLang": "hreflang",
    "htmlFor": "for",
    "tabIndex": "tabindex",
}
_VOID = ("br", "hr", "img", "input", "wbr")


class Markup(str):
    """HTML in which every text is escaped already."""

    __slots__ = ()


def element(tag: str, attributes: Mapping[str, str], *inside: str) -> Markup:
    """Return an element as HTML at once, for rows of which a page has hundreds.

    A component costs some fifty times as much. `attributes` have HTML's own names; a text inside
    is escaped unless it is Markup.
    """
    named = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    held = "".join(one if isinstance(one, Markup) else escape(one, quote=False) for one in inside)
    return Markup(f"<{tag}{named}>{held}</{tag}>")


def as_markup(part: Child) -> Markup:
    """Return components as Markup that can stand inside an `element`."""
    return Markup(markup(part))


def static(part: Child) -> html.Div:
    """Return the place of a part that has no callbacks of its own."""
    return html.Div(**attributes({"data-static": markup(part)}))


def markup(part: Children, insides: Mapping[str, str] | None = None) -> str:
    """Return components as HTML, every text and every attribute escaped.

    Names of styles are CSS's own: a part that is to stand here has none of two words. `insides`
    is HTML, by id, for places that a script would fill.
    """
    if part is None:
        return ""
    if isinstance(part, Markup):
        return part
    if isinstance(part, str):
        return escape(part, quote=False)
    if not isinstance(part, Component):
        return "".join(markup(one, insides) for one in part)
    written = part.to_plotly_json()  # type: ignore[no-untyped-call]
    properties = dict(written["props"])
    children = properties.pop("children", None)
    if written["namespace"] == "dash_core_components":
        return _core(written["type"], properties)
    inside = properties.pop("data-static", None)
    if inside is None:
        inside = (insides or {}).get(properties.get("id", "")) or markup(children, insides)
    return _element(written["type"].lower(), properties, inside)


def _element(tag: str, properties: dict[str, Any], inside: str) -> str:
    if "style" in properties:
        properties["style"] = "; ".join(f"{k}: {v}" for k, v in properties["style"].items())
    named = "".join(
        f" {_NAMES.get(name, name)}" + ("" if value is True else f'="{escape(str(value))}"')
        for name, value in sorted(properties.items())
        if value is not False
    )
    return f"<{tag}{named}>" if tag in _VOID else f"<{tag}{named}>{inside}</{tag}>"


def _core(name: str, properties: dict[str, Any]) -> str:
    """Return a text field, or the place of a chart that plotly.js draws; all else is not seen."""
    if name == "Graph":
        return _element("div", {"className": properties.get("className", "")}, "")
    return _field(properties) if name == "Input" else ""


def _field(properties: dict[str, Any]) -> str:
    """Return a text field as dcc.Input draws it; its value is the browser's."""
    shown = {**properties, "className": "dash-input-element"}
    return f'<div class="dash-input-container">{_element("input", shown, "")}</div>'
