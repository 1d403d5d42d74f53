"""The controls of a presentation: previous, next, full screen, letter keys, leave."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html

from dashboard.components.attributes import Child, attributes, icon


@dataclass(frozen=True, slots=True)
class ControlWords:
    """The words of the controls."""

    label: str
    previous: str
    following: str
    full: str
    start: str  # the button that a link with ?fullscreen shows
    letters: str  # the switch of single-letter keys
    leave: str


def controls(
    words: ControlWords, back: str, notices: Sequence[Child], *, letters: bool, ask: bool
) -> html.Div:
    """Return the controls; `back` is where leaving leads if nothing came before.

    `ask`: the address wants the full screen, which browsers only grant to a key or a click.
    """
    bar = html.Div(
        [
            _step("previous", "arrow-west", words.previous),
            _step("next", "arrow-east", words.following),
            _full(words.full, "slides-button"),
            _letters(words.letters, on=letters),
            html.A(
                [icon("close"), html.Span(words.leave)],
                href=back,
                className="slides-button",
                title="Esc",
                **attributes({"data-go": "leave", "aria-keyshortcuts": "Escape"}),
            ),
        ],
        className="slides-controls",
        role="group",
        **attributes({"aria-label": words.label}),
    )
    start = [_full(words.start, "slides-start")] if ask else []
    return html.Div([bar, *notices, *start], className="slides-float")


def _step(go: str, sign: str, text: str) -> html.Button:
    return html.Button(
        icon(sign),
        type="button",
        title=text,
        className="slides-button",
        **attributes({"data-go": go, "aria-label": text}),
    )


def _full(text: str, name: str) -> html.Button:
    return html.Button(
        [icon("full"), html.Span(text)],
        type="button",
        title="F",
        className=name,
        **attributes({"data-go": "full", "aria-keyshortcuts": "F"}),
    )


def _letters(text: str, *, on: bool) -> html.Button:
    return html.Button(
        [html.Span(className="slides-track"), html.Span(text)],
        type="button",
        role="switch",
        className="slides-button",
        **attributes({"data-go": "letters", "aria-checked": "true" if on else "false"}),
    )
