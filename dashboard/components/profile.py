"""The head of a profile and its notes."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from dash import html

from dashboard.components.attributes import Child, Children, attributes, icon
from dashboard.components.evidence_badge import Badge, evidence_badge


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way back; the last one has no address."""

    text: str
    href: str = ""
    sign: str = ""  # an icon that phones show before it


@dataclass(frozen=True, slots=True)
class ProfileHead:
    """The words at the top of a profile."""

    name: str
    meta: str
    sheet: str  # in print and on phones in place of `meta`
    lead: str
    locator: str  # SVG
    locator_alt: str
    locator_caption: str


def crumbs(steps: Sequence[Crumb], label: str) -> html.Nav:
    """Return the way back to the map."""
    items = [
        html.Li(
            html.A([*([icon(step.sign)] if step.sign else []), step.text], href=step.href)
            if step.href
            else html.Span(step.text, **attributes({"aria-current": "page"}))
        )
        for step in steps
    ]
    return html.Nav(html.Ol(items), className="crumbs", **attributes({"aria-label": label}))


def profile_head(head: ProfileHead, actions: Sequence[Child]) -> html.Div:
    """Return name, response, lead and actions, the locator on the right."""
    words: list[Child] = [
        html.H1(head.name),
        html.P(head.meta, className="profile-meta"),
        html.P(head.sheet, className="profile-meta for-sheet"),
        html.P(head.lead, className="profile-lead"),
    ]
    words.append(html.Div(list(actions), className="profile-actions"))
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


def marks_key(title: str, badges: Sequence[Badge]) -> html.Section:
    """Return what the marks mean; paper has no pointer, so print shows it in full."""
    items = [html.Div([evidence_badge(one), html.P(one.meaning)]) for one in badges]
    return html.Section(
        [html.H2(title), html.Div(items, className="marks-key-items")], className="marks-key"
    )


def notes(items: Sequence[tuple[str, Children]]) -> html.Div:
    """Return the notes under the table: a heading and its paragraph each."""
    return html.Div(
        [html.Section([html.H2(title), html.P(text)]) for title, text in items], className="notes"
    )
