"""Reading a file of replies to the study of 2016, for tests."""

from functools import cache
from pathlib import Path

from etl.build import STUDY
from etl.problems import InputRefused, Problem
from etl.replies.read import read_replies
from etl.replies.reply import Replies
from etl.survey_format import Survey, read_survey


@cache
def study() -> Survey:
    """The study, read once."""
    return read_survey(STUDY)


def read(path: Path, headings: Path | None = None) -> Replies:
    """The replies of a file to the questions of the study."""
    questions = [located.row for located in study().questions]
    options = [located.row for located in study().answer_options]
    return read_replies(path, questions, options, headings)


def problems(path: Path, headings: Path | None = None) -> list[Problem]:
    """The problems of a file as a report tells them, each once."""
    return InputRefused(read(path, headings).problems).problems
