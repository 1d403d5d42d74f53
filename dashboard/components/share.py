"""Buttons that copy: the link of a view, or any text beside them."""

from dataclasses import dataclass

from dash import html

from dashboard.components.attributes import attributes, classes, icon


@dataclass(frozen=True, slots=True)
class CopyWords:
    """What stands on a copying button, and what it says when that went well or did not."""

    action: str
    copied: str
    failed: str


def copy_link(words: CopyWords, name: str = "") -> html.Button:
    """Return a button that copies the address of the page as it is; copy.js does it.

    `name` adds a class, e.g. is-quiet for a button without an edge.
    """
    return html.Button(
        [icon("link"), html.Span(words.action, **attributes({"data-says": ""}))],
        type="button",
        className=classes("button", name),
        **attributes({"data-copy": "", "data-copied": words.copied, "data-failed": words.failed}),
    )
