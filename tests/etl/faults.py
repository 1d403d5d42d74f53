"""Every fault that a survey file can have: how it is made, and the problem that must tell it.

A fault changes a small survey and returns the one problem expected, told to the last word.
"""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from etl.build import check_survey
from etl.problems import InputRefused
from tests.conftest import SmallSurvey, quiet


class Told(NamedTuple):
    """What a person reads of a problem in English."""

    file: str
    row: int | None
    column: str
    value: str
    rule: str
    remedy: str


Fault = Callable[[SmallSurvey], Told]

TRAINING = "training"


def problems_of(folder: Path) -> list[Told]:
    """The problems for which a survey is refused, none where it is taken."""
    try:
        check_survey(folder, say=quiet)
    except InputRefused as refusal:
        return [
            Told(p.file, p.row, p.column, p.value, p.rule(), p.remedy()) for p in refusal.problems
        ]
    return []


def answer(survey: SmallSurvey, institution: str, question: str = TRAINING) -> int:
    """The line of one answer."""
    return survey.line("answers.csv", institution_id=institution, question=question)


def sentence(fault: Fault) -> str:
    """The name of a fault as words."""
    return fault.__name__.replace("_", " ")
