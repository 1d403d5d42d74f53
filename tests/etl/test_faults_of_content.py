"""Cells that are well formed, and rows that contradict one another: each told, none repaired."""

import pytest

from etl.build import check_survey
from etl.problems import InputRefused
from tests.conftest import SmallSurvey, quiet
from tests.etl.faults import Fault, Told, answer, problems_of, sentence

ANSWERS, INSTITUTIONS, TOTALS = "answers.csv", "institutions.csv", "published_totals.csv"
STATEMENTS = "statements.csv"
TWICE = "Remove one of the rows."
pytestmark = pytest.mark.usefixtures("places_read_once")


def an_unknown_municipality(survey: SmallSurvey) -> Told:
    line = survey.change(INSTITUTIONS, 3, municipality_code="LV-999")
    rule = "is not a municipality of this survey's boundary set"
    remedy = "Correct the code, or leave it empty where the source names no place."
    return Told(INSTITUTIONS, line, "municipality_code", "LV-999", rule, remedy)


def an_unknown_boundary_set(survey: SmallSurvey) -> Told:
    survey.rewrite("wave.toml", lambda text: text.replace(b'"2009"', b'"1990"'))
    rule, remedy = "is not a boundary set", "Known: 2009, 2021, 2025."
    return Told("wave.toml", None, "boundary_set", "1990", rule, remedy)


def an_answer_of_an_unknown_institution(survey: SmallSurvey) -> Told:
    line = survey.add(ANSWERS, answer(survey, "ea-1"), institution_id="ea-9")
    rule = "is not in institutions.csv"
    remedy = "Correct the identifier, or add the institution."
    return Told(ANSWERS, line, "institution_id", "ea-9", rule, remedy)


def an_answer_to_an_unknown_question(survey: SmallSurvey) -> Told:
    line = survey.add(ANSWERS, answer(survey, "ea-1"), question="trainings")
    rule = "is not a question of this survey"
    known = "case_experience, client_materials, ngo_awareness, response, support_contact, training"
    return Told(ANSWERS, line, "question", "trainings", rule, f"Known questions: {known}.")


def an_unknown_answer(survey: SmallSurvey) -> Told:
    line = survey.change(ANSWERS, answer(survey, "ea-1"), answer="maybe")
    remedy = "Allowed: no_answer, not_trained, planned, trained."
    return Told(ANSWERS, line, "answer", "maybe", "is not an answer to training", remedy)


def an_option_of_an_unknown_question(survey: SmallSurvey) -> Told:
    line = survey.add("answer_options.csv", 2, question="weather")
    rule = "is not in questions.csv"
    return Told("answer_options.csv", line, "question", "weather", rule, "Add the question.")


def an_institution_twice(survey: SmallSurvey) -> Told:
    line = survey.add(INSTITUTIONS, 4)
    rule = "stands twice; the first is row 4"
    return Told(INSTITUTIONS, line, "institution_id", "oc-varaklani", rule, TWICE)


def a_question_twice(survey: SmallSurvey) -> Told:
    line = survey.add("questions.csv", 4)
    rule = "stands twice; the first is row 4"
    return Told("questions.csv", line, "question", "training", rule, TWICE)


def an_option_twice(survey: SmallSurvey) -> Told:
    line = survey.add("answer_options.csv", 2)
    rule = "stands twice; the first is row 2"
    return Told("answer_options.csv", line, "answer", "responded", rule, TWICE)


def an_answer_twice(survey: SmallSurvey) -> Told:
    first = answer(survey, "ea-1")
    line = survey.add(ANSWERS, first)
    rule = f"stands twice; the first is row {first}"
    return Told(ANSWERS, line, "answer", "not_trained", rule, TWICE)


def a_figure_twice(survey: SmallSurvey) -> Told:
    line = survey.add(TOTALS, 6)
    return Told(TOTALS, line, "category", "yes", "stands twice; the first is row 6", TWICE)


def a_margin_twice(survey: SmallSurvey) -> Told:
    """Two equal margins would widen the Fréchet bounds unseen."""
    line = survey.add("estimates.csv", 6)
    rule = "stands twice; the first is row 6"
    return Told("estimates.csv", line, "category", "marta", rule, TWICE)


def an_explanation_twice(survey: SmallSurvey) -> Told:
    line = survey.add("differences.csv", 2)
    rule = "stands twice; the first is row 2"
    return Told("differences.csv", line, "category", "trained", rule, TWICE)


def a_contradiction_twice(survey: SmallSurvey) -> Told:
    line = survey.add("contradictions.csv", 2)
    value, rule = "Skaitlis un saraksts nesaskan.", "stands twice; the first is row 2"
    return Told("contradictions.csv", line, "text_lv", value, rule, TWICE)


def a_statement_twice(survey: SmallSurvey) -> Told:
    line = survey.add(STATEMENTS, 3)
    rule = "stands twice; the first is row 3"
    return Told(STATEMENTS, line, "text_lv", "Dienests izdalīja materiālus klientiem.", rule, TWICE)


