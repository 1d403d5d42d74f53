"""Read a survey: its files become checked rows, and answers too many for memory are staged.

What a cell may hold stands in `survey_format.py`; what several rows must hold in `validate.py`.
"""

import tomllib
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from etl.cell_problems import cell_problems
from etl.labels import code_labels, source_is_known
from etl.problems import Problem
from etl.staging import MOST, Known, Staging, is_large
from etl.survey_file import Row, read_table
from etl.survey_format import (
    AnswerOptionRow,
    AnswerRow,
    ContradictionRow,
    DifferenceRow,
    EstimateRow,
    InstitutionRow,
    Located,
    PublishedTotalRow,
    QuestionRow,
    R,
    StatementRow,
    Survey,
    WaveFacts,
)


def read_survey(folder: Path, staging: Staging | None = None) -> Survey:
    """Read the survey files of `folder`; every bad cell becomes a problem, no row is repaired.

    With `staging` answers that are too many for memory are kept there; without, all are rows.
    """
    problems: list[Problem] = []
    unread: dict[str, list[dict[str, str]]] = {}
    facts = read_facts(folder / "wave.toml", problems)

    def table(name: str, model: type[R]) -> list[Located[R]]:
        located, unread[name] = _read_rows(folder / name, model, problems)
        return located

    large = staging if is_large(folder / "answers.csv") else None
    survey = Survey(
        folder,
        facts,
        table("institutions.csv", InstitutionRow),
        table("questions.csv", QuestionRow),
        table("answer_options.csv", AnswerOptionRow),
        [] if large else table("answers.csv", AnswerRow),
        table("published_totals.csv", PublishedTotalRow),
        table("estimates.csv", EstimateRow),
        table("differences.csv", DifferenceRow),
        table("contradictions.csv", ContradictionRow),
        # The one file that may be left out: not every survey is told in words.
        table("statements.csv", StatementRow) if (folder / "statements.csv").exists() else [],
        problems,
        unread=unread,
    )
    if large:
        _stage(survey, folder / "answers.csv", large)
    return survey


def _stage(survey: Survey, path: Path, staging: Staging) -> None:
    """Stage the answers of a survey whose other files are read; keep the rows to be judged."""
    survey.staged, form_problems = staging.stage(path, list(AnswerRow.model_fields))
    known = Known(
        institutions=[
            (one.row.institution_id, one.row.institution_type) for one in survey.institutions
        ],
        questions=[(one.row.question, one.row.multiple) for one in survey.questions],
        options=[(one.row.question, one.row.answer) for one in survey.answer_options],
        caveats=code_labels()["caveat"],
        source_is_known=source_is_known,
    )
    rows, cut = survey.staged.suspects(known)
    survey.problems.extend(form_problems)
    survey.answers, unread = _checked(path.name, rows, AnswerRow, survey.problems)
    if cut or len(form_problems) > MOST:
        survey.problems.append(Problem(path.name, None, "", "", "faults_cut", {"most": MOST}))
        unread.append({})  # what is not told may be anything
    survey.unread[path.name] = [*({} for _ in form_problems), *unread]


def _read_rows(
    path: Path, model: type[R], problems: list[Problem]
) -> tuple[list[Located[R]], list[dict[str, str]]]:
    """The rows that fit `model`, and the cells of those that do not, {} where none is known."""
    required = [name for name, info in model.model_fields.items() if info.is_required()]
    optional = [name for name in model.model_fields if name not in required]
    rows, form_problems = read_table(path, required, optional)
    problems.extend(form_problems)
    located, unread = _checked(path.name, rows, model, problems)
    return located, [*({} for _ in form_problems), *unread]


def _checked(
    file: str, rows: list[Row], model: type[R], problems: list[Problem]
) -> tuple[list[Located[R]], list[dict[str, str]]]:
    """The rows whose cells fit `model`, and the cells of the others."""
    unread: list[dict[str, str]] = []
    located = []
    for row in rows:
        try:
            located.append(Located(file, row.line, model.model_validate(row.cells)))
        except ValidationError as error:
            problems.extend(cell_problems(file, row.line, row.cells, error))
            unread.append(row.cells)
    return located, unread


def read_facts(path: Path, problems: list[Problem]) -> WaveFacts | None:
    """What a wave.toml says; its faults are added to `problems`."""
    facts: dict[str, Any] = {}
    try:
        facts = tomllib.loads(path.read_text("utf-8"))
        return WaveFacts.model_validate(facts)
    except FileNotFoundError:
        problems.append(Problem(path.name, None, "", "", "file_missing"))
    except UnicodeDecodeError:
        problems.append(Problem(path.name, None, "", "", "toml_not_utf8"))
    except tomllib.TOMLDecodeError as error:
        reason = {"reason": str(error)}
        problems.append(Problem(path.name, None, "", "", "toml_invalid", reason))
    except ValidationError as error:
        cells = {name: str(value) for name, value in facts.items()}
        problems.extend(cell_problems(path.name, None, cells, error))
    return None
