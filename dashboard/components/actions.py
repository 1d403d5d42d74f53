"""Buttons that the browser answers: copy a link or a text, print. copy.js and print.js listen."""

from dash import html

from dashboard.components.attributes import Child, attributes, icon


def copy_link(text: str, href: str, copied: str) -> html.Span:
    """Return a link that copies its own address; `copied` says that it has."""
    link = html.A(
        [icon("link"), html.Span(text)],
        href=href,
        className="button",
        **attributes({"data-copy": "link"}),
    )
    return html.Span([link, _told(copied)], className="copy")


def copy_text(text: str, value: str, copied: str) -> html.Span:
    """Return a button in running text that copies `value`."""
    button = html.Button(
        text,
        type="button",
        className="text-button",
        **attributes({"data-copy": "text", "data-value": value}),
    )
    return html.Span([button, _told(copied)], className="copy")


def _told(copied: str) -> html.Span:
    return html.Span(className="copied", role="status", **attributes({"data-copied": copied}))


def print_button(text: str) -> html.Button:
    """Return the button that prints the page or saves it as a PDF."""
    words: list[Child] = [icon("print"), html.Span(text)]
    return html.Button(
        words, type="button", className="button print-button", **attributes({"data-print": ""})
    )
