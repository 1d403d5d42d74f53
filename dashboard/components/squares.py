"""One small square per institution; above twelve a bar. The text always stands beside them."""

from collections import Counter
from collections.abc import Sequence

from dash import html

from dashboard.components.attributes import attributes
from dashboard.components.tabs import bar

# A suspicion of a case counts as no, and is drawn so that it can be told from one.
LETTERS = {
    "yes": "y",
    "estimated": "e",
    "suspicion": "s",
    "no": "n",
    "no_answer": "a",
    "not_published": "u",
}
ORDER = tuple(LETTERS)
MOST_SQUARES = 12


def in_order(kinds: Sequence[str]) -> tuple[str, ...]:
    """Sort kinds of answer: yes, estimated, suspicion, no, no answer, not published."""
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
    answered = sum(tally[kind] for kind in ("yes", "estimated", "suspicion", "no"))
    if not answered:
        return bar(0, 0)
    return bar(tally["yes"] / answered, tally["estimated"] / answered)