def a_statement_of_an_unknown_institution(survey: SmallSurvey) -> Told:
    line = survey.change(STATEMENTS, 3, institution_id="ss-riga")
    rule, remedy = f"is not in {INSTITUTIONS}", "Correct the identifier, or add the institution."
    return Told(STATEMENTS, line, "institution_id", "ss-riga", rule, remedy)


def a_statement_of_an_unknown_municipality(survey: SmallSurvey) -> Told:
    line = survey.change(STATEMENTS, 4, municipality_code="LV-999")
    rule = "is not a municipality of this survey's boundary set"
    remedy = "Correct the code, or leave it empty."
    return Told(STATEMENTS, line, "municipality_code", "LV-999", rule, remedy)


def a_statement_of_an_institution_and_of_a_place(survey: SmallSurvey) -> Told:
    line = survey.change(STATEMENTS, 3, municipality_code="LV-JEL")
    rule = "stands beside an institution, which has its place already"
    remedy = "Fill one of the two at most."
    return Told(STATEMENTS, line, "municipality_code", "LV-JEL", rule, remedy)


def a_statement_under_another_type_than_its_institution(survey: SmallSurvey) -> Told:
    line = survey.change(STATEMENTS, 3, institution_type="orphans_court")
    rule = "is not the type of ss-jelgava"
    return Told(
        STATEMENTS, line, "institution_type", "orphans_court", rule, "Write social_service."
    )


def a_statement_whose_source_cannot_be_read(survey: SmallSurvey) -> Told:
    line = survey.change(STATEMENTS, 3, source="footnotes 35, 37")
    rule = "cannot be read as a source: “footnote” and “chapter” name places of the study"
    remedy = (
        'Write it like this: footnote 35, footnotes 35 and 37, chapter "Ievads"; begin another '
        "source with another word."
    )
    return Told(STATEMENTS, line, "source", "footnotes 35, 37", rule, remedy)


def a_statement_with_a_long_quote(survey: SmallSurvey) -> Told:
    quote = " ".join(["vārds"] * 13)
    line = survey.change(STATEMENTS, 3, quote=quote)
    rule = "has more than 12 words"
    return Told(STATEMENTS, line, "quote", quote, rule, "Shorten the quotation.")


def a_source_that_cannot_be_read(survey: SmallSurvey) -> Told:
    line = survey.change(ANSWERS, answer(survey, "ea-1"), source="footnotes 35, 37")
    rule = "cannot be read as a source: “footnote” and “chapter” name places of the study"
    remedy = (
        'Write it like this: footnote 35, footnotes 35 and 37, chapter "Ievads"; begin another '
        "source with another word."
    )
    return Told(ANSWERS, line, "source", "footnotes 35, 37", rule, remedy)


def an_answer_without_words_of_the_source(survey: SmallSurvey) -> Told:
    line = survey.change(ANSWERS, answer(survey, "ea-1"), quote="")
    remedy = "Quote the words that the answer rests on."
    return Told(ANSWERS, line, "quote", "", "is empty", remedy)


def a_quote_of_thirteen_words(survey: SmallSurvey) -> Told:
    quote = " ".join(["vārds"] * 13)
    line = survey.change(TOTALS, 2, quote=quote)
    return Told(TOTALS, line, "quote", quote, "has more than 12 words", "Shorten the quotation.")


def an_answer_in_silence(survey: SmallSurvey) -> Told:
    line = survey.add(ANSWERS, answer(survey, "oc-jelgava"), institution_id="oc-aglona")
    rule = "did not respond to the survey, and yet has an answer"
    remedy = "Remove the answer, or correct the response."
    return Told(ANSWERS, line, "institution_id", "oc-aglona", rule, remedy)


def an_institution_without_a_response(survey: SmallSurvey) -> Told:
    survey.remove(ANSWERS, answer(survey, "ea-2", "response"))
    rule = "has no answer to the question response"
    remedy = "Add a row to answers.csv: responded or no_response."
    return Told(INSTITUTIONS, 17, "institution_id", "ea-2", rule, remedy)


def two_answers_to_a_single_question(survey: SmallSurvey) -> Told:
    first = answer(survey, "ea-1")
    line = survey.add(ANSWERS, first, answer="trained")
    rule = f"is a second answer to training; the first is row {first}"
    remedy = "Keep one: the question allows one answer."
    return Told(ANSWERS, line, "answer", "trained", rule, remedy)


@pytest.mark.parametrize(("given", "evidence"), [("trained", "no_answer"), ("no_answer", "named")])
def test_no_answer_is_an_answer_and_an_evidence_at_once(
    small_survey: SmallSurvey, given: str, evidence: str
) -> None:
    place = answer(small_survey, "ss-gulbene")
    small_survey.change(ANSWERS, place, answer=given, evidence=evidence)
    rule = f"does not go with the answer {given}"
    remedy = "The answer no_answer has the evidence no_answer, and no other answer has it."
    assert problems_of(small_survey.folder) == [
        Told(ANSWERS, place, "evidence", evidence, rule, remedy)
    ]


