"""A large part of a page as one piece: Dash takes seconds for some hundred components, a browser
milliseconds for their markup.

The part is built from the same components as any other, written out as HTML by the server, and put
in place by assets/static.js. Its links and boxes answer by delegation, as everywhere.
"""

from html import escape

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import Child, Children, attributes

_NAMES = {"className": "class", "colSpan": "colspan", "tabIndex": "tabindex"}


def static(part: Child) -> html.Div:
    """Return the place of a part that has no callbacks of its own."""
    return html.Div(**attributes({"data-static": markup(part)}))


def markup(part: Children) -> str:
    """Return components as HTML, every text and every attribute escaped.

    Names of styles are CSS's own: a part that is to stand here has none of two words.
    """
    if part is None:
        return ""
    if isinstance(part, str):
        return escape(part, quote=False)
    if not isinstance(part, Component):
        return "".join(markup(one) for one in part)
    written = part.to_plotly_json()  # type: ignore[no-untyped-call]
    properties = dict(written["props"])
    children = properties.pop("children", None)
    tag = written["type"].lower()
    if "style" in properties:
        properties["style"] = "; ".join(f"{k}: {v}" for k, v in properties["style"].items())
    named = "".join(
        f' {_NAMES.get(name, name)}="{escape(str(value))}"'
        for name, value in sorted(properties.items())
    )
    return f"<{tag}{named}>{markup(children)}</{tag}>"
