"""Links to the citation of a view, as a text and for programs that keep references."""

from urllib.parse import urlencode

from dash import html

from dashboard.components.attributes import Child, attributes
from dashboard.i18n.translate import Words

KINDS = (("text", "txt"), ("bibtex", "bib"), ("ris", "ris"))  # word, ending


def cite_links(here: str, w: Words) -> html.Span:
    """The citation of the view at the address `here`; cite.js keeps up with it on the map."""
    links: list[Child] = [w("cite.label")]
    for word, ending in KINDS:
        links += [
            " ",
            html.A(w(f"cite.{word}"), href=citation_address(here, w.lang, ending), **CITES),
        ]
    return html.Span(links, className="not-on-paper")


CITES = attributes({"data-cites": ""})


def citation_address(here: str, lang: str, ending: str) -> str:
    """The address of the citation of a view."""
    return f"/export/citation.{ending}?{urlencode({'view': here, 'lang': lang})}"
