"""The chapters of the study page: which figures and statements stand in which, none left out.

Pure: rows in, chapters out. A question that no chapter names falls to the last one, so that
another survey's figures are not lost either; the themes are those of the schema, each in a chapter.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.records import Figure, Statement

SHARES = frozenset({"percent", "about_percent"})


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its name in the catalogue, the questions and the themes that it takes."""

    name: str
    questions: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()


# In the order of the study.
CHAPTERS = (
    Chapter("frame", ("response", "survey")),
    Chapter("cases", ("case_experience", "official_victims"), ("experience", "suspicion")),
    Chapter("training", ("training", "training_offer", "funding"), ("training",)),
    Chapter(
        "support", ("information_source", "support_contact", "ngo_awareness"), ("information",)
    ),
    Chapter("causes", ("perceived_causes",), ("causes", "risk_groups")),
    Chapter("action", ("action_on_suspicion",), ("action",)),
    Chapter("cooperation", ("cooperation",), ("cooperation",)),
    Chapter("clients", ("client_education", "client_materials"), ("good_practice", "information")),
    Chapter("recommendations", ("recommendations",), ("recommendations_institutions",)),
    Chapter("ombudsman", (), ("recommendations_ombudsman",)),
    Chapter("context", (), ("context",)),
)
THEMES = tuple(dict.fromkeys(theme for chapter in CHAPTERS for theme in chapter.themes))


@dataclass(frozen=True, slots=True)
class Choice:
    """Which statements are asked for; "" and "all" ask for every one."""

    theme: str = ""
    institution_type: str = "all"
    planning_region: str = ""

    @property
    def active(self) -> bool:
        """Whether anything is left out."""
        return self != Choice()

    def takes(self, statement: Statement, regions: Mapping[str, str]) -> bool:
        """Whether a statement is asked for; `regions` are the planning regions by code."""
        return (
            self.theme in ("", statement.theme)
            and self.institution_type in ("all", statement.institution_type)
            and self.planning_region in ("", regions.get(statement.code))
        )


def chapters(questions: Sequence[str]) -> tuple[Chapter, ...]:
    """All chapters; what of `questions` none of them names makes a last one."""
    known = {question for chapter in CHAPTERS for question in chapter.questions}
    rest = tuple(dict.fromkeys(one for one in questions if one not in known))
    return (*CHAPTERS, Chapter("other", rest)) if rest else CHAPTERS


def home(statement: Statement, figures: Sequence[Figure]) -> Chapter:
    """The one chapter where a statement stands.

    That of its theme; where several take it, the one whose figures are printed in the same place.
    """
    open_to = [one for one in CHAPTERS if statement.theme in one.themes]
    cited = {(figure.question, figure.source) for figure in figures}
    for chapter in open_to:
        if any((question, statement.source) in cited for question in chapter.questions):
            return chapter
    return open_to[0]


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is counted, with all figures printed of it: "115 (91 %)", or one twice."""

    figures: tuple[Figure, ...]

    @property
    def first(self) -> Figure:
        """The figure that says what is counted: all of them count the same."""
        return self.figures[0]

    @property
    def count(self) -> Figure | None:
        """The printed count, or sum of money."""
        return next((one for one in self.figures if one.unit not in SHARES), None)

    @property
    def percent(self) -> Figure | None:
        """The printed percentage."""
        return next((one for one in self.figures if one.unit in SHARES), None)

    @property
    def share(self) -> float | None:
        """The part of the base, 0-1; the count tells it more exactly than a rounded percentage."""
        if self.count and self.count.unit == "count" and self.count.denominator:
            return self.count.value / self.count.denominator
        return self.percent.value / 100 if self.percent else None

    @property
    def is_about(self) -> bool:
        """Whether only a percentage is printed, and that with "about"."""
        return self.count is None and self.percent is not None and self.percent.unit != "percent"


def lines(figures: Sequence[Figure]) -> list[Line]:
    """Figures of the same thing joined into one line; two that contradict stay two lines."""
    groups: list[list[Figure]] = []
    for figure in figures:
        for group in groups:
            if _same_thing(group[0], figure) and all(_agree(one, figure) for one in group):
                group.append(figure)
                break
        else:
            groups.append([figure])
    return [Line(tuple(group)) for group in groups]


def _same_thing(one: Figure, other: Figure) -> bool:
    keys = ("institution_type", "question", "category")
    return all(getattr(one, key) == getattr(other, key) for key in keys)


def _agree(one: Figure, other: Figure) -> bool:
    """Whether two figures can stand in one line: a count beside a percentage, or the same twice."""
    if (one.unit in SHARES) != (other.unit in SHARES):
        return True
    return (one.value, one.unit) == (other.value, other.unit)
