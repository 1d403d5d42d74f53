"""The button that prints; print.js listens."""

from dash import html

from dashboard.components.attributes import attributes, icon


def print_button(text: str) -> html.Button:
    """Return the button that prints the page or saves it as a PDF."""
    return html.Button(
        [icon("print"), html.Span(text)],
        type="button",
        className="button print-button",
        **attributes({"data-print": ""}),
    )
