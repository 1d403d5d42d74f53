"""A survey file that cannot be read, or a cell of the wrong form: one problem that says where."""

import pytest

from tests.conftest import SMALL_SURVEY, SmallSurvey
from tests.etl.faults import Fault, Told, answer, problems_of, sentence

WRONG = "is not written in the right form"
DATE = "Write the date like this: 2016-05-31."

ANSWER_COLUMNS = "institution_id, question, answer, evidence, source, quote, caveat"
FILES = [
    "wave.toml", "institutions.csv", "questions.csv", "answer_options.csv", "answers.csv",
    "published_totals.csv", "estimates.csv", "differences.csv", "contradictions.csv",
]  # fmt: skip
pytestmark = pytest.mark.usefixtures("places_read_once")


def test_the_small_survey_itself_is_without_fault(small_survey: SmallSurvey) -> None:
    assert problems_of(small_survey.folder) == []


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_the_only_problem_told(small_survey: SmallSurvey, file: str) -> None:
    (small_survey.folder / file).unlink()
    assert problems_of(small_survey.folder) == [
        Told(file, None, "", "", "is missing", "Add the file, or correct its name.")
    ]


def test_statements_may_be_left_out(small_survey: SmallSurvey) -> None:
    (small_survey.folder / "statements.csv").unlink()
    assert problems_of(small_survey.folder) == []


def a_file_that_is_not_utf_8(survey: SmallSurvey) -> Told:
    survey.rewrite("answers.csv", lambda text: text.decode().encode("cp1257"))
    line = answer(SmallSurvey(SMALL_SURVEY), "oc-incukalns", "response") - 1
    return Told(
        "answers.csv",
        line,
        "",
        "",
        "is not UTF-8 text",
        "Open the file in Excel and choose Save As with the file type “CSV UTF-8”.",
    )


def a_wave_file_that_is_not_utf_8(survey: SmallSurvey) -> Told:
    survey.rewrite("wave.toml", lambda text: text.decode().encode("cp1257"))
    return Told(
        "wave.toml",
        None,
        "",
        "",
        "is not UTF-8 text",
        "Open the file in Notepad and choose Save As with the encoding UTF-8.",
    )


def a_header_without_a_column(survey: SmallSurvey) -> Told:
    survey.rewrite("answers.csv", lambda text: text.replace(b",evidence,", b",", 1))
    remedy = f"Add the column; the columns are {ANSWER_COLUMNS}."
    return Told("answers.csv", 1, "evidence", "", "is missing", remedy)


def a_header_with_a_column_too_many(survey: SmallSurvey) -> Told:
    survey.rewrite("answers.csv", lambda text: text.replace(b"caveat\n", b"caveat,colour\n", 1))
    remedy = f"The columns are {ANSWER_COLUMNS}."
    rule = "is not a column of this file"
    return Told("answers.csv", 1, "colour", "colour", rule, remedy)


def a_header_with_a_column_twice(survey: SmallSurvey) -> Told:
    survey.rewrite("answers.csv", lambda text: text.replace(b"caveat\n", b"caveat,quote\n", 1))
    return Told("answers.csv", 1, "quote", "", "stands twice", "Remove one of them.")


def a_header_with_an_open_quote(survey: SmallSurvey) -> Told:
    survey.rewrite("differences.csv", lambda text: b'"' + text)
    rule = "has text right after a closing quotation mark"
    remedy = "Double each quotation mark inside a cell, or delete it."
    return Told("differences.csv", 1, "", "", rule, remedy)


def a_record_with_a_cell_too_few(survey: SmallSurvey) -> Told:
    survey.rewrite("questions.csv", lambda text: text.replace(b",false\n", b"\n", 1))
    rule = "has 4 cells where the header has 5"
    return Told("questions.csv", 2, "", "", rule, "Check commas and quotes.")


def a_record_with_a_cell_too_many(survey: SmallSurvey) -> Told:
    survey.rewrite("institutions.csv", lambda text: text.replace(b"Rankas,", b"Rankas,,", 1))
    rule = "has 9 cells where the header has 8"
    return Told("institutions.csv", 8, "", "", rule, "Check commas and quotes.")


def an_empty_line(survey: SmallSurvey) -> Told:
    survey.rewrite("answers.csv", lambda text: text + b"\n")
    return Told("answers.csv", 50, "", "", "is an empty line", "Remove the line.")


