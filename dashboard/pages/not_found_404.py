"""404: an address that leads nowhere, said plainly, with ways on."""

from dataclasses import replace

from dash import html

from dashboard.atlas import atlas_of, read_atlas
from dashboard.components.attributes import Child
from dashboard.database import Edition
from dashboard.i18n.translate import Words
from dashboard.pages.shell import footer, page
from dashboard.state import Usual, ViewState
from dashboard.waves import wave_sets

PROFILE = "/municipality/"


def layout(edition: Edition, state: ViewState, path: str) -> list[Child]:
    """The page for an unknown address or an unknown municipality code."""
    w = Words(state.lang)
    start = state.plain()
    content: list[Child] = [html.H1(w("not_found.title"))]
    if path.startswith(PROFILE):
        code = path.removeprefix(PROFILE)
        content += [
            html.P(w("not_found.municipality", code=code)),
            *_elsewhere(edition, start, code, w),
        ]
    else:
        content.append(html.P(w("not_found.text", path=path)))
    content.append(html.P(html.A(w("not_found.back"), href=start.address("/"))))
    content.append(_municipalities(edition, start, w))
    shown = html.Div(content, className="prose not-found")
    header, main, _ = page(edition, state, path, [shown])
    return [header, main, footer(edition, state)]


def _elsewhere(edition: Edition, start: ViewState, code: str, w: Words) -> list[Child]:
    """The boundary sets that have the code, where the asked one has not."""
    links = []
    for one, state in _states(edition, start):
        found = read_atlas(edition, one).municipalities.get(code)
        if found:
            name = w("filters.boundary_set", year=int(one))
            address = state.address(f"{PROFILE}{code}")
            links.append(html.Li(html.A(f"{name}: {found.name_nom}", href=address)))
    return [html.P(w("not_found.elsewhere")), html.Ul(links)] if links else []


def _states(edition: Edition, start: ViewState) -> list[tuple[str, ViewState]]:
    """Every boundary set, within it the page's own wave or else the newest that is shown in it."""
    waves = wave_sets(edition)
    found: dict[str, ViewState] = {}
    newest = next(iter(waves))
    own = start.wave or newest
    for wave in (own, *waves):
        usual = Usual(newest if len(waves) > 1 else "", waves[wave][0])
        view = replace(start, wave=wave if usual.wave else "", usual=usual)
        for one in waves[wave]:
            found.setdefault(one, view.within(one))
    return sorted(found.items(), key=lambda one: one[0])


def _municipalities(edition: Edition, start: ViewState, w: Words) -> html.Details:
    """Every municipality of the wave's own boundary set by name, a link each."""
    atlas = atlas_of(edition, start)
    links = [
        html.Li(html.A(place.name_nom, href=start.address(f"{PROFILE}{code}")))
        for code, place in atlas.municipalities.items()
    ]
    parts = [html.Summary(w("not_found.choose")), html.Ul(links, className="places")]
    return html.Details(parts)
