"""Facets: groups of filter values that can be added and removed one by one, each with its count.

Every value is a link that carries the whole state, with the role and the keys of a checkbox.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html

from dashboard.components.attributes import Child, attributes, classes, hidden, icon
from dashboard.components.evidence_badge import mark


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet."""

    name: str  # tells the link from all others of the page, so that it keeps the focus
    text: str
    href: str  # the state in which it is added, or removed where it is chosen
    count: str
    spoken: str  # the count with its noun, for screen readers
    chosen: bool
    evidence: str = ""  # shows the mark of this kind of evidence


@dataclass(frozen=True, slots=True)
class Chip:
    """A chosen filter."""

    name: str
    text: str
    href: str  # the state without it
    spoken: str  # what pressing it does


def facet(title: str, values: Sequence[FacetValue]) -> html.Div:
    """Return a group of values under its heading."""
    return html.Div(
        [html.H2(title), *(_value(value) for value in values)],
        className="facet",
        role="group",
        **attributes({"aria-label": title}),
    )


def _value(value: FacetValue) -> html.A:
    parts: list[Child] = [html.Span(className="facet-box")]
    if value.evidence:
        parts.append(mark(value.evidence))
    count = html.Span(
        value.count,
        className=classes("facet-count", "is-zero" if value.count == "0" else None),
        **attributes({"aria-hidden": "true"}),
    )
    parts += [html.Span(value.text, className="facet-text"), hidden(value.spoken), count]
    return html.A(
        parts,
        href=value.href,
        role="checkbox",
        className="facet-value",
        **attributes(
            {
                "aria-checked": "true" if value.chosen else "false",
                "data-stay": "",
                "data-keep": value.name,
            }
        ),
    )


def chips(chosen: Sequence[Chip], clear: str, clear_href: str) -> html.Div:
    """Return the chosen filters, each a link that takes it away, and one that takes away all."""
    links: list[Child] = [
        html.A(
            [html.Span(chip.text), icon("close")],
            href=chip.href,
            className="chip",
            **attributes(
                {"aria-label": chip.spoken, "data-stay": "", "data-keep": f"chip {chip.name}"}
            ),
        )
        for chip in chosen
    ]
    if chosen:
        links.append(clear_link(clear, clear_href))
    return html.Div(links, className="chips")


def clear_link(text: str, href: str) -> html.A:
    """Return the link that takes all filters away."""
    return html.A(text, href=href, className="clear-filters", **attributes({"data-stay": ""}))
