"""Tally: how many institutions responded, and what they answered, however the answers are kept."""

from collections import Counter

from etl.survey_format import Survey


def responding(survey: Survey, institution_type: str) -> int:
    """How many institutions of a type responded."""
    if survey.staged:
        return survey.staged.responding().get(institution_type, 0)
    return len(_responding(survey, institution_type))


def answers_of_responding(survey: Survey, institution_type: str, question: str) -> Counter[str]:
    """Answer → how often institutions of a type that responded gave it to a question."""
    if survey.staged:
        found = survey.staged.answers_of_responding(question)
        return Counter({answer: n for kind, answer, n in found if kind == institution_type})
    own = _responding(survey, institution_type)
    return Counter(
        answer.row.answer
        for answer in survey.answers
        if answer.row.question == question and answer.row.institution_id in own
    )


def _responding(survey: Survey, institution_type: str) -> set[str]:
    types = {i.row.institution_id: i.row.institution_type for i in survey.institutions}
    return {
        answer.row.institution_id
        for answer in survey.answers
        if answer.row.answer == "responded"
        and types.get(answer.row.institution_id) == institution_type
    }
