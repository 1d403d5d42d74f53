"""What makes a file of replies a wave of its own: its facts and, if it has some, its questions.

Facts stand in a sheet "aptauja" or "wave", in a `wave.toml` beside the file, or in a file of their
own (`--wave-facts`); questions in a sheet "jautājumi" or "questions", or in a file of their own
(`--questions`). Each is told once.
"""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from etl.problems import Problem
from etl.read_survey import read_facts
from etl.replies.open_file import XLSX, open_file
from etl.replies.own_questions import Feeds, OwnQuestions, is_questions_sheet, questions_of
from etl.replies.sheet import Sheet
from etl.replies.wave_sheet import is_wave_sheet, wave_of
from etl.survey_format import QuestionRow, WaveFacts

INDICATORS = Path(__file__).parents[1] / "indicators.csv"
TOML = ".toml"
# Faults that answers have only because their questions could not be read.
_OF_QUESTIONS = frozenset(
    {
        *("no_table", "sheet_without_headings", "answers_heading_missing", "heading_unknown"),
        *("heading_misspelt", "reply_question_unknown", "reply_question_misspelt"),
        *("reply_unknown", "reply_misspelt", "reply_unclear"),
    }
)


@dataclass(slots=True)
class OwnWave:
    """The facts and the questions of a wave, None where nothing tells them; what is wrong."""

    facts: WaveFacts | None = None
    questions: OwnQuestions | None = None
    problems: list[Problem] = field(default_factory=list)
    told: str = ""  # where the facts stand: a sheet, or a file

    def for_a_file(self) -> "OwnWave":
        """The same for one file of several: its problems are told once, and not with each."""
        return replace(self, problems=[], facts=None if self.problems else self.facts)

    def take_sheets(self, sheets: Sequence[Sheet], asked: Sequence[QuestionRow]) -> list[Sheet]:
        """Read the sheets of facts and of questions; returns the others."""
        others = []
        questions = ""
        for sheet in sheets:
            if sheet.rows and is_wave_sheet(sheet):
                if self.told:
                    fault = sheet.fault(None, None, "wave_told_twice", first=self.told)
                    self.problems.append(fault)
                    continue
                self.facts, problems = wave_of(sheet)
                self.problems += problems
                self.told = sheet.name
            elif sheet.rows and is_questions_sheet(sheet):
                if questions:
                    fault = sheet.fault(None, None, "questions_told_twice", first=questions)
                    self.problems.append(fault)
                    continue
                self.take_questions(sheet, asked)
                questions = sheet.name
            else:
                others.append(sheet)
        return others

    def take_facts_beside(self, file: Path) -> None:
        """Read the wave.toml beside a file, unless the file tells its wave itself."""
        if not self.told and (beside := file.with_name("wave.toml")).is_file():
            self.facts = read_facts(beside, self.problems)
            self.told = beside.name

    def refuse_questions_without_a_wave(self, file: Path) -> None:
        """Questions are a new wave's: a file that completes a wave has those of that wave."""
        if self.questions and not self.told:
            self.problems.append(Problem(file.name, None, "", "", "questions_without_wave"))

    def own_faults(self, problems: Iterable[Problem]) -> list[Problem]:
        """The problems of answers, without those that follow from faults of the questions."""
        if not self.questions or not self.questions.problems:
            return list(problems)
        return [one for one in problems if one.fault not in _OF_QUESTIONS]

    def take_questions(self, sheet: Sheet, asked: Iterable[QuestionRow]) -> None:
        """Read a table of questions; `asked` are those of the wave before."""
        self.questions = questions_of(sheet, feeds(), {one.question: one.theme for one in asked})
        self.problems += self.questions.problems


def read_own_wave(
    facts: Path | None, questions: Path | None, asked: Iterable[QuestionRow]
) -> OwnWave:
    """The wave that two files tell; `asked` are the questions of the wave before.

    The facts are TOML where the file is called so, else a table of keys and values.
    """
    found = OwnWave()
    if facts is not None:
        found.told = facts.name
        if facts.suffix.lower() == TOML:
            found.facts = read_facts(facts, found.problems)
        elif sheet := _sheet(facts, found.problems, is_wave_sheet):
            found.facts, problems = wave_of(sheet)
            found.problems += problems
    if questions is not None and (sheet := _sheet(questions, found.problems, is_questions_sheet)):
        found.take_questions(sheet, asked)
    return found


def feeds() -> Feeds:
    """Indicator → the question that it reads, and the answers that count."""
    with INDICATORS.open(encoding="utf-8", newline="") as file:
        rows: Iterable[Mapping[str, str]] = list(csv.DictReader(file))
    return {
        row["indicator"]: (row["question"], tuple(row["numerator_answers"].split(";")))
        for row in rows
    }


def _sheet(path: Path, problems: list[Problem], wanted: Callable[[Sheet], bool]) -> Sheet | None:
    """A CSV file as a sheet, or the sheet of a workbook that is `wanted`; None: it is told."""
    opened = open_file(path)
    problems += opened.problems
    if opened.problems and opened.encoding != XLSX:
        return None
    return next((one for one in opened.sheets if wanted(one)), next(iter(opened.sheets), None))
