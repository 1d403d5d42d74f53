"""Each reply finds its institution: exactly, or by a person's decision, or not at all.

What is not exact becomes a problem with the three likest institutions and a row that is ready for
the decisions file. Nothing alike is taken by itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from etl.faults import Fact, Facts, InBoth, Several, in_words
from etl.problems import Problem
from etl.replies.decisions import Decisions
from etl.replies.decisions_file import DecisionRow, proposed, type_name
from etl.replies.names import Directory, Known
from etl.replies.own_rows import OwnRows, own_rows
from etl.replies.reply import Reply
from etl.replies.suggest import BEST, Lookalikes, Suggestion
from etl.replies.words import AGENCY, name_parts

LIKELY = 90  # a score that a slip of the pen leaves


@dataclass(frozen=True, slots=True)
class Matched:
    """A reply and its institution; `decision` where only a person could tell."""

    reply: Reply
    institution_id: str
    decision: DecisionRow | None = None


class _Undecided(NamedTuple):
    """A name that a decision could settle, and the institution that is likely, "" for none."""

    written: str
    institution_type: str
    likely: str


@dataclass(frozen=True, slots=True)
class _Found:
    """What the cells that name an institution lead to: one institution, or a fault."""

    known: Known | None = None
    decision: DecisionRow | None = None
    column: str = ""
    fault: str = ""
    facts: Facts | None = None
    alike: Sequence[Suggestion] = ()
    undecided: _Undecided | None = None


class Matcher:
    """Finds institutions of one frame. Cells that are alike are looked up once."""

    def __init__(self, frame: Directory, decisions: Decisions):
        self._frame = frame
        self._decisions = decisions
        self._alike = Lookalikes(frame.institutions.values())
        self._found: dict[tuple[str, str, str, str], _Found] = {}

    def finds(self, reply: Reply) -> Known | None:
        """The institution of the frame that a reply has, or the owner of a row."""
        return self._lookup(reply).known

    def match(
        self, replies: Iterable[Reply], beside: Iterable[Reply] = ()
    ) -> tuple[list[Matched], list[Problem]]:
        """The replies that have an institution, and a problem for each row that has none.

        `beside` are further rows of the same files: an institution that is suggested may have one.
        """
        matched: list[Matched] = []
        lost: dict[tuple[str, str, int], list[Reply]] = {}
        for reply in replies:
            found = self._lookup(reply)
            if found.known:
                matched.append(Matched(reply, found.known.institution_id, found.decision))
            else:
                lost.setdefault((reply.file, reply.sheet, reply.row), []).append(reply)
        if not lost:
            return matched, []
        others = ((one, known.institution_id) for one in beside if (known := self.finds(one)))
        rows = own_rows([*((one.reply, one.institution_id) for one in matched), *others])
        return matched, [self._problem(row, rows) for row in lost.values()]

    def _problem(self, row: Sequence[Reply], rows: OwnRows) -> Problem:
        """The fault of a row, with whoever of the suggested has a row of its own in `rows`."""
        found = self._lookup(row[0])
        alike = list(found.alike)
        taken = {one.known.institution_id: rows.of(one.known.institution_id, row) for one in alike}
        facts = dict(found.facts or {})
        if found.undecided:
            written, kind, likely = found.undecided
            # Who has a row already is most likely not meant: nothing stands ready to be copied.
            chosen = likely if taken.get(likely) is None else ""
            facts |= proposed(written, kind, chosen)
            if likely and all(taken.values()):  # then one that has none is the likest
                free = self._alike.suggest(
                    _written(row[0]), kind, lambda one: not rows.of(one, row)
                )
                alike += free[:1]
        if alike:
            facts["suggestions"] = _told(alike, taken)
        return _at_cell(row[0], found, facts)

    def _lookup(self, reply: Reply) -> _Found:
        cells = (reply.institution_id, reply.institution_type, reply.institution, reply.place)
        if cells not in self._found:
            self._found[cells] = (
                self._by_id(reply) if reply.institution_id else self._by_name(reply)
            )
        return self._found[cells]

    def _by_id(self, reply: Reply) -> _Found:
        known = self._frame.institutions.get(reply.institution_id)
        if known is None:
            alike = self._alike.suggest_ids(reply.institution_id)
            return _Found(column="institution_id", fault="reply_id_unknown", alike=alike)
        if reply.institution_type not in ("", known.institution_type):
            facts: Facts = {
                "institution": known.institution_id,
                "name": known.name,
                "type": type_name(known.institution_type),
            }
            return _Found(column="institution_type", fault="reply_type_differs", facts=facts)
        return self._disagreement(reply, known) or _Found(known)

    def _disagreement(self, reply: Reply, known: Known) -> _Found | None:
        """An identifier beside another institution's name or place: no program can tell which."""
        facts: Facts = {"institution": known.institution_id, "name": known.name}
        fault = "reply_disagrees_with_id"
        places = self._may_be_in(reply.place)
        elsewhere = places and known.municipality_code and known.municipality_code not in places
        other_name = reply.institution and not self._may_be(reply.institution, known)
        if not (elsewhere or other_name):
            return None
        named = self._by_name(reply) if reply.institution else _Found()
        if named.known and named.known != known and not named.decision:
            other = {"other": named.known.institution_id, "other_name": named.known.name}
            facts = {"name": known.name, **other}
            return _Found(column="institution_id", fault="reply_id_of_another", facts=facts)
        return _Found(column="place" if elsewhere else "institution", fault=fault, facts=facts)

    def _may_be_in(self, place: str) -> list[str]:
        """The municipalities that a written one is, or is but for a slip of the pen."""
        if exact := self._frame.municipality(place) if place else []:
            return exact
        names = Lookalikes(Known(code, "", name) for code, name in self._frame.places.items())
        alike = names.suggest(place) if place else []
        return [one.known.institution_id for one in alike if one.score >= LIKELY]

    def _may_be(self, name: str, known: Known) -> bool:
        """Whether a name is not another institution's: exactly, or all but letter by letter."""
        named = self._frame.named(name_parts(name), "", "")
        if name.strip() == known.name or known in named:
            return True
        likely = [one.known for one in self._alike.suggest(name) if one.score >= LIKELY]
        return not named and (not likely or known in likely)

    def _by_name(self, reply: Reply) -> _Found:
        parts = name_parts(reply.institution)
        kinds = parts.types | ({reply.institution_type} if reply.institution_type else set())
        kind = next(iter(kinds)) if len(kinds) == 1 else ""
        places = self._frame.municipality(reply.place) if reply.place else []
        if kind == AGENCY:  # a branch stands in no municipality: its place is its name
            text = reply.institution if parts.places else f"{reply.institution} {reply.place}"
            named = self._frame.named(name_parts(text), reply.institution_type, "")
        elif reply.place and not places:
            return self._decided(reply, kind) or self._unknown_place(reply)
        else:
            lists = [
                self._frame.named(parts, reply.institution_type, place) for place in places or [""]
            ]
            named = [known for one in lists for known in one]
        if len(named) == 1 and kind:  # a place alone may be meant of its other institutions too
            return _Found(named[0])
        return self._decided(reply, kind) or self._unknown_name(reply, named, kind)

    def _decided(self, reply: Reply, kind: str) -> _Found | None:
        decision = self._decisions.find(_to_decide(reply), kind)
        if decision is None:
            return None
        known = self._frame.institutions[decision.institution_id]
        places = self._frame.municipality(reply.place) if reply.place else []
        if places and known.municipality_code and known.municipality_code not in places:
            return _elsewhere(known)  # the decision was about a row of another municipality
        return _Found(known, decision)

    def _unknown_place(self, reply: Reply) -> _Found:
        names = Lookalikes(Known(code, "", name) for code, name in self._frame.places.items())
        alike = names.suggest(reply.place)
        return _Found(column="place", fault="reply_place_unknown", alike=alike)

    def _unknown_name(self, reply: Reply, named: list[Known], kind: str) -> _Found:
        written = _written(reply)
        elsewhere = self._frame.named(name_parts(written), kind, "") if reply.place else []
        if not named and len(elsewhere) == 1 and reply.institution:
            return _elsewhere(elsewhere[0])
        likely = ""  # of several that it may be, none stands ready: that choice is the decision
        if named:
            alike = Lookalikes(named).suggest(written)
        else:
            alike = self._alike.suggest(written, kind)
            here = self._likest_there(reply, written, kind)
            if here and here[0].known != alike[0].known:  # the place says otherwise than the name
                told = [*here, *(one for one in alike if one.known != here[0].known)][:BEST]
                fault, facts = "reply_name_elsewhere", {"place": reply.place}
                return _Found(column="institution", fault=fault, facts=facts, alike=told)
            likely = alike[0].known.institution_id if alike else ""
        fault = "reply_name_ambiguous" if named else "reply_name_unknown"
        undecided = _Undecided(_to_decide(reply), kind, likely)
        return _Found(column="institution", fault=fault, alike=alike, undecided=undecided)

    def _likest_there(self, reply: Reply, written: str, kind: str) -> list[Suggestion]:
        """The likest institution of the municipality that the row names, if it names one."""
        places = self._frame.municipality(reply.place) if reply.place else []
        there = [k for k in self._frame.institutions.values() if k.municipality_code in places]
        return Lookalikes(there).suggest(written, kind)[:1] if there else []


