"""A conflict: a loaded reply says otherwise than the survey. Both are kept, one of them stands."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Conflict:
    """One answer of the survey against one reply, as a row of the table `conflict`.

    `survey_*` are None where the survey only says that the institution did not respond, so that no
    answer of it can stand. `stands` says whose answer counts; `reason` is why the reply does, ""
    where the survey does.
    """

    institution_id: str
    question: str
    survey_answer: str | None
    survey_evidence: str | None
    survey_source: str | None
    survey_quote: str | None
    reply_answer: str
    reply_source: str
    reply_quote: str
    file: str
    sheet: str
    line: int
    stands: Literal["survey", "reply"]
    reason: str
