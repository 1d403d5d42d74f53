"""Tally: how many institutions responded, and what they answered, however the answers are kept.

Whoever responded only by a reply that was loaded later is left out: printed totals do not count it.
"""

from collections import Counter

from etl.survey_format import Survey


def responding(survey: Survey, institution_type: str) -> int:
    """How many institutions of a type responded to the survey."""
    if survey.staged:
        return survey.staged.responding().get(institution_type, 0)
    return len(_responding(survey, institution_type))


def answers_of_responding(
    survey: Survey, institution_type: str, question: str, *, loaded: bool = True
) -> Counter[str]:
    """Answer → how often institutions of a type that responded gave it to a question.

    `loaded` tells whether replies that complete the survey count.
    """
    if survey.staged:
        found = survey.staged.answers_of_responding(question)
        return Counter({answer: n for kind, answer, n in found if kind == institution_type})
    own = _responding(survey, institution_type)
    return Counter(
        answer.row.answer
        for answer in survey.answers
        if answer.row.question == question
        and answer.row.institution_id in own
        and (loaded or not answer.loaded)
    )


def _responding(survey: Survey, institution_type: str) -> set[str]:
    types = {i.row.institution_id: i.row.institution_type for i in survey.institutions}
    late = {
        conflict.institution_id
        for conflict in survey.conflicts
        if conflict.question == "response" and conflict.stands == "reply"
    }
    return {
        answer.row.institution_id
        for answer in survey.answers
        if answer.row.answer == "responded"
        and types.get(answer.row.institution_id) == institution_type
    } - late
