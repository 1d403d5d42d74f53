"""The filters of a view: links that carry the whole state, so they can be opened and shared."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html

from dashboard.components.attributes import Child, attributes, icon, param


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter."""

    value: str
    text: str
    href: str
    active: bool = False


def segment(label: str, name: str, choices: Sequence[Choice], *, stay: bool = False) -> html.Div:
    """Return a labelled row of joined links that set the parameter `name`.

    Without a name they lead to their whole addresses; `stay`: on the same page, without a load.
    """
    stays = {"data-stay": ""} if stay else {}
    links = [
        html.A(
            choice.text,
            href=choice.href,
            className="segment-link",
            **attributes({"aria-current": "true" if choice.active else None} | stays),
            **(param(name, choice.value) if name else {}),
        )
        for choice in choices
    ]
    group = html.Div(links, className="segment", role="group", **attributes({"aria-label": label}))
    return html.Div(
        [html.Span(label, className="control-label", **attributes({"aria-hidden": "true"})), group],
        className="control",
    )


def select(label: str, name: str, choices: Sequence[Choice]) -> html.Div:
    """Return a native select that sets the parameter `name`; links.js listens to it."""
    options = [
        html.Option(choice.text, value=choice.value, selected=choice.active) for choice in choices
    ]
    return html.Div(
        html.Label(
            [
                html.Span(label, className="control-label"),
                html.Span(
                    html.Select(options, className="select", **attributes({"data-param": name})),
                    className="select-box",
                ),
            ]
        ),
        className="control",
    )


def switch(text: str, name: str, values: tuple[str, str], href: str, *, on: bool) -> html.Div:
    """Return a switch between two values (off, on) of the parameter `name`."""
    return html.Div(
        html.A(
            [html.Span(className="switch-track"), html.Span(text)],
            href=href,
            role="switch",
            className="switch",
            **attributes(
                {
                    "aria-checked": "true" if on else "false",
                    "data-off": values[0],
                    "data-on": values[1],
                }
            ),
            **param(name, values[0] if on else values[1]),
        ),
        className="control",
    )


def filters(parts: Sequence[Child], button: str, shown: Sequence[str]) -> html.Div:
    """Return the filter bar; on phones it opens from a button that repeats the `shown` filters."""
    chips = [
        html.Span(className="filters-chip", **attributes({"data-shows": name})) for name in shown
    ]
    opener = html.Button(
        [icon("filter"), html.Span(button), *chips],
        type="button",
        className="button filters-button",
        **attributes({"aria-expanded": "false", "aria-controls": "filters"}),
    )
    return html.Div(
        [opener, html.Div(list(parts), className="filters", id="filters")], className="filters-bar"
    )
