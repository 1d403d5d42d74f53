"""The head of a profile and its notes."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from dash import html

from dashboard.components.attributes import Child, attributes
from dashboard.components.panel import Action, action_link


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way back; the last one has no address."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class ProfileHead:
    """The words at the top of a profile."""

    name: str
    meta: str
    lead: str
    locator: str  # SVG
    locator_alt: str
    locator_caption: str


def crumbs(steps: Sequence[Crumb], label: str) -> html.Nav:
    """Return the way back to the map."""
    items = [
        html.Li(
            html.A(step.text, href=step.href)
            if step.href
            else html.Span(step.text, **attributes({"aria-current": "page"}))
        )
        for step in steps
    ]
    return html.Nav(html.Ol(items), className="crumbs", **attributes({"aria-label": label}))


def profile_head(
    head: ProfileHead, actions: Sequence[Action], more: Child | None = None
) -> html.Div:
    """Return name, response, lead, actions (and `more` beside them), the locator on the right."""
    words: list[Child] = [
        html.H1(head.name),
        html.P(head.meta, className="profile-meta"),
        html.P(head.lead, className="profile-lead"),
    ]
    buttons: list[Child] = [action_link(one) for one in actions]
    if more is not None:
        buttons.append(more)
    if buttons:
        words.append(html.Div(buttons, className="profile-actions"))
    return html.Div([html.Div(words), locator_figure(head)], className="profile-head")


def locator_figure(head: ProfileHead) -> html.Figure:
    """Return the locator as an image: Dash has no SVG elements, and it holds no text."""
    return html.Figure(
        [
            html.Img(src=svg_address(head.locator), alt=head.locator_alt, width=300, height=190),
            html.Figcaption(head.locator_caption),
        ],
        className="locator",
    )


def svg_address(svg: str) -> str:
    """Return an SVG as a data address."""
    return f"data:image/svg+xml,{quote(svg, safe=' =:/,-.')}"


def notes(items: Sequence[tuple[str, Child]]) -> html.Div:
    """Return the notes under the table: a heading and its paragraph each."""
    return html.Div(
        [html.Section([html.H2(title), html.P(text)]) for title, text in items], className="notes"
    )
