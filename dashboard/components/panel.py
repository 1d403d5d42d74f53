"""The panel beside the map: search, the chosen place, its sentence, three lenses, ways onward."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html

from dashboard.components.attributes import Child, attributes, hidden, icon, param


@dataclass(frozen=True, slots=True)
class Place:
    """What the panel speaks of; without a close text nothing is chosen and it is Latvia."""

    name: str
    meta: str
    sentence: str
    indicator: str
    close: str = ""
    close_href: str = ""
    amount: Child | None = None  # squares and "1 no 2": what the phone's sheet shows first


@dataclass(frozen=True, slots=True)
class Action:
    """A link that looks like a button."""

    text: str
    href: str
    icon: str = ""
    main: bool = False


def panel(find: Child, body: Child, label: str, more: str, less: str) -> html.Aside:
    """Return the panel; `body` is what changes with the chosen place.

    On phones the body is a sheet over the page's lower edge; the handle opens it (`more`) and
    lowers it again (`less`). sheet.js does both, and follows a finger that draws it.
    """
    handle = html.Button(
        hidden(more),
        type="button",
        id="sheet-handle",
        className="sheet-handle",
        **attributes({"aria-expanded": "false", "data-more": more, "data-less": less}),
    )
    sheet = html.Div([handle, body], className="panel-sheet")
    return html.Aside([find, sheet], className="panel", **attributes({"aria-label": label}))


def panel_body(
    place: Place,
    lenses: Sequence[Child],
    actions: Sequence[Child] = (),
    hint: str = "",
    foot: Child | None = None,
) -> html.Div:
    """Return place, sentence and lenses; a notice may stand among the lenses, `foot` after them."""
    parts: list[Child] = [_head(place), html.P(place.meta, className="panel-meta")]
    if place.amount is not None:
        parts.append(html.Div(place.amount, className="panel-amount"))
    if hint:
        parts.append(html.P(hint, className="panel-hint"))
    parts.append(html.P(place.sentence, className=f"sentence of-{place.indicator}"))
    parts.append(html.Div(list(lenses), className="lenses"))
    if foot is not None:
        parts.append(html.Div(foot, className="panel-foot"))
    if actions:
        parts.append(html.Div(list(actions), className="panel-actions"))
    return html.Div(parts, className="panel-body")


def _head(place: Place) -> html.Div:
    parts: list[Child] = [html.H2(place.name)]
    if place.close:
        parts.append(
            html.A(
                [icon("close"), hidden(place.close)],
                href=place.close_href,
                className="icon-button",
                title=place.close,
                **param("municipality", ""),
            )
        )
    return html.Div(parts, className="panel-head")


def action_link(action: Action) -> html.A:
    """Return a link as a button, the main one filled."""
    name = "button button-main" if action.main else "button"
    sign: list[Child] = [icon(action.icon)] if action.icon else []
    return html.A([*sign, html.Span(action.text)], href=action.href, className=name)
