"""The methods page on reading: colours and patterns, keys, how to cite, accessibility, privacy."""

from collections.abc import Sequence

from dash import html

from dashboard.components.attributes import Child, hidden, scrolling
from dashboard.components.share import copier
from dashboard.components.squares import ORDER, squares
from dashboard.components.swatch import swatch
from dashboard.figures.classes import (
    CLASS_COUNT,
    FIRST_ESTIMATED,
    NO_ANSWER,
    NOT_PUBLISHED,
    SUPPRESSED,
)
from dashboard.i18n.translate import Words
from dashboard.pages.sharing import copy_words
from dashboard.state import INDICATORS

CITATION = "citation-words"
SAMPLE = "training_coverage"  # patterns are shown in one indicator's colours; all have the same
HALF = 3  # the class whose hatch shows both colours well
PATTERNS = (
    ("zero", 0),
    ("estimate", FIRST_ESTIMATED + HALF),
    ("no_answer", NO_ANSWER),
    ("not_published", NOT_PUBLISHED),
    ("suppressed", SUPPRESSED),
)
KEYS = ("tab", "arrows", "enter", "space", "home", "escape")
TESTED = ("axe", "keyboard", "sizes", "contrast", "motion", "browser")
UNTESTED = ("readers", "browsers", "audit")
LIMITS = ("tables", "latvian", "script")


def patterns(w: Words) -> list[Child]:
    """The scale of each indicator, then what the patterns and the squares mean."""
    title = w("methods.patterns.title")
    return [
        html.P(w("methods.patterns.intro")),
        html.Div(_scale(w, title), **scrolling(title)),
        _meanings([(swatch(SAMPLE, code), w(f"methods.patterns.{one}")) for one, code in PATTERNS]),
        html.H3(w("methods.patterns.squares")),
        html.P(w("methods.patterns.squares_text")),
        _meanings([(squares(SAMPLE, [one]), w(f"methods.patterns.square_{one}")) for one in ORDER]),
    ]


def _scale(w: Words, caption: str) -> html.Table:
    ranges = [w(f"legend.range.class_{number}") for number in range(CLASS_COUNT)]
    heads = [html.Th(text, scope="col") for text in (w("indicator.label"), *ranges)]
    rows = [
        html.Tr(
            [
                html.Th(w(f"indicator.{indicator}.name"), scope="row"),
                *(
                    html.Td([swatch(indicator, number), hidden(ranges[number])])
                    for number in range(CLASS_COUNT)
                ),
            ]
        )
        for indicator in INDICATORS
    ]
    parts = [html.Caption(caption, className="sr-only"), html.Thead(html.Tr(heads))]
    return html.Table([*parts, html.Tbody(rows)], className="data-table scale-table")


def _meanings(items: Sequence[tuple[Child, str]]) -> html.Ul:
    lines = [html.Li([sign, html.Span(text)]) for sign, text in items]
    return html.Ul(lines, className="meanings")


def keyboard(w: Words) -> list[Child]:
    """Which key does what."""
    items = [
        html.Div(
            [
                html.Dt(html.Kbd(w(f"methods.keyboard.{key}.name"))),
                html.Dd(w(f"methods.keyboard.{key}.does")),
            ]
        )
        for key in KEYS
    ]
    return [html.P(w("methods.keyboard.intro")), html.Dl(items, className="keys")]


def citing(w: Words, citation: str) -> list[Child]:
    """What to cite for what, and the citation to copy."""
    words = html.P(citation, id=CITATION)
    copy = copier(copy_words(w, "action.copy_citation"), of=CITATION, name="text-button")
    return [
        html.P(w("methods.cite.what")),
        html.Blockquote([words, copy], className="cited"),
        html.P(w("methods.cite.link")),
        html.P(html.A(w("methods.cite.package"), href=f"/export/package.zip?lang={w.lang}")),
    ]


def accessibility(w: Words) -> list[Child]:
    """The accessibility statement: aim, state, what was tested and what was not, limits, report."""
    return [
        html.P(w("methods.accessibility.aim")),
        html.P(w("methods.accessibility.state")),
        *_list(w, "tested", TESTED),
        *_list(w, "untested", UNTESTED),
        *_list(w, "limits", LIMITS),
        html.H3(w("methods.accessibility.report.title")),
        html.P(w("methods.accessibility.report.text")),
    ]


def _list(w: Words, part: str, keys: Sequence[str]) -> list[Child]:
    base = f"methods.accessibility.{part}"
    items = [html.Li(w(f"{base}.{key}")) for key in keys]
    return [html.H3(w(f"{base}.title")), html.Ul(items)]
