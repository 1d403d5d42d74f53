"""The way from every page into the presentation: "Prezentēt" in the header."""

from urllib.parse import parse_qs, urlencode

from dash import html

from dashboard.components.attributes import attributes, icon
from dashboard.i18n.translate import Words
from dashboard.present_slides import CHANGED, MUNICIPALITY, NAMES, PRIORITIES
from dashboard.state import ViewState

PROFILE, COMPARE = "/municipality/", "/compare"


def present_link(state: ViewState, here: str, w: Words) -> html.A:
    """A link to the slide of the page at the address `here`; on the map present.js keeps it so."""
    follows = "" if here.partition("?")[0] == "/" else None
    return html.A(
        [icon("present"), html.Span(w("action.present"))],
        href=present_address(state, here),
        className="button present-link",
        **attributes({"data-present": follows}),
    )


def present_address(state: ViewState, here: str) -> str:
    """The presentation of a page's view, at the slide that comes nearest to the page."""
    path, _, query = here.partition("?")
    address, slide = state.address("/present"), NAMES[0]
    if path == "/":
        slide = state.indicator
    elif path == f"/{PRIORITIES}":
        slide = PRIORITIES
    elif path == COMPARE and parse_qs(query).get("mode") == [CHANGED]:
        slide = CHANGED
    elif path.startswith(PROFILE):
        slide = MUNICIPALITY
        address = state.address("/present", municipality=path.removeprefix(PROFILE))
    if slide == NAMES[0]:
        return address
    return f"{address}{'&' if '?' in address else '?'}{urlencode({'slide': slide})}"
