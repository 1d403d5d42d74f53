"""How many institutions of a place say what, as the build has counted them.

Pure. Where a page tells no institution by name it asks here, so that its work does not grow with
the number of institutions and answers.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.records import ContributionCount

Kinds = tuple[str, ...]  # one per institution, in no order, see components/squares.py


@dataclass(frozen=True, slots=True)
class Counts:
    """The counts of one wave within one boundary set."""

    by_place: Mapping[tuple[str, str], Sequence[ContributionCount]]  # (indicator, code)
    by_indicator: Mapping[str, Sequence[ContributionCount]]

    def kinds(self, indicator: str, code: str, institution_type: str = "all") -> Kinds:
        """What each institution of a municipality is drawn as; "all": each of its placed ones."""
        return _kinds(_of_type(self.by_place.get((indicator, code), ()), institution_type))

    def national_kinds(self, indicator: str, institution_type: str) -> Kinds:
        """What each institution of a type is drawn as, those without a place too."""
        return _kinds(_of_type(self.by_indicator.get(indicator, ()), institution_type))

    def asked(self, indicator: str, code: str, institution_type: str) -> int:
        """How many institutions of a municipality were asked."""
        rows = _of_type(self.by_place.get((indicator, code), ()), institution_type)
        return sum(row.institutions for row in rows)

    def responses(self, indicator: str, institution_type: str) -> tuple[int, int]:
        """How many institutions of a type responded to the survey, and how many were asked."""
        rows = _of_type(self.by_indicator.get(indicator, ()), institution_type)
        responded = sum(row.institutions for row in rows if row.responded)
        return responded, sum(row.institutions for row in rows)

    def item_silent_codes(self, indicator: str, institution_type: str) -> frozenset[str]:
        """Codes of the places where somebody answered the survey but not this question."""
        rows = _of_type(self.by_indicator.get(indicator, ()), institution_type)
        return frozenset(
            row.code for row in rows if row.code and row.responded and row.state == "no_answer"
        )

    def is_item_silent(self, indicator: str, code: str) -> bool:
        """Whether an institution of a municipality answered the survey but not this question."""
        rows = self.by_place.get((indicator, code), ())
        return any(row.responded and row.state == "no_answer" for row in rows)

    def alike(self, institution_type: str, code: str) -> bool:
        """Whether all of a type and a municipality that responded gave the same answers."""
        found = (
            {row.answer for row in _of_type(rows, institution_type) if row.responded}
            for rows in (self.by_place.get((one, code), ()) for one in self.by_indicator)
        )
        return all(len(answers) < 2 for answers in found)

    def says(self, indicator: str, code: str, answer: str) -> bool:
        """Whether an institution of a municipality is known to have given an answer."""
        rows = self.by_place.get((indicator, code), ())
        return any(row.answer == answer and row.state in {"yes", "no"} for row in rows)


def counts_of(rows: Iterable[ContributionCount]) -> Counts:
    """Sort counts by place and by indicator."""
    by_place: dict[tuple[str, str], list[ContributionCount]] = defaultdict(list)
    by_indicator: dict[str, list[ContributionCount]] = defaultdict(list)
    for row in rows:
        by_place[row.indicator, row.code].append(row)
        by_indicator[row.indicator].append(row)
    return Counts(dict(by_place), dict(by_indicator))


def _of_type(rows: Iterable[ContributionCount], institution_type: str) -> list[ContributionCount]:
    return [row for row in rows if institution_type in ("all", row.institution_type)]


def _kinds(rows: Iterable[ContributionCount]) -> Kinds:
    return tuple(kind for row in rows for kind in (row.kind,) * row.institutions)
