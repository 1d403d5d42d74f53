"""The filters of a view: links that carry the whole state, so they can be opened and shared."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html

from dashboard.components.attributes import Child, attributes, hidden, icon, param

SHEET_ID = "filters"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter."""

    value: str
    text: str
    href: str
    active: bool = False
    long: str = ""  # how a phone's filter button says it, where the text alone is too short


@dataclass(frozen=True, slots=True)
class FilterWords:
    """The words of the filter bar: its name, and what closes its sheet on phones."""

    title: str
    show: str
    close: str


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
            **attributes(
                {
                    "aria-current": "true" if choice.active else None,
                    "data-long": choice.long or None,
                }
                | stays
            ),
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
    """Return a native select that sets the parameter `name`; links.js listens to it.

    `data-chosen` is the value that the server has drawn: React leaves a select's own value alone.
    """
    chosen = next((choice.value for choice in choices if choice.active), None)
    named = attributes({"data-param": name, "data-chosen": chosen})
    options = [
        html.Option(choice.text, value=choice.value, selected=choice.active) for choice in choices
    ]
    return html.Div(
        html.Label(
            [
                html.Span(label, className="control-label"),
                html.Span(
                    html.Select(options, className="select", **named),
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


def filters(
    parts: Sequence[Child], words: FilterWords, chips: Sequence[tuple[str, str]]
) -> html.Div:
    """Return the filter bar; on phones a sheet that opens from a button.

    `chips` are (parameter, label) of the choices that stand beside the button as buttons too.
    """
    shown = [
        [hidden(f"{label}: "), html.Span(**attributes({"data-shows": name}))]
        for name, label in chips
    ]
    openers = [_opener([icon("filter"), html.Span(words.title)], "filters-button")]
    openers += [_opener(one, "filters-chip") for one in shown]
    close = html.Button(
        icon("close"),
        type="button",
        className="icon-button",
        **attributes({"aria-label": words.close, "data-closes": SHEET_ID}),
    )
    show = html.Button(
        words.show,
        type="button",
        className="button button-main",
        **attributes({"data-closes": SHEET_ID}),
    )
    head = html.Div([html.H2(words.title), close], className="filters-head for-phones")
    foot = html.Div(show, className="filters-foot for-phones")
    sheet = html.Div(
        [head, *parts, foot],
        className="filters",
        id=SHEET_ID,
        role="group",
        **attributes({"aria-label": words.title, "data-enter": ""}),
    )
    return html.Div(
        [html.Div(openers, className="filters-openers for-phones"), sheet], className="filters-bar"
    )


def _opener(parts: Sequence[Child], name: str) -> html.Button:
    return html.Button(
        list(parts),
        type="button",
        className=f"button {name}",
        **attributes({"aria-expanded": "false", "aria-controls": SHEET_ID}),
    )
