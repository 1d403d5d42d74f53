"""Replies that tests invent, of the small survey with a row each, and what becomes of them."""

from collections.abc import Iterable
from dataclasses import replace

from etl.conflict import Conflict
from etl.read_survey import read_survey
from etl.replies.complete import Completion, complete
from etl.replies.decisions import Decisions
from etl.replies.decisions_file import Decided
from etl.replies.frame import directory
from etl.replies.matching import Matcher
from etl.replies.reply import Reply
from etl.survey_format import AnswerRow
from tests.conftest import SMALL_SURVEY

WHY = "letter of 5 March 2026"
MATERIALS = "client_materials"


COLUMNS = {
    "institution_id": "A (Iestādes ID)",
    "institution_type": "B (Iestādes veids)",
    "institution": "C (Iestāde)",
    "place": "D (Pašvaldība)",
}
A_REPLY = Reply(
    *("r.xlsx", "Atbildes", 2, "x", "", "", "", "", "training", "trained", "", "", ""),
    columns=COLUMNS,
)


def reply(institution: str, question: str, answer: str, **cells: object) -> Reply:
    """A reply of an institution that is given by its identifier."""
    given = {"institution_id": institution, "question": question, "answer": answer}
    return replace(A_REPLY, **given | cells)  # type: ignore[arg-type]


def completed(*replies: Reply, decisions: Iterable[Decided] = ()) -> Completion:
    """The small survey with these replies, each of which must find its institution."""
    survey = read_survey(SMALL_SURVEY)
    frame = directory(survey)
    matched, problems = Matcher(frame, Decisions(decisions, frame)).match(replies)
    assert problems == []
    return complete(survey, matched)


def answers(done: Completion, institution: str, question: str) -> list[AnswerRow]:
    """The answers of an institution to a question, in the completed survey."""
    rows = [located.row for located in done.survey.answers]
    return [r for r in rows if (r.institution_id, r.question) == (institution, question)]


def conflicts(done: Completion) -> list[tuple[str, str, str | None, str, str, str]]:
    """Institution, question, both answers, which stands and why, of each conflict."""

    def line(c: Conflict) -> tuple[str, str, str | None, str, str, str]:
        return (
            c.institution_id,
            c.question,
            c.survey_answer,
            c.reply_answer,
            c.stands,
            c.reason,
        )

    return [line(conflict) for conflict in done.survey.conflicts]


def faults(done: Completion) -> list[tuple[str, int | None, str]]:
    """Fault, row and sheet of each problem."""
    return [(p.fault, p.row, p.sheet) for p in done.problems]


def services(*materials: str | None) -> list[Reply]:
    """Replies of the three services of which the survey does not know the materials."""
    names = ("ss-incukalns", "ss-varaklani", "ss-jelgavas")
    told = zip(names, materials, strict=True)
    return [reply(name, MATERIALS, answer) for name, answer in told if answer]
