"""The profile's small distribution, painted with CSS boxes; hidden from screen readers.

The value beside it says the same in words.
"""

from dash import html

from dashboard.components.attributes import Child, attributes
from dashboard.figures.distribution import Bar, Distribution


def distribution(drawing: Distribution, indicator: str, axis: tuple[str, str, str]) -> html.Div:
    """Return the drawing over an axis labelled at 0, one half and 1."""
    plot: list[Child] = [_bar(bar, drawing.side_of(bar)) for bar in drawing.bars]
    if drawing.is_range:
        plot += _range(drawing)
    if drawing.latvia is not None:
        plot.append(html.Span(className="dist-latvia", style={"left": _at(drawing.latvia)}))
    labels = [
        html.Span(text, className="dist-tick", style={"left": _at(share)})
        for text, share in zip(axis, (0.0, 0.5, 1.0), strict=True)
        if text
    ]
    return html.Div(
        [html.Div(plot, className="dist-plot"), html.Div(labels, className="dist-axis")],
        className=f"dist of-{indicator}",
        **attributes({"aria-hidden": "true"}),
    )


def _at(share: float) -> str:
    return f"{share:.2%}"


def _bar(bar: Bar, side: str) -> html.Span:
    count = html.Span(str(bar.count), className=f"dist-count is-{side}") if bar.own else None
    return html.Span(
        count,
        className="dist-bar is-own" if bar.own else "dist-bar",
        style={"left": _at(bar.share), "height": _at(bar.height)},
    )


def _range(drawing: Distribution) -> list[Child]:
    lower, upper, mean = drawing.lower or 0.0, drawing.upper or 0.0, drawing.mean
    parts: list[Child] = [
        html.Span(className="dist-range", style={"left": _at(lower), "width": _at(upper - lower)})
    ]
    if mean is not None:
        parts.append(html.Span(className="dist-mean", style={"left": _at(mean)}))
    return parts
