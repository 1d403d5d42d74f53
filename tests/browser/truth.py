"""What the database says, counted here anew: nothing of the dashboard's own reckoning is used."""

import math
from collections import Counter
from collections.abc import Iterable
from typing import Any

from dashboard.database import Edition

Row = dict[str, Any]
NO_ANSWER, NOT_PUBLISHED, ESTIMATE = "12", "13", "estimate"
ROUNDING = 1e-9  # a share of one fifth is 0.2, whatever a sum of floats makes of it


class Truth:
    """Values and municipalities by code."""

    def __init__(self, edition: Edition):
        self.edition = edition
        self.wave = edition.rows("waves")[0]["wave"]

    def places(self, boundary_set: str = "2009") -> dict[str, Row]:
        """The municipalities of a boundary set."""
        rows = self.edition.rows("municipalities", self._own(boundary_set))
        return {row["code"]: row for row in rows}

    def institutions(self, code: str, boundary_set: str = "2009") -> list[Row]:
        """The institutions that count in a municipality."""
        rows = self.edition.rows("institutions", self._own(boundary_set))
        return [row for row in rows if row["code"] == code]

    def _own(self, boundary_set: str) -> Row:
        return {"wave": self.wave, "boundary_set": boundary_set}

    def values(
        self,
        indicator: str,
        institution_type: str = "all",
        boundary_set: str = "2009",
        region: str = "",
    ) -> dict[str, Row]:
        """An indicator's values of the municipalities of a region, or of all."""
        rows = self.edition.rows("area_values", self._own(boundary_set))
        return {
            row["code"]: row
            for row in rows
            if row["code"]
            and (row["indicator"], row["institution_type"]) == (indicator, institution_type)
            and region in ("", row["planning_region"])
        }


def column(row: Row) -> str:
    """The legend's column of a value, by the share alone."""
    if row["evidence"] == "no_answer":
        return NO_ANSWER
    return str(math.ceil(row["value"] * 5 - ROUNDING))


def legend(rows: Iterable[Row], *, estimates: bool = True) -> dict[str, int]:
    """How many municipalities each column of the legend must count; empty columns too."""
    counts = Counter({str(number): 0 for number in range(6)} | {NO_ANSWER: 0, ESTIMATE: 0})
    if not estimates:
        counts[NOT_PUBLISHED] = 0
    for row in rows:
        estimated = row["evidence"] == "estimated"
        if row["evidence"] == "not_published" or (estimated and not estimates):
            counts[NOT_PUBLISHED] += 1
        else:
            counts[column(row)] += 1
            counts[ESTIMATE] += estimated
    return dict(counts)


def with_a_case(rows: Iterable[Row]) -> int:
    """In how many municipalities at least one institution reports a case."""
    return sum(bool(row["numerator"]) for row in rows)


def without_training(rows: Iterable[Row]) -> int:
    """In how many the answers are known, none is yes, and no institution may be missing."""
    return sum(row["numerator"] == 0 and "frame_incomplete" not in row["caveats"] for row in rows)
