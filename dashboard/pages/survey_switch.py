"""The survey round in the header: its name, or the choice between several."""

from dash import html

from dashboard.components.attributes import attributes
from dashboard.database import Edition
from dashboard.i18n.translate import Words
from dashboard.state import ViewState
from dashboard.waves import read_waves

SWITCH = "/wave/"  # before a wave and a page's address: that page in the other wave


def survey_switch(edition: Edition, state: ViewState, here: str, w: Words) -> html.Span | html.Nav:
    """The name of the only survey; of several a link each, to the page at the address `here`."""
    waves = read_waves(edition)
    if len(waves) == 1:
        return html.Span(waves[0][f"title_{w.lang}"], className="header-survey")
    links = [
        html.A(
            wave["wave"],
            href=f"{SWITCH}{wave['wave']}{here}",
            className="segment-link",
            title=wave[f"title_{w.lang}"],
            **attributes(
                {
                    "aria-current": "true" if wave["wave"] == state.wave else None,
                    "data-wave": wave["wave"],
                }
            ),
        )
        for wave in reversed(waves)  # as time goes
    ]
    label = html.Span(w("header.choose_survey"), className="control-label")
    return html.Nav(
        [label, html.Div(links, className="segment")],
        className="header-survey survey-switch",
        **attributes({"aria-label": w("header.choose_survey")}),
    )
