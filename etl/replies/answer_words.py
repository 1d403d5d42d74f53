"""From the words of a cell to the code of an answer: only where they can mean one answer.

Silence, a dash or "not known" is never *no*.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from etl.faults import Fact, InBoth, Several, quoted
from etl.replies.plain_text import fold, plain
from etl.replies.vocabulary import folded, signs
from etl.survey_format import AnswerOptionRow, QuestionRow

NO_ANSWER = "no_answer"
_ALIKE = 0.7


class AnswerWords:
    """What may be written as an answer to one question."""

    def __init__(
        self, question: QuestionRow, options: Sequence[AnswerOptionRow], own: Mapping[str, str]
    ):
        """`options` are those of the question; `own` maps words of the user to their codes."""
        self.question = question
        self.options = options
        self._codes: dict[str, set[str]] = defaultdict(set)
        for option in options:
            for text in (option.answer, option.label_lv, option.label_en):
                self._codes[fold(text)].add(option.answer)
        yes, no = (self._only(key) for key in ("yes", "no"))
        self._marked = yes
        for key, code in (("yes", yes), ("no", no)):
            for word in folded("words", key):
                if code and word not in self._codes:
                    self._codes[word].add(code)
        for text, code in own.items():
            self._codes[fold(text)] = {code}
        self._codes.pop("", None)

    def code(self, text: str) -> str:
        """The one answer that a text means, or "" where it means none or may mean several."""
        if is_mark(text) and fold(text) not in self._codes:
            return self._marked
        codes = self._codes.get(fold(text), set())
        return next(iter(codes)) if len(codes) == 1 else ""

    def allowed(self) -> InBoth:
        """The answers by their labels, in both languages."""
        return self._labels([option.answer for option in self.options])

    def fault(self, text: str) -> tuple[str, dict[str, Fact]]:
        """Why a text is no answer, and the facts of it."""
        facts: dict[str, Fact] = {"question": self.name(), "allowed": self.allowed()}
        if is_mark(text):
            return "mark_unclear", facts
        if is_unclear(text):
            return "reply_unclear", facts
        alike = get_close_matches(fold(text), self._codes, n=2, cutoff=_ALIKE)
        likest = [code for word in alike for code in sorted(self._codes[word])]
        if likest:
            return "reply_misspelt", facts | {"alike": self._labels(likest)}
        return "reply_unknown", facts

    def name(self) -> InBoth:
        """The question in words."""
        return InBoth(Several([self.question.wording_lv]), Several([self.question.wording_en]))

    def _labels(self, codes: Sequence[str]) -> InBoth:
        options = [option for option in self.options if option.answer in codes]
        return quoted([one.label_lv for one in options], [one.label_en for one in options])

    def _only(self, key: str) -> str:
        """The one answer whose code or label is "yes" (or "no"); "" where there is none or more."""
        words = folded("words", key)
        found = {code for word in words for code in self._codes.get(word, ())}
        return found.pop() if len(found) == 1 else ""


def words_by_question(
    questions: Iterable[QuestionRow],
    options: Sequence[AnswerOptionRow],
    own: Mapping[str, Mapping[str, str]],
) -> dict[str, AnswerWords]:
    """What may be written under each question; `own` as `AnswerWords`, by question."""
    return {
        question.question: AnswerWords(
            question,
            [option for option in options if option.question == question.question],
            own.get(question.question, {}),
        )
        for question in questions
    }


def is_mark(text: str) -> bool:
    """Whether a text only marks its column: x, ✓."""
    return plain(text).casefold() in signs("marks")


def is_unclear(text: str) -> bool:
    """Whether a text may mean "no" as well as "no answer": a dash, "not known"."""
    return plain(text).casefold() in signs("unclear") or fold(text) in folded("words", "unclear")


def is_no(text: str) -> bool:
    """Whether a text says no to a column of one answer: "nē", 0."""
    return fold(text) in folded("words", "no") or plain(text) == "0"


def is_yes(text: str) -> bool:
    """Whether a text says yes to a column of one answer: a mark, "jā", 1."""
    return is_mark(text) or fold(text) in folded("words", "yes") or plain(text) == "1"
