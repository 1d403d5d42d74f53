"""Replies that tests invent: of the small survey, with a row each."""

from collections.abc import Iterable
from dataclasses import replace

from etl.replies.complete import Completion, complete
from etl.replies.decisions import DecisionRow, Decisions
from etl.replies.frame import directory
from etl.replies.matching import Matcher
from etl.replies.reply import Reply
from etl.survey_format import Located, read_survey
from tests.conftest import SMALL_SURVEY

A_REPLY = Reply("r.xlsx", "Atbildes", 2, "x", "", "", "", "", "training", "trained", "", "", "")


def reply(institution: str, question: str, answer: str, **cells: object) -> Reply:
    """A reply of an institution that is given by its identifier."""
    given = {"institution_id": institution, "question": question, "answer": answer}
    return replace(A_REPLY, **given | cells)  # type: ignore[arg-type]


def completed(*replies: Reply, decisions: Iterable[Located[DecisionRow]] = ()) -> Completion:
    """The small survey with these replies, each of which must find its institution."""
    survey = read_survey(SMALL_SURVEY)
    frame = directory(survey)
    matched, problems = Matcher(frame, Decisions(decisions, frame)).match(replies)
    assert problems == []
    return complete(survey, matched)
