"""Under a list that is shown in parts: what of it is shown, and the ways to the rest."""

from dataclasses import dataclass

from dash import html

from dashboard.components.attributes import Child, attributes


@dataclass(frozen=True, slots=True)
class Pager:
    """The words and addresses of a pager. A link is its words and its address."""

    shown: str  # "1st to 25th of 38"
    everything: tuple[str, str]
    previous: tuple[str, str] | None
    following: tuple[str, str] | None


def shown_of(pager: Pager) -> html.P:
    """Return what is shown and the way to everything; stands before the list, on paper too."""
    words, address = pager.everything
    return html.P([f"{pager.shown} ", html.A(words, href=address)], className="profile-hint")


def pager_links(pager: Pager, label: str) -> html.Nav:
    """Return the ways to what stands before and after, with what is shown between them."""
    links: list[Child] = [
        html.A(one[0], href=one[1]) for one in (pager.previous, pager.following) if one
    ]
    shown = html.Span(pager.shown, className="pager-shown")
    return html.Nav([shown, *links], className="pager", **attributes({"aria-label": label}))
