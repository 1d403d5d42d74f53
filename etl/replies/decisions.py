"""Decisions: which institution a person took a written name for. Replayed each time, and cited."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import ValidationError

from etl.cell_problems import cell_problems
from etl.problems import Problem
from etl.replies.names import Directory
from etl.replies.words import fold, name_parts
from etl.survey_file import read_table
from etl.survey_format import EmptyIsNone, InstitutionType, Located, SurveyRow, Text

Key = tuple[str, str]


class DecisionRow(SurveyRow):
    """A decision: `written` is `institution_id`, says `decided_by`, because `reason`."""

    written: Text
    institution_type: Annotated[InstitutionType | None, EmptyIsNone]
    institution_id: Text
    decided_by: Text
    date: date
    reason: Text

    @property
    def source(self) -> str:
        """How an answer that came by this decision cites it."""
        return f"decision of {self.date.isoformat()} by {self.decided_by}"


def read_decisions(path: Path) -> tuple[list[Located[DecisionRow]], list[Problem]]:
    """Read a decisions file; a bad cell is a problem, and its row decides nothing."""
    rows, problems = read_table(path, DecisionRow.model_fields)
    located = []
    for row in rows:
        try:
            decision = DecisionRow.model_validate(row.cells)
        except ValidationError as error:
            problems.extend(cell_problems(path.name, row.line, row.cells, error))
        else:
            located.append(Located(path.name, row.line, decision))
    return located, problems


class Decisions:
    """Decisions that fit a frame, and what is wrong with those that do not."""

    def __init__(self, rows: Iterable[Located[DecisionRow]], frame: Directory):
        self.problems: list[Problem] = []
        self._by_name: dict[Key, Located[DecisionRow]] = {}
        self._used: set[Key] = set()
        for located in rows:
            key = _key(located.row.written, located.row.institution_type or "")
            first = self._by_name.get(key)
            if first:
                self.problems.append(located.problem("written", "row_twice", first=first.line))
            elif found := list(_faults(located, frame)):
                self.problems.extend(found)
            else:
                self._by_name[key] = located

    def find(self, written: str, institution_type: str) -> DecisionRow | None:
        """The decision about a written name; one without a type is for every type."""
        for key in (_key(written, institution_type), _key(written, "")):
            if key in self._by_name:
                self._used.add(key)
                return self._by_name[key].row
        return None

    def unused(self) -> list[Problem]:
        """The decisions that nothing asked for: to be told, not to be refused."""
        return [
            located.problem("written", "decision_unused")
            for key, located in self._by_name.items()
            if key not in self._used
        ]


def _key(written: str, institution_type: str) -> Key:
    return fold(written), institution_type


def _faults(located: Located[DecisionRow], frame: Directory) -> Iterable[Problem]:
    row = located.row
    known = frame.institutions.get(row.institution_id)
    if known is None:
        yield located.problem("institution_id", "decision_institution_unknown")
        return
    if row.institution_type not in (None, known.institution_type):
        facts = {"institution": known.institution_id, "type": known.institution_type}
        yield located.problem("institution_type", "statement_type_differs", **facts)
        return
    parts = name_parts(row.written)
    named = frame.named(parts, row.institution_type or "", "")
    # A place without a type is no exact name: it may be meant of any institution that it has.
    exact = len(named) == 1 and (parts.types or row.institution_type)
    if exact and named[0] != known:
        name, institution = named[0].name, named[0].institution_id
        yield located.problem(
            "written", "decision_against_name", name=name, institution=institution
        )
