"""The four indicator tabs: name, national figure, bar."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html

from dashboard.components.attributes import attributes, param


@dataclass(frozen=True, slots=True)
class IndicatorTab:
    """One indicator as it stands in its tab."""

    indicator: str
    name: str
    short: str  # phones show this alone
    amount: str  # "114 no 235"
    unit: str  # "iestādēm"
    solid: float  # known share of institutions 0-1
    hatched: float  # how much more an estimate may add, 0-1
    href: str
    active: bool
    hidden: str = ""  # what stands in place of an estimate while estimates are switched off


def tabs(items: Sequence[IndicatorTab], label: str, controls: str) -> html.Div:
    """Return the row of tabs; `controls` is the id of what they switch."""
    return html.Div(
        [_tab(item, controls) for item in items],
        className="tabs",
        role="tablist",
        **attributes({"aria-label": label}),
    )


def _tab(tab: IndicatorTab, controls: str) -> html.A:
    return html.A(
        [
            html.Span(tab.name, className="tab-name"),
            html.Span(tab.short, className="tab-short", **attributes({"aria-hidden": "true"})),
            *_figure(tab),
            bar(tab.solid, tab.hatched),
        ],
        href=tab.href,
        role="tab",
        className=f"indicator-tab of-{tab.indicator}",
        tabIndex=0 if tab.active else -1,
        **attributes(
            {"aria-selected": "true" if tab.active else "false", "aria-controls": controls}
        ),
        **param("indicator", tab.indicator),
    )


def _figure(tab: IndicatorTab) -> list[html.Span]:
    """Return the figure; an estimate also what takes its place, CSS shows one of the two."""
    words = [html.Strong(tab.amount), html.Span(f" {tab.unit}", className="tab-unit")]
    if not tab.hidden:
        return [html.Span(words, className="tab-figure")]
    return [
        html.Span(words, className="tab-figure if-estimates"),
        html.Span(tab.hidden, className="tab-figure if-no-estimates"),
    ]


def bar(solid: float, hatched: float) -> html.Span:
    """Return a bar of the indicator's own colour; the known part solid, the estimated hatched."""
    parts = [
        html.Span(className=f"bar-{kind}", style={"width": f"{share:.1%}"})
        for kind, share in (("solid", solid), ("hatched", hatched))
        if share > 0
    ]
    return html.Span(parts, className="bar", **attributes({"aria-hidden": "true"}))
