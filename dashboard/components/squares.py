"""One small square per institution; above twelve a bar. The text always stands beside them."""

from collections import Counter
from collections.abc import Sequence

from dash import html

from dashboard.components.attributes import attributes
from dashboard.components.tabs import bar

ORDER = ("yes", "estimated", "no", "no_answer", "not_published")
LETTERS = {"yes": "y", "estimated": "e", "no": "n", "no_answer": "a", "not_published": "u"}
MOST_SQUARES = 12


def in_order(kinds: Sequence[str]) -> tuple[str, ...]:
    """Sort kinds of answer: yes, estimated, no, no answer, not published."""
    return tuple(sorted(kinds, key=ORDER.index))


def letters(kinds: Sequence[str]) -> str:
    """Return the kinds as the word that the map's tooltip draws squares from, e.g. "yn"."""
    return "".join(LETTERS[kind] for kind in in_order(kinds))


def squares(indicator: str, kinds: Sequence[str]) -> html.Span:
    """Return the squares in the indicator's colour, hidden from screen readers."""
    if len(kinds) > MOST_SQUARES:
        return html.Span(_as_bar(kinds), className=f"squares of-{indicator}")
    marks = [html.Span(className=f"square square-{kind}") for kind in in_order(kinds)]
    return html.Span(
        marks, className=f"squares of-{indicator}", **attributes({"aria-hidden": "true"})
    )


def _as_bar(kinds: Sequence[str]) -> html.Span:
    tally = Counter(kinds)
    answered = tally["yes"] + tally["estimated"] + tally["no"]
    if not answered:
        return bar(0, 0)
    return bar(tally["yes"] / answered, tally["estimated"] / answered)