def _written(reply: Reply) -> str:
    return reply.institution or reply.place


def _to_decide(reply: Reply) -> str:
    """What a decision is about: a name, and the municipality where the name says no place."""
    if name_parts(reply.institution).places:
        return reply.institution
    return f"{reply.institution} {reply.place}".strip()


def _elsewhere(known: Known) -> _Found:
    """The institution that is meant stands in another municipality than the row says."""
    facts: Facts = {
        "institution": known.institution_id,
        "name": known.name,
        "place": known.municipality or "—",
    }
    return _Found(column="place", fault="reply_place_disagrees", facts=facts)


def _at_cell(reply: Reply, found: _Found, facts: Facts) -> Problem:
    """The fault at the cell that a person sees; a name may stand in the municipality's."""
    field = found.column
    if field == "institution" and not reply.institution:
        field = "place"
    value = {
        "institution_id": reply.institution_id,
        "institution_type": reply.kind or reply.sheet,
        "institution": reply.institution,
        "place": reply.place,
    }[field]
    place = (reply.file, reply.row, reply.columns.get(field, ""))
    return Problem(*place, value, found.fault, facts, reply.sheet)


def _told(suggestions: Sequence[Suggestion], taken: Mapping[str, InBoth | None]) -> InBoth:
    """The suggestions with their scores, and where one has a row of its own.

    One that is not in `taken` was added for having none.
    """
    told = []
    for one in suggestions:
        facts: dict[str, Fact] = {"name": one.known.name, "id": one.known.institution_id}
        facts["score"] = one.score
        where = taken.get(one.known.institution_id)
        key = "alike" if one.known.institution_id in taken else "alike_without_row"
        if where is not None:
            key, facts["where"] = "alike_in_row", where
        told.append(in_words(key, **facts))
    return InBoth(
        Several(f"{one.lv}" for one in told),
        Several(f"{one.en}" for one in told),
    )
