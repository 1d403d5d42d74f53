"""Complete a wave: replies are added where the survey is silent, and noted where it agrees.

Where a reply contradicts the survey both are kept as a conflict: the survey's answer stands until
the reply's row says in `overrides` why it does not.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from etl.conflict import Conflict
from etl.faults import Fact, Facts, InBoth, Several, in_words
from etl.problems import Problem
from etl.replies.matching import Matched
from etl.replies.reply import Reply
from etl.source_labels import JOINT
from etl.survey_format import AnswerOptionRow, AnswerRow, Located, Survey

RESPONSE, RESPONDED, NO_RESPONSE, NO_ANSWER = "response", "responded", "no_response", "no_answer"
# Answers that leave no room for another, though a question allows several.
ALONE = frozenset({NO_ANSWER, "none"})
Answers = list[Located[AnswerRow]]


@dataclass(slots=True)
class Completion:
    """A survey with its replies, and what became of these."""

    survey: Survey
    added: int = 0
    agreed: int = 0
    problems: list[Problem] = field(default_factory=list)


def complete(survey: Survey, replies: Iterable[Matched]) -> Completion:
    """`survey` with the answers of `replies` as `reported`, and its conflicts with them.

    Replies that contradict one another are problems. `survey` itself is left as it is.
    """
    problems: list[Problem] = []
    gathered: dict[str, dict[str, list[Matched]]] = defaultdict(lambda: defaultdict(list))
    for one in sorted(replies, key=lambda one: one.reply.file):  # whichever was given first
        gathered[one.institution_id][one.reply.question].append(one)
    multiple = {located.row.question for located in survey.questions if located.row.multiple}
    own: dict[tuple[str, str], Answers] = defaultdict(list)
    for located in survey.answers:
        own[located.row.institution_id, located.row.question].append(located)
    work = _Work(Completion(replace(survey), problems=problems), own, multiple)
    for institution, by_question in gathered.items():
        work.institution(institution, by_question)
    done = work.done
    taken_out = {id(located) for located in work.overridden}
    done.survey.answers = [a for a in survey.answers if id(a) not in taken_out] + work.new
    done.survey.conflicts = [*survey.conflicts, *work.conflicts]
    return done


@dataclass(slots=True)
class _Work:
    done: Completion
    own: dict[tuple[str, str], Answers]
    multiple: set[str]
    new: Answers = field(default_factory=list)
    overridden: Answers = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)

    def institution(self, institution: str, by_question: dict[str, list[Matched]]) -> None:
        """All replies of one institution."""
        told = {q: self._without_doubles(q, replies) for q, replies in by_question.items()}
        responses = told.pop(RESPONSE, [])
        rest = [one for replies in told.values() for one in replies]
        silent = [one for one in responses if one.reply.answer == NO_RESPONSE]
        if silent and rest:
            self.done.problems.append(_problem(silent[0].reply, "reply_in_silence"))
            return
        own = self.own[institution, RESPONSE]
        late = any(located.row.answer == NO_RESPONSE for located in own)
        if late and not silent:
            self._late(own, responses, rest)
            return
        for one in silent:
            if not late and one.reply.overrides:
                column = {"overrides": one.reply.columns.get("overrides", "overrides")}
                self.done.problems.append(_problem(one.reply, "silence_overrides", column))
        for question, replies in {RESPONSE: responses, **told}.items():
            self._question(self.own[institution, question], question, replies)

    def _late(self, own: Answers, responses: list[Matched], rest: list[Matched]) -> None:
        """An institution that did not respond, says the survey: nothing of it can stand alone."""
        first = min(responses or rest, key=_rank)
        reason = min(responses + rest, key=_rank).reply.overrides
        stated = replace(first, reply=replace(first.reply, question=RESPONSE, answer=RESPONDED))
        self._against(own, [stated], reason)
        for one in rest:
            if reason:
                self._add(one)
            else:
                self.conflicts.append(_conflict(None, one, ""))

    def _question(self, own: Answers, question: str, replies: list[Matched]) -> None:
        said = {one.reply.answer for one in replies}
        known = {located.row.answer for located in own}
        self.done.agreed += len(said & known)
        fresh = [one for one in replies if one.reply.answer not in known]
        # Of several answers that are allowed, one more contradicts none; silence contradicts all,
        # and so does "none".
        adds = question in self.multiple and not ALONE & (known | said)
        if known and fresh and not adds:
            self._against(own, fresh, min(fresh, key=_rank).reply.overrides)
        else:
            for one in fresh:
                self._add(one)

    def _against(self, own: Answers, fresh: list[Matched], reason: str) -> None:
        for located in own:
            self.conflicts.extend(_conflict(located.row, one, reason) for one in fresh)
        if reason:
            self.overridden.extend(own)
            for one in fresh:
                self._add(one)

    def _add(self, one: Matched) -> None:
        self.done.added += 1
        self.new.append(_answer(one))

    def _without_doubles(self, question: str, replies: list[Matched]) -> list[Matched]:
        """Each answer once; what contradicts an earlier row is a problem and counts nowhere."""
        first: dict[str, Matched] = {}
        for one in replies:
            for earlier in first.values():
                if _excludes(question in self.multiple, earlier.reply.answer, one.reply.answer):
                    self.done.problems.append(self._contradiction(earlier, one))
                    break
            else:
                same = first.get(one.reply.answer, one)
                first[one.reply.answer] = min(same, one, key=_rank)
        return list(first.values())

    def _contradiction(self, earlier: Matched, one: Matched) -> Problem:
        survey, reply = self.done.survey, one.reply
        facts: dict[str, Fact]
        answers = {
            located.row.answer: located.row
            for located in survey.answer_options
            if located.row.question == reply.question
        }
        said, other = answers[reply.answer], answers[earlier.reply.answer]
        if _stands_at(earlier) == _stands_at(one):  # both in one cell
            facts = {"said": _label(said), "other": _label(other)}
            problem = _problem(reply, "answers_exclude", facts)
            return replace(problem, value=reply.written or said.label_lv)
        asked = next(q.row for q in survey.questions if q.row.question == reply.question)
        name = next(
            located.row.name_lv
            for located in survey.institutions
            if located.row.institution_id == one.institution_id
        )
        facts = {
            "name": name,
            "institution": one.institution_id,
            "question": InBoth(Several([asked.wording_lv]), Several([asked.wording_en])),
            "other": _label(other),
            "where": _place(earlier.reply, reply),
        }
        problem = _problem(reply, "replies_differ", facts)
        return replace(problem, value=reply.written or said.label_lv)


def _label(option: AnswerOptionRow) -> InBoth:
    return InBoth(Several([option.label_lv]), Several([option.label_en]))


def _place(told: Reply, seen_from: Reply) -> InBoth:
    """Where a reply stands, as far as another place has not said it already."""
    key = "here"
    if told.file != seen_from.file:
        key = "in_sheet_of_file" if told.sheet else "in_file"
    elif told.sheet != seen_from.sheet:
        key = "on_sheet"
    return in_words(key, file=told.file, sheet=told.sheet, row=told.row)


def _stands_at(one: Matched) -> tuple[str, str, int, str]:
    return one.reply.file, one.reply.sheet, one.reply.row, one.reply.column


def _rank(one: Matched) -> tuple[object, ...]:
    """Which of several that say the same is kept: one with a reason, with a source; not the first.

    The data must not depend on the order of files and rows.
    """
    reply = one.reply
    said = (reply.overrides, reply.source, reply.quote)
    return *((not text, text) for text in said), source_of(one), *_stands_at(one)


def _excludes(multiple: bool, one: str, other: str) -> bool:  # noqa: FBT001 - a fact of the question
    return one != other and (not multiple or bool(ALONE & {one, other}))


def _answer(one: Matched) -> Located[AnswerRow]:
    reply = one.reply
    row = AnswerRow(
        institution_id=one.institution_id,
        question=reply.question,
        answer=reply.answer,
        evidence="no_answer" if reply.answer == NO_ANSWER else "reported",
        source=source_of(one),
        quote=reply.quote,
        caveat=(),
    )
    return Located(reply.file, reply.row, row, loaded=True)


def source_of(one: Matched) -> str:
    """What a reply's answer cites: its own source or its file, and the decision that found it."""
    source = one.reply.source or f'file "{one.reply.file}"'
    return JOINT.join([source, one.decision.source]) if one.decision else source


def _conflict(row: AnswerRow | None, one: Matched, reason: str) -> Conflict:
    reply = one.reply
    return Conflict(
        institution_id=one.institution_id,
        question=reply.question,
        survey_answer=row.answer if row else None,
        survey_evidence=row.evidence if row else None,
        survey_source=row.source if row else None,
        survey_quote=row.quote if row else None,
        reply_answer=reply.answer,
        reply_source=source_of(one),
        reply_quote=reply.quote,
        file=reply.file,
        sheet=reply.sheet,
        line=reply.row,
        stands="reply" if reason else "survey",
        reason=reason,
    )


def _problem(reply: Reply, fault: str, facts: Facts | None = None) -> Problem:
    place = (reply.file, reply.row, reply.column)
    return Problem(*place, reply.written or reply.answer, fault, facts or {}, reply.sheet)
