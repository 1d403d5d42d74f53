"""The way from every page into the presentation: "Prezentēt" in the header."""

from urllib.parse import urlencode

from dash import html

from dashboard.components.attributes import attributes, icon
from dashboard.i18n.translate import Words
from dashboard.present_slides import MUNICIPALITY, NAMES, PRIORITIES
from dashboard.state import ViewState

PROFILE = "/municipality/"


def present_link(state: ViewState, path: str, w: Words) -> html.A:
    """A link to the slide that shows what the page shows; on the map present.js keeps it so."""
    follows = "" if path == "/" else None
    return html.A(
        [icon("present"), html.Span(w("action.present"))],
        href=present_address(state, path),
        className="button present-link",
        **attributes({"data-present": follows}),
    )


def present_address(state: ViewState, path: str) -> str:
    """The presentation of a page's view, at the slide that comes nearest to the page."""
    address, slide = state.address("/present"), NAMES[0]
    if path == "/":
        slide = state.indicator
    elif path == f"/{PRIORITIES}":
        slide = PRIORITIES
    elif path.startswith(PROFILE):
        slide = MUNICIPALITY
        address = state.address("/present", municipality=path.removeprefix(PROFILE))
    if slide == NAMES[0]:
        return address
    return f"{address}{'&' if '?' in address else '?'}{urlencode({'slide': slide})}"
