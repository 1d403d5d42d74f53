"""What the template adds for a new wave: its facts and its questions, as sheets and as CSV."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from etl.replies.own_questions import COLUMNS
from etl.replies.own_wave import feeds
from etl.survey_format import Survey, WaveFacts
from geodata.boundaries import boundary_sets

RESPONSE = "response"  # of every wave: a form need not ask it
Rows = list[list[str]]


def facts_rows(wave: str, words: Mapping[str, Any]) -> Rows:
    """Headings, then each fact of a wave: its name, what is known of it, what to write."""
    known = {
        "wave": wave,
        "revision": f"{wave}-1",
        "boundary_set": max(one.boundary_set for one in boundary_sets()),
    }
    rows = [
        [words["wave_keys"][key], known.get(key, ""), words["wave_hints"][key]]
        for key in WaveFacts.model_fields
    ]
    return [list(words["wave_headings"]), *rows]


def question_rows(survey: Survey, words: Mapping[str, Any]) -> Rows:
    """Headings, then a row for each answer of each question of the survey before."""
    return [
        [words["question_headings"][name] for name in COLUMNS],
        *_questions(survey, words["question_kinds"]),
    ]


def _questions(survey: Survey, kinds: Mapping[str, str]) -> Iterator[list[str]]:
    indicators = {question: indicator for indicator, (question, _) in feeds().items()}
    for row in (located.row for located in survey.questions):
        if row.question == RESPONSE:
            continue
        kind = kinds["several" if row.multiple else "one"]
        own = {"kind": kind, "theme": row.theme, "indicator": indicators.get(row.question, "")}
        own |= {"wording_lv": row.wording_lv, "wording_en": row.wording_en}
        for option in (one.row for one in survey.answer_options):
            if option.question == row.question:
                cells = own | option.model_dump()
                yield [cells[name] for name in COLUMNS]
                own = dict.fromkeys(own, "")  # once a question is enough


def sheets_of(survey: Survey, wave: str, words: Mapping[str, Any]) -> Sequence[tuple[str, Rows]]:
    """The two sheets by their names."""
    return (
        (words["wave_sheet"], facts_rows(wave, words)),
        (words["questions_sheet"], question_rows(survey, words)),
    )
