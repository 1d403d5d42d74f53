"""Long lists of figures and statements, built in the browser from one store.

As Dash components three hundred statements would take half a minute: each element costs it a
component of its own. So a page leaves an empty box for each list, and rows.js fills the boxes.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from dash import html


@dataclass(frozen=True, slots=True)
class FigureBar:
    """One printed figure in words; `share` (0-1) is None where there is nothing to be a part of."""

    label: str
    text: str
    source: str
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
    quote: str  # the source's own words, Latvian
    number: int  # its number in the file


@dataclass(slots=True)
class RowLists:
    """The lists of a page: each gets a box of its own, `data` holds what goes into it."""

    data: dict[str, dict[str, Any]] = field(default_factory=dict)

    def figures(self, bars: Sequence[FigureBar]) -> html.Div:
        """Take figures as bars one below another; return their box."""
        return self._box("figures", bars)

    def statements(
        self, said: Sequence[StatementWords], at_first: int | None = None, more: str = ""
    ) -> html.Div:
        """Take statements; all behind the first `at_first` are folded away under `more`."""
        return self._box("statements", said, {"first": at_first, "more": more})

    def _box(
        self,
        kind: str,
        rows: Sequence[FigureBar | StatementWords],
        extra: dict[str, int | str | None] | None = None,
    ) -> html.Div:
        name = f"rows-{len(self.data)}"
        self.data[name] = {"kind": kind, "rows": [asdict(row) for row in rows]} | (extra or {})
        return html.Div(id=name, className="row-list")
