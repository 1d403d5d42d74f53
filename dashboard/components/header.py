"""The head of every page: mark, name, the pages that exist, languages."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html

from dashboard.components.attributes import Child, attributes, classes, icon
from dashboard.components.search import BOX_ID as SEARCH_BOX

MENU = "header-menu"


@dataclass(frozen=True, slots=True)
class HeaderLink:
    """A page or a language in the header."""

    text: str
    href: str
    current: bool = False
    language: str | None = None  # for languages: the code, so that it is read in its own voice
    carries: bool = False  # links.js keeps the rest of the view's state in its address


@dataclass(frozen=True, slots=True)
class HeaderWords:
    """The words of the header."""

    product: str
    pages_label: str
    languages_label: str
    menu: str
    skip: str
    search: str = ""  # names the button that opens the search on phones, where there is one


def header(
    words: HeaderWords,
    home: str,
    pages: Sequence[HeaderLink],
    languages: Sequence[HeaderLink],
    extra: Sequence[Child] = (),
) -> html.Header:
    """Return the header; `home` is the address of the map, `extra` stands before the languages."""
    brand = html.A(
        [html.Span(className="brand-mark"), html.Span(words.product, className="brand-name")],
        href=home,
        className="brand",
    )
    return html.Header(
        [
            html.A(words.skip, href="#main", className="skip"),
            brand,
            _opener("search", words.search, "search-button", SEARCH_BOX) if words.search else None,
            _opener("menu", words.menu, "menu-button", MENU),
            html.Div(
                [
                    _nav(words.pages_label, pages),
                    html.Div(list(extra), className="header-extra"),
                    _languages(words.languages_label, languages),
                ],
                className="header-menu",
                id=MENU,
            ),
        ],
        className="header",
    )


def _opener(sign: str, text: str, name: str, opens: str) -> html.Button:
    # links.js opens what it controls; only phones show the button.
    return html.Button(
        icon(sign),
        type="button",
        className=f"icon-button {name}",
        **attributes({"aria-label": text, "aria-expanded": "false", "aria-controls": opens}),
    )


def _nav(label: str, pages: Sequence[HeaderLink]) -> html.Nav:
    links = [_link(page, "nav-link", "page") for page in pages]
    return html.Nav(links, className="nav", **attributes({"aria-label": label}))


def _languages(label: str, languages: Sequence[HeaderLink]) -> html.Nav:
    links = [_link(one, "language-link", "true") for one in languages]
    return html.Nav(links, className="languages", **attributes({"aria-label": label}))


def _link(link: HeaderLink, name: str, current: str) -> html.A:
    carry = f"lang={link.language}" if link.carries else None
    return html.A(
        link.text,
        href=link.href,
        className=classes(name, "is-current" if link.current else None),
        **attributes(
            {
                "aria-current": current if link.current else None,
                "lang": link.language,
                "data-carry": carry,
            }
        ),
    )
