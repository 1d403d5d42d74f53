"""Buttons that the browser answers: copy a link or a text, print. copy.js and print.js listen."""

from dash import html

from dashboard.components.attributes import Child, attributes, icon


def copy_link(text: str, href: str, copied: str) -> html.Span:
    """Return a link that copies its own address; `copied` says that it has."""
    link = html.A(
        [icon("link"), html.Span(text)],
        href=href,
        className="button",
        **attributes({"data-copy-link": "", "data-copied": copied}),
    )
    return html.Span([link, _told()], className="copy")


def copy_text(text: str, value: str, copied: str) -> html.Span:
    """Return a button in running text that copies `value`."""
    button = html.Button(
        text,
        type="button",
        className="text-button",
        **attributes({"data-copy-text": value, "data-copied": copied}),
    )
    return html.Span([button, _told()], className="copy")


def _told() -> html.Span:
    return html.Span(className="copied", role="status")


def print_button(text: str) -> html.Button:
    """Return the button that prints the page or saves it as a PDF."""
    words: list[Child] = [icon("print"), html.Span(text)]
    return html.Button(
        words, type="button", className="button print-button", **attributes({"data-print": ""})
    )
