"""What every page has: header, main part, footer."""

from collections.abc import Sequence
from typing import Protocol

from dash import html

from dashboard.components.attributes import Child, attributes
from dashboard.components.header import HeaderLink, HeaderWords, header
from dashboard.components.sheet import PAGE_COUNT, PAGE_NUMBER, sheet_foot, sheet_kind, sheet_link
from dashboard.database import Edition
from dashboard.i18n.numbers import long_date
from dashboard.i18n.translate import LANGUAGES, Words
from dashboard.pages.cite_links import cite_links
from dashboard.pages.present_link import present_link
from dashboard.pages.sources import source_of
from dashboard.pages.survey_switch import survey_switch
from dashboard.state import ViewState
from dashboard.waves import wave_of

PAGES = (
    ("map", "/"),
    ("priorities", "/priorities"),
    ("compare", "/compare"),
    ("table", "/table"),
    ("study", "/study"),
    ("methods", "/methods"),
)


class Address(Protocol):
    """The address of a page's own view at `path`, some of its parameters changed."""

    def __call__(self, path: str = ..., **changes: str) -> str:
        """Write it."""
        ...


def page(
    edition: Edition,
    state: ViewState,
    path: str,
    content: Sequence[Child],
    *,
    address: Address | None = None,
) -> list[Child]:
    """A whole page. The map takes the whole window: its footer stands below the fold.

    A page with parameters of its own hands over its `address`, so that another language keeps them.
    """
    name = "map-page" if path == "/" else "page"
    main = html.Main(list(content), id="main", className=name, tabIndex="-1")
    return [
        _header(edition, state, path, address or state.address),
        main,
        footer(edition, state, (address or state.address)(path)),
    ]


def _header(edition: Edition, state: ViewState, path: str, address: Address) -> html.Header:
    w = Words(state.lang, str(wave_of(edition, state.wave)["wave"]))
    words = HeaderWords(
        product=w("site.name"),
        pages_label=w("header.navigation"),
        languages_label=w("header.language"),
        menu=w("header.menu"),
        skip=w("site.skip"),
        search=w("header.search") if path == "/" else "",
    )
    plain = state.plain()
    pages = [
        HeaderLink(w(f"pages.{name}"), plain.address(where), where == path) for name, where in PAGES
    ]
    languages = [
        HeaderLink(
            lang.upper(),
            address(path, lang=lang),
            lang == state.lang,
            language=lang,
            carries=True,
        )
        for lang in LANGUAGES
    ]
    survey = survey_switch(edition, state, address(path), w)
    kind = [sheet_kind(w("profile.sheet"))] if path.startswith("/municipality/") else []
    extra = [*kind, survey, present_link(state, address(path), w)]
    return header(words, plain.address("/"), pages, languages, extra)


def footer(edition: Edition, state: ViewState, here: str = "") -> html.Footer:
    """The foot of a page at the address `here`; without one there is nothing to cite."""
    w = Words(state.lang)
    build = edition.rows("build_info")[0]
    wave = wave_of(edition, state.wave)
    source = source_of(wave, w)
    methods = state.plain().address("/methods")
    parts: list[Child] = [
        html.Span(source),
        html.Span(w("footer.version", revision=wave["revision"])),
        html.Span(w("footer.built", date=long_date(build["built_at"].date(), w.lang))),
        html.A(w("footer.methods"), href=methods),
        *([cite_links(here, w)] if here else []),
        html.Span(w("footer.no_tracking"), className="not-on-paper"),
        sheet_link(w("sheet.link")),
        sheet_foot(
            w("sheet.name", source=source, revision=wave["revision"]),
            w("sheet.page", page=PAGE_NUMBER, pages=PAGE_COUNT),
        ),
    ]
    return html.Footer(parts, className="footer", **attributes({"aria-label": source}))
