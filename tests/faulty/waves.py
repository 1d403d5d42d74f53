"""Workbooks that are a wave of their own, with questions of their own, and faults in these."""

from tests.faulty.case import SHEET, Case, Rows, book
from tests.faulty.workbooks import WAVE

HEADINGS = (
    *("Jautājuma kods", "Jautājums latviski", "Jautājums angliski", "Atbildes kods"),
    *("Atbilde latviski", "Atbilde angliski", "Jautājuma veids", "Rādītājs"),
)
TRAINING = (
    ("training", "Vai ir apmācīti?", "Trained?", "trained", "ir", "yes", "viena atbilde", ""),
    ("", "", "", "not_trained", "nav", "no", "", ""),
)
HOTLINE = (
    ("hotline", "Kur zvanītu?", "Whom to call?", "police", "policijai", "the police",
     "vairākas atbildes", ""),
    ("", "", "", "ngo", "organizācijai", "an NGO", "", ""),
)  # fmt: skip
GOOD = (*TRAINING, *HOTLINE)
ANSWERS = (
    ("Iestāde", "training", "Kur zvanītu?"),
    ("Aglonas novada bāriņtiesa", "ir", "policijai"),
)
SHEET_OF_QUESTIONS = "jautājumi"


def _with(row: int, **cells: str) -> Rows:
    """The good questions with other cells in one row; the first below the headings is 2."""
    names = ("question", "lv", "en", "answer", "label_lv", "label_en", "kind", "indicator")
    rows = [list(one) for one in GOOD]
    for name, cell in cells.items():
        rows[row - 2][names.index(name)] = cell
    return rows


def _case(
    name: str, rows: Rows, *told: tuple[int | None, str, str], header: tuple[str, ...] = HEADINGS
) -> Case:
    sheets = {SHEET: ANSWERS, "aptauja": WAVE, SHEET_OF_QUESTIONS: (header, *rows)}
    return Case(name, book(sheets), [(SHEET_OF_QUESTIONS, *one) for one in told])


def questions() -> list[Case]:
    """Questions that do not hold."""
    one_less = [row[:-1] for row in GOOD]
    return [
        _case("questions_without_a_code.xlsx", _with(2, question=""),
              (2, "A", "question_missing"), (3, "A", "question_missing")),
        _case("questions_with_a_code_in_capitals.xlsx", _with(4, question="Hotline"),
              (4, "A", "wrong_form")),
        _case("questions_without_words.xlsx", _with(4, en=""), (4, "C", "cell_empty")),
        _case("questions_told_otherwise.xlsx", _with(3, lv="Vai kāds ir apmācīts?"),
              (3, "B", "question_told_otherwise")),
        _case("questions_of_an_unknown_kind.xlsx", _with(4, kind="brīva"),
              (4, "G", "question_kind_unknown")),
        _case("questions_with_an_answer_twice.xlsx", _with(5, answer="police"),
              (5, "D", "row_twice")),
        _case("questions_without_an_answer_code.xlsx", _with(5, answer=""),
              (5, "D", "wrong_form")),
        _case("questions_without_an_answer_in_latvian.xlsx", _with(5, label_lv=""),
              (5, "E", "cell_empty")),
        _case("questions_feeding_an_unknown_indicator.xlsx", _with(4, indicator="calls"),
              (4, "H", "indicator_unknown")),
        _case("questions_feeding_another_indicator.xlsx", _with(4, indicator="training_coverage"),
              (4, "H", "question_feeds_another")),
        _case("questions_of_which_no_answer_counts.xlsx", _with(2, answer="yes"),
              (2, "A", "no_answer_counts")),
        _case("questions_with_an_unknown_column.xlsx",
              [(*row, "zila") for row in GOOD], (1, "I", "questions_column_unknown"),
              header=(*HEADINGS, "Krāsa")),
        _case("questions_without_a_column.xlsx", [row[1:] for row in GOOD],
              (1, "question", "column_missing"), header=HEADINGS[1:]),
        _case("questions_with_a_column_twice.xlsx", one_less, (1, "H", "column_twice"),
              header=(*HEADINGS[:-1], "Jautājuma kods")),
        _case("questions_with_headings_alone.xlsx", (), (None, "", "questions_empty")),
    ]  # fmt: skip


def told_twice() -> list[Case]:
    """Facts or questions that stand twice, or without one another."""
    answers = {SHEET: (("Iestāde", "training"), ("Aglonas novada bāriņtiesa", "ir"))}
    own = {SHEET: ANSWERS}
    good = (HEADINGS, *GOOD)
    return [
        Case("wave_in_two_sheets.xlsx", book(answers | {"aptauja": WAVE, "wave": WAVE}),
             [("wave", None, "", "wave_told_twice")]),
        Case("questions_in_two_sheets.xlsx",
             book(own | {"aptauja": WAVE, SHEET_OF_QUESTIONS: good, "questions": good}),
             [("questions", None, "", "questions_told_twice")]),
        Case("questions_without_a_wave.xlsx", book(answers | {SHEET_OF_QUESTIONS: good}),
             [("", None, "", "questions_without_wave")]),
    ]  # fmt: skip


def cases() -> list[Case]:
    """Every one of them."""
    return [*questions(), *told_twice()]
