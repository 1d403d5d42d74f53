"""A value as it is always said: squares beside "1 no 2", never a percentage of two."""

from collections.abc import Sequence

from dash import html

from dashboard.components.squares import squares


def share_of(indicator: str, kinds: Sequence[str], amount: str, rest: str = "") -> html.Div:
    """Return the amount with its squares; `rest` is the unit or the words behind it."""
    words = [html.Span(amount, className="share-amount")]
    if rest:
        words.append(html.Span(f" {rest}", className="share-rest"))
    return html.Div(
        [html.Div(words, className="share-words"), squares(indicator, kinds)], className="share-of"
    )
