"""The profile's table: an indicator a row, what is known of it, and each institution's answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html

from dashboard.components.attributes import Child, attributes
from dashboard.components.evidence_badge import Badge, evidence_badge
from dashboard.components.share_of import share_of


@dataclass(frozen=True, slots=True)
class Answer:
    """What the institutions of one type say to one indicator."""

    institution: str  # repeated on phones, where the head is gone
    text: str
    badge: Badge


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """One indicator of the profile."""

    indicator: str
    name: str
    definition: str
    kinds: tuple[str, ...]
    amount: str  # "1 no 2"
    distribution: Child
    answers: tuple[Answer, ...]


def profile_table(head: Sequence[Child], rows: Sequence[ProfileRow], caption: str) -> html.Table:
    """Return the table; `head` names its columns. On phones CSS stacks the rows."""
    cells = [html.Th(cell, scope="col") for cell in head]
    return html.Table(
        [
            html.Caption(caption, className="sr-only"),
            html.Thead(html.Tr(cells, role="row"), role="rowgroup"),
            html.Tbody([_row(row) for row in rows], role="rowgroup"),
        ],
        className="profile-table",
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
        share_of(row.indicator, row.kinds, row.amount), className="profile-value", role="cell"
    )
    drawing = html.Td(row.distribution, className="profile-distribution", role="cell")
    answers = [_answer(answer) for answer in row.answers]
    return html.Tr([name, value, drawing, *answers], role="row")


def _answer(answer: Answer) -> html.Td:
    return html.Td(
        [
            html.Span(
                answer.institution, className="profile-who", **attributes({"aria-hidden": "true"})
            ),
            html.Span(answer.text, className="profile-answer"),
            evidence_badge(answer.badge),
        ],
        className="profile-cell",
        role="cell",
    )