def an_unknown_caveat(survey: SmallSurvey) -> Told:
    line = survey.change(ANSWERS, answer(survey, "ea-1"), caveat="doubtful")
    (problem,) = problems_of(survey.folder)
    assert problem.remedy.startswith("Known caveats: court_implied, courts_assumed, ")
    rule = "holds the unknown caveat doubtful"
    return Told(ANSWERS, line, "caveat", "doubtful", rule, problem.remedy)


def a_share_above_everything(survey: SmallSurvey) -> Told:
    line = survey.add(TOTALS, 6, value="100.5", source="footnote 90")
    rule = "is more than 100 per cent"
    return Told(TOTALS, line, "value", "100.5", rule, "Correct the figure.")


def a_count_above_its_denominator(survey: SmallSurvey) -> Told:
    line = survey.add(TOTALS, 3, value="7", source="footnote 90")
    rule, remedy = "is more than its denominator 6", "Correct the figure or its denominator."
    return Told(TOTALS, line, "value", "7", rule, remedy)


def a_label_in_one_language(survey: SmallSurvey) -> Told:
    line = survey.change(TOTALS, 11, label_en="")
    rule = "is empty beside a label in the other language"
    return Told(TOTALS, line, "label_en", "", rule, "Fill both labels or none.")


def an_explanation_of_nothing(survey: SmallSurvey) -> Told:
    line = survey.add("differences.csv", 2, category="planned")
    rule = "explains a figure that is not in published_totals.csv"
    remedy = "Correct or remove the row."
    return Told("differences.csv", line, "category", "planned", rule, remedy)


def an_estimate_of_an_unknown_indicator(survey: SmallSurvey) -> Told:
    line = survey.change("estimates.csv", 2, indicator="materials")
    known = "identified_cases, materials_availability, ngo_awareness, response_rate"
    remedy = f"Known indicators: {known}, training_coverage."
    return Told("estimates.csv", line, "indicator", "materials", "is not an indicator", remedy)


def an_estimate_without_a_figure(survey: SmallSurvey) -> Told:
    survey.remove(TOTALS, 6)
    rule = "has no published total with this type, question, category and unit"
    return Told("estimates.csv", 2, "category", "yes", rule, f"Add the figure to {TOTALS}.")


def an_interval_without_its_upper_end(survey: SmallSurvey) -> Told:
    survey.remove("estimates.csv", 4)
    rule = "does not make an interval with the other rows of this indicator"
    remedy = "Use one total, or one lower and one upper, or several either."
    return Told("estimates.csv", 3, "role", "lower", rule, remedy)


def a_percentage_that_no_count_makes(survey: SmallSurvey) -> Told:
    survey.change(TOTALS, 6, value="41")
    rule = "cannot be used: no count out of 5 is 41 per cent"
    remedy = "Correct the figure, or leave the indicator without estimates."
    return Told("estimates.csv", 2, "category", "yes", rule, remedy)


def a_figure_below_the_answers_that_are_named(survey: SmallSurvey) -> Told:
    like = answer(survey, "ss-jelgava", "client_materials")
    for place in ("incukalns", "varaklani"):
        survey.add(ANSWERS, like, institution_id=f"ss-{place}")
    rule = "cannot be used: it counts 2 to 2 institutions, the named answers 3 to 4"
    remedy = "Correct the figure, or leave the indicator without estimates."
    return Told("estimates.csv", 2, "category", "yes", rule, remedy)


FAULTS: list[Fault] = [
    value for name, value in list(globals().items()) if name.startswith(("a_", "an_", "two_"))
]


@pytest.mark.parametrize("fault", FAULTS, ids=sentence)
def test_the_fault_is_told_once_with_place_and_remedy(
    small_survey: SmallSurvey, fault: Fault
) -> None:
    expected = fault(small_survey)
    assert problems_of(small_survey.folder) == [expected]


def test_every_fault_is_told_at_once_in_the_order_of_the_files(small_survey: SmallSurvey) -> None:
    made = [
        fault(small_survey)
        for fault in (
            a_count_above_its_denominator,
            an_answer_in_silence,
            an_explanation_of_nothing,
            an_unknown_municipality,
            a_source_that_cannot_be_read,
            an_option_of_an_unknown_question,
        )
    ]
    small_survey.change(INSTITUTIONS, 10, institution_type="office")
    told = problems_of(small_survey.folder)
    assert set(made) < set(told)
    (cell,) = set(told) - set(made)
    assert (cell.row, cell.value) == (10, "office")
    with pytest.raises(InputRefused) as refusal:
        check_survey(small_survey.folder, say=quiet)
    report = refusal.value.report().splitlines()
    assert report[0] == "7 problems:"
    assert [line.split(",")[0] for line in report[1:]] == [
        "answer_options.csv", "answers.csv", "answers.csv", "differences.csv",
        "institutions.csv", "institutions.csv", "published_totals.csv",
    ]  # fmt: skip
