"""The survey round in the header: its name, or the choice between several."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html

from dashboard.components.attributes import attributes, icon
from dashboard.database import Edition
from dashboard.i18n.translate import Words
from dashboard.state import ViewState
from dashboard.waves import read_waves

SWITCH = "/wave/"  # before a wave and a page's address: that page in the other wave
MOST_BUTTONS = 3  # side by side; more would not fit beside the pages' names


def survey_switch(edition: Edition, state: ViewState, here: str, w: Words) -> html.Span | html.Nav:
    """The name of the only survey; of several a link each, to the page at the address `here`."""
    waves = read_waves(edition)
    if len(waves) == 1:
        return html.Span(waves[0][f"title_{w.lang}"], className="header-survey")
    few = len(waves) <= MOST_BUTTONS
    return html.Nav(
        _buttons(waves, state, here, w) if few else [_menu(waves, state, here, w)],
        className="header-survey survey-switch",
        **attributes({"aria-label": w("header.choose_survey")}),
    )


def _buttons(
    waves: Sequence[Mapping[str, Any]], state: ViewState, here: str, w: Words
) -> list[html.Span | html.Div]:
    """Side by side, as time goes."""
    links = [_link(one, state, here, w) for one in reversed(waves)]
    return [_label(w), html.Div(links, className="segment")]


def _menu(
    waves: Sequence[Mapping[str, Any]], state: ViewState, here: str, w: Words
) -> html.Details:
    """Under a button that names the shown one, the newest first; it opens without scripts too."""
    button = html.Summary(
        [_label(w), html.Strong(state.wave), icon("chevron")], className="survey-button"
    )
    links = [html.Li(_link(one, state, here, w, titled=True)) for one in waves]
    # openers.js closes what floats.
    return html.Details(
        [button, html.Ul(links, className="survey-list")],
        className="survey-menu",
        **attributes({"data-floats": "true"}),
    )


def _label(w: Words) -> html.Span:
    return html.Span(w("header.choose_survey"), className="control-label")


def _link(
    wave: Mapping[str, Any], state: ViewState, here: str, w: Words, *, titled: bool = False
) -> html.A:
    """The same page in a wave; `titled`: with the survey's title beside it, else behind it."""
    title = wave[f"title_{w.lang}"]
    current = "true" if wave["wave"] == state.wave else None
    return html.A(
        [html.Strong(wave["wave"]), html.Span(title)] if titled else wave["wave"],
        href=f"{SWITCH}{wave['wave']}{here}",
        className="survey-link" if titled else "segment-link",
        title=None if titled else title,
        **attributes({"aria-current": current, "data-wave": wave["wave"]}),
    )
