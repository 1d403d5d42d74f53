"""One institution's lens: what it says to the current indicator, how that is known, the rest."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.components.evidence_badge import Badge, evidence_badge, mark
from dashboard.components.squares import squares
from dashboard.components.tabs import bar


@dataclass(frozen=True, slots=True)
class ShortAnswer:
    """An institution's answer to an indicator that is not the current one."""

    name: str
    evidence: str
    text: str


@dataclass(frozen=True, slots=True)
class Lens:
    """The words of a lens; `kinds` are its squares, one per institution."""

    institution: str
    state: str  # "atbildēja"
    indicator: str
    kinds: tuple[str, ...]
    answer: str
    badge: Badge
    others: tuple[ShortAnswer, ...] = ()
    notes: tuple[str, ...] = ()  # caveats and what is never published
    bar: tuple[float, float] | None = None  # known and estimated share, instead of many squares


def lens(item: Lens) -> html.Section:
    """Return the lens; several institutions get a row of squares above the answer."""
    head = html.Div(
        [html.H3(item.institution), html.Span(item.state, className="lens-state")],
        className="lens-head",
    )
    several = "is-several" if len(item.kinds) > 1 else "is-one"
    answer = html.Div(
        [_drawn(item), html.Span(item.answer, className="lens-answer")],
        className=f"lens-line {several}",
    )
    badge = html.Div(evidence_badge(item.badge), className=f"lens-badge {several}")
    parts: list[Component] = [head, answer, badge]
    if item.others:
        parts.append(_others(item.others))
    parts += [html.P(note, className="lens-note") for note in item.notes]
    return html.Section(parts, className="lens")


def _drawn(item: Lens) -> html.Span:
    if item.bar is None:
        return squares(item.indicator, item.kinds)
    return html.Span(bar(*item.bar), className=f"squares of-{item.indicator}")


def _others(answers: Sequence[ShortAnswer]) -> html.Dl:
    return html.Dl(
        [
            html.Div(
                [html.Dt(answer.name), html.Dd([mark(answer.evidence), html.Span(answer.text)])]
            )
            for answer in answers
        ],
        className="lens-others",
    )
