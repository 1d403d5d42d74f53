"""Replies that tests invent: of the small survey, with a row each."""

from collections.abc import Iterable
from dataclasses import replace

from etl.read_survey import read_survey
from etl.replies.complete import Completion, complete
from etl.replies.decisions import Decisions
from etl.replies.decisions_file import Decided
from etl.replies.frame import directory
from etl.replies.matching import Matcher
from etl.replies.reply import Reply
from tests.conftest import SMALL_SURVEY

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
