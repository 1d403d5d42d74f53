"""Read: one file of replies, CSV or XLSX, long or wide. Nothing is matched, nothing is guessed."""

from collections.abc import Sequence
from pathlib import Path

from etl.problems import Problem
from etl.replies.answer_words import words_by_question
from etl.replies.headings import Headings, OwnWords
from etl.replies.open_file import open_file
from etl.replies.own_wave import OwnWave
from etl.replies.own_words import read_own_words
from etl.replies.reply import Replies
from etl.replies.rows import Asked, read_rows
from etl.replies.sheet import Sheet
from etl.replies.table import find_table, letter_problems, table_problems
from etl.replies.vocabulary import is_ignored_sheet
from etl.survey_format import AnswerOptionRow, Located, QuestionRow, R

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
    opened = open_file(path)
    replies = Replies(path, opened.sha256, None, [], opened.problems, opened.encoding)
    if not opened.sha256:
        return replies
    wave = told.for_a_file() if told else OwnWave()
    sheets = wave.take_sheets(opened.sheets, questions)
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
    replies.facts, replies.told, replies.own_wave = wave.facts, wave.told, bool(wave.told)
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
        replies.unanswered += rows.unanswered
        replies.problems += rows.problems
        replies.notices += rows.notices(table)
    if not read and not replies.problems:
        replies.problems.append(Problem(replies.file.name, None, "", "", "no_table"))
