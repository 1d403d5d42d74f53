"""A file of replies that is a wave of its own: a survey made of it and of an earlier frame.

An institution of the earlier frame keeps its identifier and its name, and moves whole to the
municipality of its seat. One that is not in the frame is new where its name is exactly that of a
type and a municipality; any other name is a problem: a misspelling founds no institution.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from etl.faults import Facts
from etl.problems import Problem
from etl.replies.complete import NO_RESPONSE, RESPONDED, RESPONSE, complete, source_of
from etl.replies.counted_rows import Place, municipalities_without_rows, rows_again
from etl.replies.frame import place_names
from etl.replies.matching import Matched, Matcher
from etl.replies.names import Directory
from etl.replies.reply import Replies, Reply
from etl.replies.words import AGENCY, ORPHANS_COURT, SOCIAL_SERVICE, name_parts
from etl.survey_format import (
    AnswerOptionRow,
    AnswerRow,
    InstitutionRow,
    Located,
    QuestionRow,
    Survey,
)
from geodata.reference import successors

_PREFIXES = {ORPHANS_COURT: "oc", SOCIAL_SERVICE: "ss", AGENCY: "ea"}
_NAMES = {ORPHANS_COURT: "bāriņtiesa", SOCIAL_SERVICE: "sociālais dienests"}


@dataclass(frozen=True, slots=True)
class NewWave:
    """A survey made of a file, its rows of which no institution can be told, what is only told."""

    survey: Survey
    problems: list[Problem]
    notices: list[Problem]


def new_wave(
    replies: Replies, earlier: Survey, matcher: Matcher, faulty: Collection[Place] = ()
) -> NewWave:
    """The survey that `replies` are; `faulty` are rows that have a problem already.

    Asked is who stands in the file; who answers anything responded. Questions and answers are
    the file's own, all of them, or else those of `earlier`, as far as they are answered.
    """
    if replies.facts is None:
        raise ValueError(f"{replies.file} has no facts of a wave")
    frame = _NewFrame(earlier, replies.facts.boundary_set)
    known = [reply for reply in replies.replies if matcher.finds(reply)]
    rows = [*known, *replies.unanswered]
    matched, problems = matcher.match(known)
    for one in matched:
        frame.keep(one)
    found = [frame.found(reply) for reply in replies.replies if not matcher.finds(reply)]
    unknown = [reply for reply, new in found if new is None and not frame.disagrees(reply)]
    matched += [new for _, new in found if new is not None]
    problems += [*matcher.match(unknown, rows)[1], *frame.problems]
    bare = Survey(
        replies.file,
        replies.facts,
        list(frame.institutions.values()),
        *_asked(replies, earlier, matched),
        list(_responses(matched)),
        *([], [], [], [], []),
    )
    done = complete(bare, matched)
    names = {code: located.row.name_lv for code, located in frame.institutions.items()}
    files = dict.fromkeys(reply.file for reply in replies.replies)
    owners = {*frame.owners(), *_silent_owners(replies.unanswered, frame, matcher)}
    notices = rows_again(((one.reply, one.institution_id) for one in matched), names, faulty)
    if not problems:  # else a row that is not understood would be told as missing
        notices += municipalities_without_rows(frame.boundary_set, files, owners)
    return NewWave(done.survey, problems + done.problems, notices)


def _silent_owners(
    rows: Iterable[Reply], frame: "_NewFrame", matcher: Matcher
) -> Iterator[tuple[str, str]]:
    """The types and municipalities of rows that answer nothing."""
    for row in rows:
        known = matcher.finds(row)
        if known:
            yield frame.seat(known.institution_id)
        else:
            yield from frame.named(row)


def _asked(
    replies: Replies, earlier: Survey, matched: Iterable[Matched]
) -> tuple[list[Located[QuestionRow]], list[Located[AnswerOptionRow]]]:
    """The questions of the wave and their answers; whether somebody responded is always one."""
    own = {located.row.question for located in replies.questions}
    asked = {RESPONSE} if own else {RESPONSE, *(one.reply.question for one in matched)}
    kept = asked - own
    return (
        [one for one in earlier.questions if one.row.question in kept] + replies.questions,
        [one for one in earlier.answer_options if one.row.question in kept]
        + replies.answer_options,
    )


@dataclass(slots=True)
class _NewFrame:
    earlier: Survey
    boundary_set: str
    institutions: dict[str, Located[InstitutionRow]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _rows: dict[str, InstitutionRow] = field(default_factory=dict)
    _moved: dict[str, str] = field(default_factory=dict)
    _places: Directory = field(default_factory=lambda: Directory([], {}))

    def __post_init__(self) -> None:
        self._rows = {i.row.institution_id: i.row for i in self.earlier.institutions}
        self._places = Directory([], place_names(self.boundary_set))
        own = self.earlier.facts.boundary_set if self.earlier.facts else ""
        if own == self.boundary_set:
            self._moved = {code: code for code in self._places.places}
        elif self._places.places:
            self._moved = successors(own, self.boundary_set)

    def keep(self, one: Matched) -> None:
        """Take an institution of the earlier frame over, at the municipality of its seat."""
        row = self._rows[one.institution_id]
        code = self._moved.get(row.municipality_code, "")
        if row.municipality_code and not code and one.institution_id not in self.institutions:
            columns = one.reply.columns
            column = columns.get("institution_id") or columns.get("institution", "")
            place = (one.reply.file, one.reply.row, column)
            facts: Facts = {"name": row.name_lv, "boundary_set": self.boundary_set}
            self.problems.append(Problem(*place, "", "seat_unknown", facts, one.reply.sheet))
        moved = row.model_copy(update={"municipality_code": code, "caveat": ()})
        self._add(one.reply, moved)

    def found(self, reply: Reply) -> tuple[Reply, Matched | None]:
        """A reply with the new institution that it names exactly, or None."""
        named = self.named(reply)
        if not named:
            return reply, None
        ((kind, code),) = named
        identifier = f"{_PREFIXES[kind]}-{code}"
        if identifier in self._rows:  # of the earlier frame, whose own name is another
            identifier += f"-{self.boundary_set}"
        place = self._places.places[code].replace("novads", "novada").replace("pilsēta", "pilsētas")
        name = reply.institution if name_parts(reply.institution).places else ""
        row = InstitutionRow(
            institution_id=identifier,
            institution_type=kind,  # type: ignore[arg-type]  # of the patterns of words.py
            name_lv=name or f"{place} {_NAMES[kind]}",
            municipality_code=code,
            sub_unit="",
            source=reply.source or f'file "{reply.file}"',
            quote="",
            caveat=(),
        )
        self._add(reply, row)
        return reply, Matched(reply, identifier)

    def named(self, reply: Reply) -> list[tuple[str, str]]:
        """The type and the municipality of a court or service that a row names; none, or one."""
        kinds = name_parts(reply.institution).types | {reply.institution_type} - {""}
        places = self._places.municipality(reply.institution) if reply.institution else []
        if not name_parts(reply.institution).places and reply.place:
            places = self._places.municipality(reply.place)
        if reply.institution_id or len(kinds) != 1 or len(places) != 1 or AGENCY in kinds:
            return []
        if reply.place and places[0] not in self._places.municipality(reply.place):
            return []  # the name is another municipality's than the row's
        return [(kind, code) for kind in kinds for code in places]

    def seat(self, institution: str) -> tuple[str, str]:
        """The type of an institution of the earlier frame, and the municipality of its seat."""
        row = self._rows[institution]
        return row.institution_type, self._moved.get(row.municipality_code, "")

    def owners(self) -> Iterator[tuple[str, str]]:
        """The types and municipalities of the institutions that the frame has so far."""
        for located in self.institutions.values():
            yield located.row.institution_type, located.row.municipality_code

    def disagrees(self, reply: Reply) -> bool:
        """Whether a row names two municipalities; says so."""
        named = self._places.municipality(reply.institution) if reply.institution else []
        written = self._places.municipality(reply.place) if reply.place else []
        if len(named) != 1 or not written or named[0] in written or reply.institution_id:
            return False
        facts: Facts = {"name": reply.institution, "place": self._places.places[named[0]]}
        place = (reply.file, reply.row, reply.columns.get("place", ""), reply.place)
        self.problems.append(Problem(*place, "new_place_disagrees", facts, reply.sheet))
        return True

    def _add(self, reply: Reply, row: InstitutionRow) -> None:
        self.institutions.setdefault(row.institution_id, Located(reply.file, reply.row, row))


def _responses(matched: Iterable[Matched]) -> Iterable[Located[AnswerRow]]:
    """One response an institution: none where the file says so, else it responded."""
    first: dict[str, Matched] = {}
    for one in matched:
        told = one.reply.question == RESPONSE
        if told or one.institution_id not in first:
            first[one.institution_id] = one
    for one in first.values():
        told = one.reply.question == RESPONSE
        answer = one.reply.answer if told else RESPONDED
        row = AnswerRow(
            institution_id=one.institution_id,
            question=RESPONSE,
            answer=answer if answer == NO_RESPONSE else RESPONDED,
            evidence="reported",
            source=source_of(one),
            quote="",
            caveat=(),
        )
        yield Located(one.reply.file, one.reply.row, row, loaded=True)
