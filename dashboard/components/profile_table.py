"""The profile's tables: a row's value, and what each institution says, as cells that stack."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html

from dashboard.components.attributes import Child, attributes
from dashboard.components.evidence_badge import Badge, evidence_badge
from dashboard.components.share_of import share_of


@dataclass(frozen=True, slots=True)
class Answer:
    """What an institution, or all of a type, say to one indicator."""

    label: str  # repeated on phones, where the head is gone
    text: str
    badge: Badge
    aside: str = ""  # what the answer rests on: the national total, all branches alike
    caveats: tuple[str, ...] = ()  # a sentence each


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """One indicator of the profile."""

    indicator: str
    name: str
    definition: str
    kinds: tuple[str, ...]
    amount: str  # "1 no 2", or in words why there is none
    counted: bool  # whether the amount is a count
    distribution: Child
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column; what holds for all of its cells stands here once."""

    name: str
    notes: tuple[str, ...] = ()
    rest: Child | None = None  # what stands in the head behind the name


def profile_table(columns: Sequence[Column], rows: Sequence[ProfileRow], caption: str) -> html.Div:
    """Return the table. On phones CSS stacks its rows and shows the columns' notes above it."""
    notes = [html.P(f"{column.name}. {note}") for column in columns for note in column.notes]
    table = _table("profile-table", columns, [_row(row) for row in rows], caption)
    return html.Div([html.Div(notes, className="profile-column-notes"), table])


def institution_table(
    heads: Sequence[str], rows: Sequence[tuple[str, Sequence[Answer]]], caption: str
) -> html.Table:
    """Return a table with an institution a row; on phones it stacks like the profile's."""
    lines = [
        html.Tr(
            [html.Th(name, scope="row", role="rowheader"), *(answer_cell(one) for one in answers)],
            role="row",
        )
        for name, answers in rows
    ]
    columns = [Column(head) for head in heads]
    return _table("profile-table institution-table", columns, lines, caption)


def _table(
    name: str, columns: Sequence[Column], rows: Sequence[html.Tr], caption: str
) -> html.Table:
    heads = [
        html.Th(
            [
                column.name,
                column.rest,
                *(html.Span(one, className="head-note") for one in column.notes),
            ],
            scope="col",
            role="columnheader",
        )
        for column in columns
    ]
    return html.Table(
        [
            html.Caption(caption, className="sr-only"),
            html.Thead(html.Tr(heads, role="row"), role="rowgroup"),
            html.Tbody(list(rows), role="rowgroup"),
        ],
        className=name,
        role="table",  # phones change `display`, which would take the table's meaning away
    )


def _row(row: ProfileRow) -> html.Tr:
    name = html.Th(
        [
            html.Span(row.name, className="profile-indicator"),
            html.Span(row.definition, className="profile-definition"),
        ],
        scope="row",
        role="rowheader",
    )
    value = html.Td(
        share_of(row.indicator, row.kinds, row.amount),
        className="profile-value" if row.counted else "profile-value is-words",
        role="cell",
    )
    drawing = html.Td(row.distribution, className="profile-distribution", role="cell")
    return html.Tr([name, value, drawing, *(answer_cell(one) for one in row.answers)], role="row")


def answer_cell(answer: Answer) -> html.Td:
    """Return answer, what it rests on, how it is known, and its caveats."""
    parts: list[Child] = [
        html.Span(answer.label, className="profile-who", **attributes({"aria-hidden": "true"})),
        html.Span(answer.text, className="profile-answer"),
    ]
    if answer.aside:
        parts.append(html.Span(answer.aside, className="profile-aside"))
    parts.append(evidence_badge(answer.badge))
    parts += [html.Span(one, className="profile-caveat") for one in answer.caveats]
    return html.Td(parts, className="profile-cell", role="cell")
