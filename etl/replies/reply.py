"""A reply: one answer cell of a file, its words already turned into codes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from etl.problems import Problem
from etl.survey_format import AnswerOptionRow, Located, QuestionRow, WaveFacts


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer of one institution, as a file gives it.

    `institution_id` as written, "" if the file has none; `institution_type` a code, "" if not
    written (then taken from the name); `institution` the name as written, or ""; `place` the
    municipality as written, code or name, or ""; `question` and `answer` are codes: an empty cell
    of the wide form gives no reply; `overrides` is the reason, "" for none.

    `written` is what stands in the answer's cell, `kind` in that of the type; `columns` how a
    person finds the cells that say the rest: field → column, of those that there are. `wide` says
    that its row is all of an institution, and not one answer.
    """

    file: str
    sheet: str
    row: int
    column: str
    institution_id: str
    institution_type: str
    institution: str
    place: str
    question: str
    answer: str
    source: str
    quote: str
    overrides: str
    written: str = ""
    kind: str = ""
    columns: Mapping[str, str] = field(default_factory=dict, compare=False)
    wide: bool = False


@dataclass(slots=True)
class Replies:
    """What one file says, and what is wrong with it.

    `facts` makes the file a wave of its own; None: it completes a wave; `told` is the sheet or the
    file that says so, "" for none. `questions` and
    `answer_options` are that wave's own, none where they are those of the wave before. `encoding`
    says how the file was read ("UTF-8", "Windows-1257", "XLSX"), `silent` how many rows answer
    nothing, and `unanswered` whose they are, each with an empty question and answer; `notices` are
    told and refuse nothing.
    """

    file: Path
    sha256: str
    facts: WaveFacts | None
    replies: list[Reply]
    problems: list[Problem]
    encoding: str = ""
    silent: int = 0
    unanswered: list[Reply] = field(default_factory=list)
    told: str = ""
    own_wave: bool = False  # whether it is to be one, be its facts sound or not
    questions: list[Located[QuestionRow]] = field(default_factory=list)
    answer_options: list[Located[AnswerOptionRow]] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)
