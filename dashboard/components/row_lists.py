"""Lists of printed figures and of statements, each line with the place that its source names.

A page of many stands as one piece of markup (see static.py): as Dash components three hundred
statements would take half a minute.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html

from dashboard.components.attributes import Child, attributes, classes
from dashboard.components.evidence_badge import source_link


@dataclass(frozen=True, slots=True)
class FigureBar:
    """One printed figure in words; `share` (0-1) is None where there is nothing to be a part of."""

    label: str
    text: str
    source: str
    quote: str  # the source's own words, Latvian; "" where the label is their text
    share: float | None
    indicator: str = ""  # "" = ink; an indicator's name where the figure is that indicator
    about: bool = False  # the source prints "about": the bar's end is broken
    ids: tuple[int, ...] = ()  # the numbers of the figures that stand in this line
    quoted: bool = False  # the label is the source's own words, Latvian


@dataclass(frozen=True, slots=True)
class StatementWords:
    """A statement in words; what is not known of it is ""."""

    text: str
    who: str
    href: str  # of the profile where it stands too
    place: str
    source: str
    source_href: str  # where the study's words stand; on the study's own page the statement itself
    quote: str  # the source's own words, Latvian
    number: int  # its number in the file


def question_id(question: str, institution_type: str = "") -> str:
    """The anchor of a question on the study's page, or of one type's figures under it.

    Not the bare question: a chapter may bear its name.
    """
    return "-".join(part for part in ("question", question, institution_type) if part)


def figure_id(number: int) -> str:
    """The anchor of a printed figure on the study's page."""
    return f"figure-{number}"


def statement_id(number: int) -> str:
    """The anchor of a statement on the study's page."""
    return f"statement-{number}"


def figure_list(bars: Sequence[FigureBar]) -> html.Ul:
    """Return figures as bars one below another."""
    return html.Ul([_figure(one) for one in bars], className="figure-bars")


def statement_list(
    said: Sequence[StatementWords], at_first: int | None = None, more: str = ""
) -> html.Div:
    """Return statements; all behind the first `at_first` are folded away under `more`."""
    if at_first is None or len(said) <= at_first + 1:  # a rest of one would save nothing
        return html.Div(_list(said))
    rest = html.Details([html.Summary(more), _list(said[at_first:])])
    return html.Div([_list(said[:at_first]), rest])


def _list(said: Sequence[StatementWords]) -> html.Ul:
    return html.Ul([_statement(one) for one in said], className="statements")


def _figure(row: FigureBar) -> html.Li:
    source = source_link(row.source, f"#{figure_id(row.ids[0])}")
    label = attributes({"lang": "lv"}) if row.quoted else {}
    return html.Li(
        [
            html.Span(row.label, className="figure-label", **label),
            _bar(row),
            html.Span(row.text, className="figure-text"),
            html.Span(source, className="figure-source"),
            _quote(row.quote, "figure-quote"),
        ],
        id=figure_id(row.ids[0]),
        className="figure-row",
        **attributes({"data-totals": " ".join(str(one) for one in row.ids)}),
    )


def _bar(row: FigureBar) -> html.Span:
    unseen = attributes({"aria-hidden": "true"})
    if row.share is None:
        return html.Span(className="figure-no-bar", **unseen)
    fill = html.Span(
        className=classes("figure-fill", "is-about" if row.about else None),
        style={"width": f"{min(row.share, 1) * 100:g}%"},
    )
    own = f"of-{row.indicator}" if row.indicator else None
    return html.Span(fill, className=classes("figure-bar", own), **unseen)


def _statement(row: StatementWords) -> html.Li:
    parts: list[Child] = []
    if row.who or row.place:
        owner = html.A(row.who, href=row.href) if row.href else html.Span(row.who)
        place = [html.Span(row.place, className="statement-place")] if row.place else []
        parts.append(html.P([*([owner] if row.who else []), *place], className="statement-who"))
    source = [source_link(row.source, row.source_href), _quote(row.quote, "statement-quote")]
    parts += [html.P(row.text), html.P(source, className="statement-source")]
    return html.Li(
        parts,
        id=statement_id(row.number),
        className="statement",
        **attributes({"data-statement": str(row.number)}),
    )


def _quote(words: str, name: str) -> Child:
    return html.Q(words, className=name, **attributes({"lang": "lv"})) if words else ""
