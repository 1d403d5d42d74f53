"""Read: one file of replies, CSV or XLSX, long or wide. Nothing is matched, nothing is guessed."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from etl.problems import Problem
from etl.replies.answer_words import words_by_question
from etl.replies.csv_sheet import csv_sheet, decoded
from etl.replies.headings import Headings, OwnWords
from etl.replies.kinds import foreign_kind, is_package
from etl.replies.own_wave import OwnWave
from etl.replies.own_words import read_own_words
from etl.replies.reply import Replies
from etl.replies.rows import Asked, read_rows
from etl.replies.sheet import Sheet
from etl.replies.table import find_table, letter_problems, table_problems
from etl.replies.vocabulary import is_ignored_sheet
from etl.replies.workbook import workbook_sheets
from etl.survey_format import AnswerOptionRow, Located, QuestionRow, R

MOST_BYTES = 50_000_000  # of a file as it lies there
XLSX = "XLSX"
RESPONSE = "response"


def read_replies(
    path: Path,
    questions: Sequence[QuestionRow],
    answer_options: Sequence[AnswerOptionRow],
    headings: Path | None = None,
    told: OwnWave | None = None,
) -> Replies:
    """Read a file of replies with every problem that it has.

    `questions` and `answer_options` are those of the survey that was answered; `headings` is the
    user's own file of headings and words. A sheet "aptauja" or "wave", or a `wave.toml` beside the
    file, makes it a wave of its own, and a sheet "jautājumi" or "questions" gives that its own
    questions; `told` is what other files say of both. Rows count as a spreadsheet counts them.
    """
    replies = Replies(path, "", None, [], [])
    wave = told.for_a_file() if told else OwnWave()
    data = _bytes(path, replies.problems)
    if data is None:
        return replies
    replies.sha256 = hashlib.sha256(data).hexdigest()
    sheets = wave.take_sheets(_sheets(data, replies), questions)
    _take_wave(wave, replies)
    if replies.questions:
        questions = _with_response(replies.questions, questions)
        answer_options = _with_response(replies.answer_options, answer_options)
    own = OwnWords()
    if headings is not None:
        own, problems = read_own_words(headings, questions, answer_options)
        replies.problems += problems
    if sheets:
        asked = Asked(
            Headings(questions, answer_options, own),
            words_by_question(questions, answer_options, own.answers),
        )
        _read_sheets(sheets, asked, replies)
    replies.problems = wave.own_faults(replies.problems)
    return replies


def _take_wave(wave: OwnWave, replies: Replies) -> None:
    """What the sheets, a file beside and files of their own say of a new wave, if anything."""
    wave.take_facts_beside(replies.file)
    wave.refuse_questions_without_a_wave(replies.file)
    replies.problems += wave.problems
    replies.facts, replies.own_wave = wave.facts, bool(wave.told)
    if wave.problems:  # no survey can be made of it, whose further faults would mislead
        replies.facts = None
    if wave.told and wave.questions:
        replies.questions = wave.questions.questions
        replies.answer_options = wave.questions.answer_options


def _with_response(own: Sequence[Located[R]], before: Sequence[R]) -> list[R]:
    """A wave's own rows; whether an institution responded is asked in every wave alike."""
    rows = [located.row for located in own]
    if any(getattr(row, "question", "") == RESPONSE for row in rows):
        return rows
    return [*(row for row in before if getattr(row, "question", "") == RESPONSE), *rows]


def _bytes(path: Path, problems: list[Problem]) -> bytes | None:
    """The file as it is, unless it is missing, empty, too large or of a kind that is not read."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            facts = {"found": size // 1_000_000, "most": MOST_BYTES // 1_000_000}
            problems.append(Problem(path.name, None, "", "", "file_too_large", facts))
            return None
        data = path.read_bytes()
    except FileNotFoundError:
        problems.append(Problem(path.name, None, "", "", "file_missing"))
        return None
    except OSError as error:
        reason = {"reason": error.strerror or str(error)}
        problems.append(Problem(path.name, None, "", "", "file_unreadable", reason))
        return None
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        problems.append(Problem(path.name, None, "", "", "file_empty"))
        return None
    return data


def _sheets(data: bytes, replies: Replies) -> list[Sheet]:
    file = replies.file.name
    if is_package(data):
        replies.encoding = XLSX
        sheets, problems = workbook_sheets(file, data)
        replies.problems += problems
        return sheets
    if problem := foreign_kind(file, data):
        replies.problems.append(problem)
        return []
    text, replies.encoding, problems = decoded(file, data)
    replies.problems += problems
    if problems:
        return []
    sheet, problems = csv_sheet(file, text)
    replies.problems += problems
    return [sheet]


def _read_sheets(sheets: Sequence[Sheet], asked: Asked, replies: Replies) -> None:
    """Read the sheets that hold tables; of another only what lies open may be left out."""
    read = 0
    for sheet in sheets:
        if not sheet.rows:
            continue
        table = find_table(sheet, asked.headings)
        aside = sheet.hidden or is_ignored_sheet(sheet.name)
        if table is None or (aside and not table.has_answers):
            if not aside:
                fault = "sheet_without_headings" if sheet.name else "no_table"
                replies.problems.append(sheet.fault(None, None, fault))
                read += 1
            continue
        read += 1
        if aside:
            fault = "sheet_hidden" if sheet.hidden else "sheet_of_notes"
            replies.problems.append(sheet.fault(None, None, fault))
            continue
        replies.problems += [*letter_problems(sheet), *table_problems(table, asked.headings)]
        rows = read_rows(table, asked)
        replies.replies += rows.replies
        replies.silent += rows.silent
        replies.problems += rows.problems
    if not read and not replies.problems:
        replies.problems.append(Problem(replies.file.name, None, "", "", "no_table"))
