"""404: an address that leads nowhere, said plainly, with ways on."""

from dash import html

from dashboard.atlas import read_atlas
from dashboard.components.attributes import Child
from dashboard.database import Edition
from dashboard.i18n.translate import Words
from dashboard.pages.shell import footer, page
from dashboard.state import ViewState

PROFILE = "/municipality/"


def layout(edition: Edition, state: ViewState, path: str) -> list[Child]:
    """The page for an unknown address or an unknown municipality code."""
    w = Words(state.lang)
    start = ViewState(lang=state.lang)
    content: list[Child] = [html.H1(w("not_found.title"))]
    if path.startswith(PROFILE):
        code = path.removeprefix(PROFILE)
        content += [html.P(w("not_found.municipality", code=code)), *_elsewhere(edition, code, w)]
    else:
        content.append(html.P(w("not_found.text", path=path)))
    content.append(html.P(html.A(w("not_found.back"), href=start.address("/"))))
    content.append(_municipalities(edition, start, w))
    shown = html.Div(content, className="prose not-found")
    header, main, _ = page(edition, state, path, [shown])
    return [header, main, footer(edition, state)]


def _elsewhere(edition: Edition, code: str, w: Words) -> list[Child]:
    """The boundary sets that have the code, where the asked one has not."""
    links = []
    for row in edition.rows("boundary_sets", {"lang": w.lang}):
        found = read_atlas(edition, row["boundary_set"]).municipalities.get(code)
        if found:
            name = w("filters.boundary_set", year=int(row["boundary_set"]))
            there = ViewState(lang=w.lang, boundary_set=row["boundary_set"])
            address = there.address(f"{PROFILE}{code}")
            links.append(html.Li(html.A(f"{name}: {found.name_nom}", href=address)))
    return [html.P(w("not_found.elsewhere")), html.Ul(links)] if links else []


def _municipalities(edition: Edition, start: ViewState, w: Words) -> html.Details:
    """Every municipality of the wave's own boundary set by name, a link each."""
    atlas = read_atlas(edition, edition.rows("waves")[0]["boundary_set"])
    links = [
        html.Li(html.A(place.name_nom, href=start.address(f"{PROFILE}{code}")))
        for code, place in atlas.municipalities.items()
    ]
    parts = [html.Summary(w("not_found.choose")), html.Ul(links, className="places")]
    return html.Details(parts)
