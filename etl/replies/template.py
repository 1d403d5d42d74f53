"""The template: both forms, as CSV and XLSX, with one filled example, for a survey's questions.

For a new wave also its facts and its questions: sheets of the workbooks, and CSV files.
"""

import csv
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from etl.labels import code_labels
from etl.replies.template_wave import Rows, sheets_of
from etl.replies.template_workbook import Form, List, write_workbook
from etl.survey_format import AnswerOptionRow, QuestionRow, Survey
from geodata.boundaries import boundary_sets, read_municipalities

WORDS = Path(__file__).with_name("template.toml")
OWNERS = ("institution_id", "institution_type", "institution", "place")
SAID = ("source", "overrides")
FILES = ("answers_wide.xlsx", "answers_wide.csv", "answers_long.xlsx", "answers_long.csv")
WAVE_FILES = ("wave_facts.csv", "wave_questions.csv")


@cache
def _words(lang: str) -> dict[str, Any]:
    words: dict[str, Any] = tomllib.loads(WORDS.read_text("utf-8"))[lang]
    return words


@dataclass(frozen=True, slots=True)
class _Template:
    survey: Survey
    lang: str
    new_wave: str = ""

    def more(self) -> Sequence[tuple[str, Rows]]:
        """The sheets of a new wave, if it is one."""
        return sheets_of(self.survey, self.new_wave, _words(self.lang)) if self.new_wave else ()

    def wide(self) -> Form:
        """A row for each institution of the survey, a column for each question."""
        questions = [located.row for located in self.survey.questions]
        words = _words(self.lang)
        headings = [self._heading(name) for name in OWNERS]
        asked = {len(headings) + n: self._list(q) for n, q in enumerate(questions)}
        headings += [self._said(question) for question in questions]
        headings += [*(self._heading(name) for name in SAID), words["notes"]]
        answered = [self._first_answers(question) for question in questions]
        example = [*self._example_owner(), *answered, words["example_source"], "", ""]
        rows = [example, *([*owner, *[""] * (len(headings) - 4)] for owner in self._owners())]
        return Form(headings, rows, asked, self._steps("wide"), self._lists(), words, self.more())

    def long(self) -> Form:
        """A row for each answer; the example is one."""
        words = _words(self.lang)
        names = (*OWNERS, "question", "answer", "source", "quote", "overrides")
        asked = sorted((q.row for q in self.survey.questions), key=lambda row: row.multiple)
        question = next((row for row in asked if row.question == "training"), asked[0])
        example = [
            *self._example_owner(),
            self._said(question),
            self._first_answers(question),
            words["example_source"],
            words["example_quote"],
            "",
        ]
        headings = [self._heading(name) for name in names]
        steps = self._steps("long")
        return Form(headings, [example], {}, steps, self._lists(), words, self.more())

    def _heading(self, name: str) -> str:
        heading: str = _words(self.lang)["headings"][name]
        return heading

    def _said(self, row: QuestionRow) -> str:
        return row.wording_lv if self.lang == "lv" else row.wording_en

    def _label(self, row: AnswerOptionRow) -> str:
        return row.label_lv if self.lang == "lv" else row.label_en

    def _options(self, question: str) -> list[AnswerOptionRow]:
        return [o.row for o in self.survey.answer_options if o.row.question == question]

    def _list(self, question: QuestionRow) -> List:
        return List(
            [self._label(option) for option in self._options(question.question)],
            question.multiple,
        )

    def _first_answers(self, question: QuestionRow) -> str:
        options = self._options(question.question)[: 2 if question.multiple else 1]
        return "; ".join(self._label(option) for option in options)

    def _example_owner(self) -> list[str]:
        words = _words(self.lang)
        kind = code_labels()["institution_type"]["orphans_court"][self.lang]
        return [words["example_id"], kind, words["example_institution"], words["example_place"]]

    def _owners(self) -> list[list[str]]:
        places = _places(self.survey)
        return [
            [
                located.row.institution_id,
                code_labels()["institution_type"][located.row.institution_type][self.lang],
                located.row.name_lv,
                places.get(located.row.municipality_code, located.row.municipality_code),
            ]
            for located in self.survey.institutions
        ]

    def _lists(self) -> list[Sequence[str]]:
        return [
            [self._said(q.row), self._label(option), option.question, option.answer]
            for q in self.survey.questions
            for option in self._options(q.row.question)
        ]

    def _steps(self, form: str) -> list[str]:
        words = _words(self.lang)
        steps = [*words["steps"], *(words["wave_steps"] if self.new_wave else ())]
        return [step.format(form=words[form]) for step in steps]


def write_template(
    survey: Survey, folder: Path, lang: str = "lv", new_wave: str = ""
) -> list[Path]:
    """Write FILES into `folder`, which is made if need be; returns their paths.

    With `new_wave`, such as "2026", the workbooks have its facts and questions, WAVE_FILES too.

    Raises FileExistsError where one of them is there already: it may be filled.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / name for name in (*FILES, *(WAVE_FILES if new_wave else ()))]
    if there := [path for path in paths if path.exists()]:
        raise FileExistsError(", ".join(map(str, there)))
    template = _Template(survey, lang, new_wave)
    for form, (workbook, text) in ((template.wide(), paths[:2]), (template.long(), paths[2:4])):
        write_workbook(form, workbook)
        _write_csv(text, [form.headings, *form.rows])
    for path, (_, rows) in zip(paths[4:], template.more(), strict=True):
        _write_csv(path, rows)
    return paths


def _write_csv(path: Path, rows: Sequence[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)


def _places(survey: Survey) -> dict[str, str]:
    wanted = survey.facts.boundary_set if survey.facts else ""
    if wanted not in {known.boundary_set for known in boundary_sets()}:
        return {}
    frame = read_municipalities(wanted)
    return dict(zip(frame["code"], frame["name_nom"], strict=True))
