"""A sample of a fill as the map and its legend have it."""

from dash import html

from dashboard.components.attributes import attributes


def swatch(indicator: str, code: int) -> html.Span:
    """Return the fill of a drawing code (figures/classes.py); a text beside it says its meaning."""
    return html.Span(
        className=f"swatch fill-{indicator}-{code}", **attributes({"aria-hidden": "true"})
    )
