"""What the headings of a table mean: fields of a row, questions, single answers of a question."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal

from rapidfuzz import fuzz

from etl.faults import InBoth, Several, quoted
from etl.replies.plain_text import fold, plain
from etl.replies.vocabulary import fields, folded, headings_of, shown
from etl.survey_format import AnswerOptionRow, QuestionRow

FIELDS = (
    "institution_id", "institution_type", "institution", "place",
    "question", "answer", "source", "quote", "overrides",
)  # fmt: skip
OWNERS = ("institution_id", "institution_type", "institution", "place")
PER_ANSWER = ("source", "quote", "overrides")
IGNORE = "ignore"
_ALIKE = 0.75
_NEAREST = 3
_WORD = 4  # letters of a word that says something
_NUMBER = re.compile(r"^\s*(?:[A-Za-z]{0,2}\d+(?:\.\d+)*[.):]?|[a-z]\))\s+")
_IN_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column holds.

    A `field` of the row (`name`), of one question's answer (`name`, `question`), the answers to a
    `question`, the mark of one `option` (`question`, `answer`), or nothing that is read.
    """

    kind: Literal["field", "question", "option", "ignore"]
    name: str = ""
    question: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The user's own file of headings: heading → what it means, and question → word → code."""

    columns: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


class Headings:
    """Every heading that is known, and what it means."""

    def __init__(
        self,
        questions: Iterable[QuestionRow],
        options: Sequence[AnswerOptionRow],
        own: OwnWords | None = None,
    ):
        self._known: dict[str, Meaning] = {}
        self._shown: dict[str, str] = {}
        self._questions: dict[str, InBoth] = {}
        for text in sorted(folded("ignored", "headings")):
            self._learn(text, Meaning("ignore"))
        for question in questions:
            self._learn_question(question, [o for o in options if o.question == question.question])
        for text, name in fields().items():
            self._learn(text, Meaning("field", name))
        for name in FIELDS:
            self._shown[fold(name)] = headings_of(name)[0]
        for heading, text in (own.columns if own else {}).items():
            meaning = Meaning("ignore") if text == IGNORE else self.meaning(text)
            if meaning is not None:
                self._known[fold(heading)] = meaning

    def meaning(self, heading: str) -> Meaning | None:
        """What a heading means, without its number and without what stands in brackets."""
        text = plain(heading)
        unnumbered = _NUMBER.sub("", text)
        for form in (text, unnumbered, _IN_BRACKETS.sub("", unnumbered)):
            if found := self._known.get(fold(form)):
                return found
        return None

    def alike(self, heading: str) -> str:
        """The known heading that is most like this one, as it is written; "" if none is."""
        likest = get_close_matches(fold(heading), self._known, n=1, cutoff=_ALIKE)
        return self._shown.get(likest[0], likest[0]) if likest else ""

    def nearest(self, heading: str) -> InBoth:
        """The three fields and questions whose headings are most like a text, however little."""
        of_fields = {text: shown(name) for text, name in fields().items()}
        return _nearest(heading, of_fields | self._questions)

    def nearest_questions(self, text: str) -> InBoth:
        """The three questions whose code or wording is most like a text, however little."""
        return _nearest(text, self._questions)

    def _learn(self, text: str, meaning: Meaning) -> None:
        self._known[fold(text)] = meaning
        self._shown.setdefault(fold(text), text)

    def _learn_question(self, question: QuestionRow, options: Sequence[AnswerOptionRow]) -> None:
        code = question.question
        for asked in (code, question.wording_lv, question.wording_en):
            for option in options:
                for answer in (option.answer, option.label_lv, option.label_en):
                    self._learn(f"{asked}: {answer}", Meaning("option", "", code, option.answer))
            for name in PER_ANSWER:
                for heading in headings_of(name):
                    self._learn(f"{asked}: {heading}", Meaning("field", name, code))
        wordings = InBoth(Several([question.wording_lv]), Several([question.wording_en]))
        for asked in (code, question.wording_lv, question.wording_en):
            self._learn(asked, Meaning("question", "", code))
            self._questions[fold(asked)] = wordings


def _likeness(text: str, other: str) -> float:
    """How much of a text another says too, word by word in any form and order, 0 to 100."""
    words = [word for word in text.split() if len(word) >= _WORD] or text.split()
    found = [max(fuzz.ratio(word, one) for one in other.split()) for word in words]
    told = sum(found) / len(found) if found else 0.0
    return (2 * told + fuzz.ratio(text, other)) / 3


def _nearest(text: str, known: Mapping[str, InBoth]) -> InBoth:
    scores: dict[InBoth, float] = {}
    for written, told in known.items():
        scores[told] = max(scores.get(told, 0), _likeness(fold(text), written))
    best = sorted(scores, key=lambda told: -scores[told])[:_NEAREST]
    return quoted([f"{told.lv}" for told in best], [f"{told.en}" for told in best])
