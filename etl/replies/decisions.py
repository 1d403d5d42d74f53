"""Decisions: which institution a person took a written name for. Replayed each time, and cited."""

from collections.abc import Iterable

from etl.faults import Fact
from etl.problems import Problem
from etl.replies.decisions_file import Decided, DecisionRow, type_name
from etl.replies.names import Directory
from etl.replies.words import fold, name_parts

Key = tuple[str, str]


class Decisions:
    """Decisions that fit a frame, and what is wrong with those that do not."""

    def __init__(self, rows: Iterable[Decided], frame: Directory):
        self.problems: list[Problem] = []
        self._by_name: dict[Key, Decided] = {}
        self._used: set[Key] = set()
        for located in rows:
            key = _key(located.row.written, located.row.institution_type or "")
            first = self._by_name.get(key)
            if first:
                self.problems += _again(located, first)
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


def _again(located: Decided, first: Decided) -> Iterable[Problem]:
    """What is wrong with a decision about a name that is decided already.

    Files that are replayed together may repeat one another, and must not contradict one another.
    """
    if located.file == first.file:
        yield located.problem("written", "row_twice", first=first.line)
    elif located.row.institution_id != first.row.institution_id:
        facts = {"other": first.file, "institution": first.row.institution_id}
        yield located.problem("institution_id", "decisions_differ", **facts)


def _faults(located: Decided, frame: Directory) -> Iterable[Problem]:
    row = located.row
    known = frame.institutions.get(row.institution_id)
    if known is None:
        yield located.problem("institution_id", "decision_institution_unknown")
        return
    if row.institution_type not in (None, known.institution_type):
        facts: dict[str, Fact] = {
            "institution": known.institution_id,
            "name": known.name,
            "type": type_name(known.institution_type),
        }
        yield located.problem("institution_type", "decision_type_differs", **facts)
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
