"""404: an address that leads nowhere, said plainly, with a way back."""

from dash import html

from dashboard.components.attributes import Child
from dashboard.database import Edition
from dashboard.i18n.translate import Words
from dashboard.pages.shell import page
from dashboard.state import ViewState


def layout(edition: Edition, state: ViewState, path: str) -> list[Child]:
    """The page for an unknown address or an unknown municipality code."""
    w = Words(state.lang)
    if path.startswith("/municipality/"):
        text = w("not_found.municipality", code=path.removeprefix("/municipality/"))
    else:
        text = w("not_found.text", path=path)
    back = html.A(w("not_found.back"), href=ViewState(lang=state.lang).address("/"))
    content = [html.H1(w("not_found.title")), html.P(text), html.P(back)]
    return page(edition, state, path, [html.Div(content, className="prose")])
