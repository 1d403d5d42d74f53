"""Printed figures as quiet horizontal bars: what is counted, the bar, the figure, its source."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html

from dashboard.components.attributes import attributes, classes


@dataclass(frozen=True, slots=True)
class FigureBar:
    """One printed figure in words; `share` (0-1) is None where there is nothing to be a part of."""

    label: str
    text: str
    source: str
    share: float | None
    indicator: str = ""  # "" = ink; an indicator's name where the figure is that indicator
    about: bool = False  # the source prints "about": the bar's end is broken
    ids: Sequence[int] = ()  # the figures that stand in this line
    label_lang: str | None = None  # where the label is a quotation


def figure_bars(bars: Sequence[FigureBar]) -> html.Ul:
    """Return the bars one below another; the words say all that the bars do."""
    return html.Ul([_row(bar) for bar in bars], className="figure-bars")


def _row(bar: FigureBar) -> html.Li:
    label = html.Span(bar.label, className="figure-label", **attributes({"lang": bar.label_lang}))
    return html.Li(
        [
            label,
            _bar(bar),
            html.Span(bar.text, className="figure-text"),
            html.Span(bar.source, className="figure-source"),
        ],
        className="figure-row",
        **attributes({"data-totals": " ".join(str(one) for one in bar.ids)}),
    )


def _bar(bar: FigureBar) -> html.Span:
    hidden = attributes({"aria-hidden": "true"})
    if bar.share is None:
        return html.Span(className="figure-no-bar", **hidden)
    own = f"of-{bar.indicator}" if bar.indicator else ""
    fill = html.Span(
        className=classes("figure-fill", "is-about" if bar.about else ""),
        style={"width": f"{min(bar.share, 1) * 100:.1f}%"},
    )
    return html.Span(fill, className=classes("figure-bar", own), **hidden)
