"""A sentence that must be read before the figures: why something is missing or differs."""

from typing import Literal

from dash import html

from dashboard.components.attributes import Child, icon


def notice(
    title: str,
    text: str,
    action: Child | None = None,
    *,
    sign: Literal["info", "flag"] = "info",
    form: Literal["strip", "quiet", "framed"] = "framed",
) -> html.Div:
    """Return a notice: a strip over the map, quiet between lenses, or framed on a page."""
    words: list[Child] = [html.Strong(title), f" {text} "]
    if action is not None:
        words.append(action)
    return html.Div([icon(sign), html.P(words)], className=f"notice notice-{form}", role="note")
