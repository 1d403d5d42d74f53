"""The user's file of headings: what the columns and the words of a table of theirs mean."""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from etl.cell_problems import cell_problems
from etl.faults import Facts, Several
from etl.problems import Problem
from etl.replies.headings import FIELDS, IGNORE, Headings, OwnWords
from etl.survey_format import AnswerOptionRow, QuestionRow

Words = dict[str, Annotated[str, Field(min_length=1)]]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    columns: Words = Field(default_factory=dict)
    answers: dict[str, Words] = Field(default_factory=dict)


def read_own_words(
    path: Path, questions: Sequence[QuestionRow], options: Sequence[AnswerOptionRow]
) -> tuple[OwnWords, list[Problem]]:
    """Read a headings file: `[columns]` heading = meaning, `[answers.<question>]` word = code.

    A meaning is a field, a question, `question: answer` for a column of marks, or `ignore`.
    """
    try:
        read = _File.model_validate(tomllib.loads(path.read_text("utf-8-sig")))
    except FileNotFoundError:
        return OwnWords(), [Problem(path.name, None, "", "", "file_missing")]
    except UnicodeDecodeError:
        return OwnWords(), [Problem(path.name, None, "", "", "toml_not_utf8")]
    except tomllib.TOMLDecodeError as error:
        return OwnWords(), [
            Problem(path.name, None, "", "", "toml_invalid", {"reason": str(error)})
        ]
    except ValidationError as error:
        return OwnWords(), cell_problems(path.name, None, {}, error)
    own = OwnWords(read.columns, read.answers)
    return own, [
        *_column_problems(path.name, own, Headings(questions, options), questions),
        *_answer_problems(path.name, own, options),
    ]


def _column_problems(
    file: str, own: OwnWords, headings: Headings, questions: Sequence[QuestionRow]
) -> list[Problem]:
    allowed = Several([*FIELDS, *(question.question for question in questions), IGNORE])
    return [
        Problem(file, None, heading, text, "heading_meaning_unknown", {"allowed": allowed})
        for heading, text in own.columns.items()
        if text != IGNORE and headings.meaning(text) is None
    ]


def _answer_problems(file: str, own: OwnWords, options: Sequence[AnswerOptionRow]) -> list[Problem]:
    allowed: dict[str, list[str]] = {}
    for option in options:
        allowed.setdefault(option.question, []).append(option.answer)
    problems = []
    for question, words in own.answers.items():
        if question not in allowed:
            known = {"known": Several(sorted(allowed))}
            problems.append(Problem(file, None, "answers", question, "question_unknown", known))
            continue
        facts: Facts = {"question": question, "allowed": Several(allowed[question])}
        problems += [
            Problem(file, None, f"answers.{question}", f"{word} = {code}", "answer_unknown", facts)
            for word, code in words.items()
            if code not in allowed[question]
        ]
    return problems
