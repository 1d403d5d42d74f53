"""Statements of the source one below another: what is told, of whom, where it is said."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html

from dashboard.components.attributes import Child, attributes


@dataclass(frozen=True, slots=True)
class StatementWords:
    """A statement in words; what is not known of it is ""."""

    text: str
    who: str
    href: str  # of the profile where it stands too
    place: str
    source: str
    quote: str  # the source's own words, Latvian
    number: int  # its number in the file


def statement_list(statements: Sequence[StatementWords]) -> html.Ul:
    """Return the statements as a list."""
    return html.Ul([_item(one) for one in statements], className="statements")


def folded(statements: Sequence[StatementWords], at_most: int, more: str) -> list[Child]:
    """Return the first statements, the rest behind `more`; a rest of one would save nothing."""
    if len(statements) <= at_most + 1:
        return [statement_list(statements)]
    rest = html.Details([html.Summary(more), statement_list(statements[at_most:])])
    return [statement_list(statements[:at_most]), rest]


def _item(one: StatementWords) -> html.Li:
    owner: list[Child] = []
    if one.who:
        owner.append(html.A(one.who, href=one.href) if one.href else html.Span(one.who))
    if one.place:
        owner.append(html.Span(one.place, className="statement-place"))
    said: list[Child] = [html.Span(one.source)]
    if one.quote:
        said.append(html.Q(one.quote, className="statement-quote", **attributes({"lang": "lv"})))
    parts: list[Child] = [html.P(owner, className="statement-who")] if owner else []
    parts += [html.P(one.text), html.P(said, className="statement-source")]
    return html.Li(parts, className="statement", **attributes({"data-statement": str(one.number)}))
