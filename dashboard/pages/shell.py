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
from dashboard.pages.present_link import present_link
from dashboard.state import ViewState

PAGES = (
    ("map", "/"),
    ("priorities", "/priorities"),
    ("compare", "/compare"),
    ("table", "/table"),
    ("study", "/study"),
    ("methods", "/methods"),
)


class View(Protocol):
    """What a page shows, as far as its head must know it: its language, and where it is."""

    @property
    def lang(self) -> str:
        """The page's language."""
        ...

    def address(self, path: str = ..., **changes: str) -> str:
        """The address of the view at `path`, some of its parameters changed."""
        ...


def page(
    edition: Edition,
    state: View,
    path: str,
    content: Sequence[Child],
    *,
    whole_window: bool = False,
) -> list[Child]:
    """A whole page. The map takes the `whole_window`: its footer stands below the fold."""
    w = Words(state.lang)
    name = "map-page" if whole_window else "page"
    main = html.Main(list(content), id="main", className=name, tabIndex="-1")
    return [_header(edition, state, path, w), main, _footer(edition, state, w)]


def _header(edition: Edition, state: View, path: str, w: Words) -> html.Header:
    words = HeaderWords(
        product=w("site.name"),
        pages_label=w("header.navigation"),
        languages_label=w("header.language"),
        menu=w("header.menu"),
        skip=w("site.skip"),
        search=w("header.search") if path == "/" else "",
    )
    plain = ViewState(lang=state.lang)
    pages = [
        HeaderLink(w(f"pages.{name}"), plain.address(address), address == path)
        for name, address in PAGES
    ]
    languages = [
        HeaderLink(
            lang.upper(),
            state.address(path, lang=lang),
            lang == state.lang,
            language=lang,
            carries=True,
        )
        for lang in LANGUAGES
    ]
    wave = edition.rows("waves")[0]
    survey = html.Span(wave[f"title_{w.lang}"], className="header-survey")
    kind = [sheet_kind(w("profile.sheet"))] if path.startswith("/municipality/") else []
    extra = [*kind, survey, present_link(state, path, w)]
    return header(words, plain.address("/"), pages, languages, extra)


def _footer(edition: Edition, state: View, w: Words) -> html.Footer:
    build = edition.rows("build_info")[0]
    wave = edition.rows("waves")[0]
    methods = ViewState(lang=state.lang).address("/methods")
    parts: list[Child] = [
        html.Span(w("footer.source")),
        html.Span(w("footer.version", revision=wave["revision"])),
        html.Span(w("footer.built", date=long_date(build["built_at"].date(), w.lang))),
        html.A(w("footer.methods"), href=methods),
        html.Span(w("footer.no_tracking"), className="not-on-paper"),
        sheet_link(w("sheet.link")),
        sheet_foot(
            w("sheet.name", source=w("footer.source"), revision=wave["revision"]),
            w("sheet.page", page=PAGE_NUMBER, pages=PAGE_COUNT),
        ),
    ]
    return html.Footer(parts, className="footer", **attributes({"aria-label": w("footer.source")}))