def a_quote_that_is_never_closed(survey: SmallSurvey) -> Told:
    survey.rewrite("answers.csv", lambda text: text + b'ea-1,training,"trained\n')
    rule = "has a quotation mark that is never closed"
    remedy = "Close the quotation mark, or delete it."
    return Told("answers.csv", 50, "", "", rule, remedy)


def an_empty_cell(survey: SmallSurvey) -> Told:
    line = survey.change("institutions.csv", 5, name_lv="")
    return Told("institutions.csv", line, "name_lv", "", "is empty", "Fill the cell.")


def an_empty_source(survey: SmallSurvey) -> Told:
    line = survey.change("answers.csv", answer(survey, "oc-jelgava"), source="")
    return Told("answers.csv", line, "source", "", "is empty", "Fill the cell.")


def an_unknown_type_of_institution(survey: SmallSurvey) -> Told:
    line = survey.change("institutions.csv", 3, institution_type="court")
    allowed = "Allowed: orphans_court, social_service or employment_agency."
    value, rule = "court", "is not allowed here"
    return Told("institutions.csv", line, "institution_type", value, rule, allowed)


def an_estimate_as_an_answer(survey: SmallSurvey) -> Told:
    line = survey.change("answers.csv", answer(survey, "oc-jelgava"), evidence="estimated")
    allowed = "Allowed: named, reported, derived or no_answer."
    return Told("answers.csv", line, "evidence", "estimated", "is not allowed here", allowed)


def a_statement_of_an_unknown_theme(survey: SmallSurvey) -> Told:
    line = survey.change("statements.csv", 3, theme="praise")
    allowed = (
        "Allowed: experience, suspicion, good_practice, cooperation, action, training, "
        "information, causes, risk_groups, recommendations_institutions, "
        "recommendations_ombudsman or context."
    )
    return Told("statements.csv", line, "theme", "praise", "is not allowed here", allowed)


def a_statement_in_one_language(survey: SmallSurvey) -> Told:
    line = survey.change("statements.csv", 3, text_en="")
    return Told("statements.csv", line, "text_en", "", "is empty", "Fill the cell.")


def a_code_in_capitals(survey: SmallSurvey) -> Told:
    line = survey.change("answers.csv", answer(survey, "oc-jelgava"), answer="Trained")
    rule, remedy = WRONG, "Write it like this: client_materials."
    return Told("answers.csv", line, "answer", "Trained", rule, remedy)


def a_figure_with_a_decimal_comma(survey: SmallSurvey) -> Told:
    line = survey.change("published_totals.csv", 6, value="39,5")
    rule, remedy = WRONG, "Write it like this: 46 or 12.5."
    return Told("published_totals.csv", line, "value", "39,5", rule, remedy)


def a_denominator_of_nothing(survey: SmallSurvey) -> Told:
    line = survey.change("published_totals.csv", 2, denominator="0")
    rule = "is not a whole number above 0"
    return Told("published_totals.csv", line, "denominator", "0", rule, "Correct the number.")


def a_question_neither_single_nor_multiple(survey: SmallSurvey) -> Told:
    line = survey.change("questions.csv", 7, multiple="maybe")
    rule = "is not true or false"
    return Told("questions.csv", line, "multiple", "maybe", rule, "Write true or false.")


def a_wave_without_a_year(survey: SmallSurvey) -> Told:
    survey.rewrite("wave.toml", lambda text: text.replace(b'wave = "2020"', b'wave = "spring"'))
    rule, remedy = WRONG, "Write it like this: 2026 or 2026b."
    return Told("wave.toml", None, "wave", "spring", rule, remedy)


def a_wave_with_no_date(survey: SmallSurvey) -> Told:
    survey.rewrite("wave.toml", lambda text: text.replace(b"2020-02-01", b'"soon"'))
    return Told("wave.toml", None, "fieldwork_from", "soon", "is not a date", DATE)


def a_wave_file_that_is_no_toml(survey: SmallSurvey) -> Told:
    survey.rewrite("wave.toml", lambda _: b"wave: 2020\n")
    rule = "is not valid TOML (Expected '=' after a key in a key/value pair (at line 1, column 5))"
    return Told("wave.toml", None, "", "", rule, "Correct this place of the file.")


FAULTS: list[Fault] = [
    value for name, value in list(globals().items()) if name.startswith(("a_", "an_"))
]


@pytest.mark.parametrize("fault", FAULTS, ids=sentence)
def test_the_fault_is_told_once_with_place_and_remedy(
    small_survey: SmallSurvey, fault: Fault
) -> None:
    expected = fault(small_survey)
    assert problems_of(small_survey.folder) == [expected]
