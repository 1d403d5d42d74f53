"""What only paper needs: the kind of sheet, the address in full, the words of each page's foot."""

from dash import html

from dashboard.components.attributes import attributes

# CSS counts the pages; these stand for its counters within a CSS string.
PAGE_NUMBER = '" counter(page) "'
PAGE_COUNT = '" counter(pages) "'


def sheet_kind(text: str) -> html.Span:
    """Return what kind of sheet this is, at the right of its head."""
    return html.Span(text, className="sheet-kind")


def sheet_link(label: str) -> html.Span:
    """Return the place of the page's full address, which print.js fills in."""
    link = html.Span(**attributes({"data-permalink": ""}))
    return html.Span([f"{label} ", link], className="sheet-link")


def sheet_foot(name: str, page: str) -> html.Span:
    """Return the words of the margin at the foot; print.js hands them to print.css.

    `page` holds PAGE_NUMBER and PAGE_COUNT in the order of its language.
    """
    words = {"data-sheet-name": name, "data-sheet-page": f'"{page}"'}
    return html.Span(hidden=True, **attributes(words))
