"""Buttons that copy: the link of a view, or any text beside them."""

from dataclasses import dataclass

from dash import html

from dashboard.components.attributes import attributes, icon


@dataclass(frozen=True, slots=True)
class CopyWords:
    """What stands on a copying button, and what it says when that went well or did not."""

    action: str
    copied: str
    failed: str


def copier(words: CopyWords, of: str = "", sign: str = "link", name: str = "button") -> html.Button:
    """Return a button that copies the text of the element with the id `of`; copy.js does it.

    Without `of` it is the address of the page as it is.
    """
    return html.Button(
        [icon(sign), html.Span(words.action, **attributes({"data-says": ""}))],
        type="button",
        className=name,
        **attributes({"data-copy": of, "data-copied": words.copied, "data-failed": words.failed}),
    )
