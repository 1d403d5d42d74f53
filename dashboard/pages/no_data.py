"""The page while there is no usable database: said plainly, in the language that was asked for."""

from urllib.parse import parse_qsl

from dash import html

from dashboard.components.attributes import Child
from dashboard.i18n.translate import LANGUAGES, Words


def layout(path: str, search: str) -> list[Child]:
    """The page in place of any other; its link asks for the same address again."""
    asked = dict(parse_qsl(search.lstrip("?"))).get("lang")
    w = Words(asked if asked in LANGUAGES else LANGUAGES[0])
    words = [
        html.H1(w("notice.error.title")),
        html.P(w("notice.error.nothing")),
        html.P(html.A(w("action.retry"), href=f"{path}{search}")),
    ]
    return [html.Main(html.Div(words, className="prose"), id="main", className="page")]
