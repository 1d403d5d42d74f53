"""The sentences after the first: plans, suspicion, silence, further courts that may exist."""

from collections.abc import Collection

from dashboard.i18n.agreement import who
from dashboard.i18n.place_names import sentence_case
from dashboard.i18n.reading import Reading
from dashboard.i18n.translate import Words


def asides(reading: Reading, lang: str) -> list[str]:
    """What the first sentence of a place leaves out, a sentence each."""
    if reading.suppressed or not reading.answered:
        return []
    return [
        *planned(reading, lang),
        *suspicion(reading, lang),
        *frame_aside(reading, lang),
        *silence_aside(reading, lang),
    ]


def plan_clause(reading: Reading, lang: str) -> str:
    """Who only planned training, with a small first letter; empty where nobody did."""
    if not reading.planned:
        return ""
    names = who(reading.planned, reading, lang, "nom")
    return Words(lang)("sentence.planned", n=len(reading.planned), who=names)


def planned(reading: Reading, lang: str) -> list[str]:
    """The same as a sentence of its own."""
    clause = plan_clause(reading, lang)
    return [sentence_case(clause)] if clause else []


def suspicion(reading: Reading, lang: str) -> list[str]:
    """Whose suspicion is told of, and that it is not counted."""
    if not reading.suspicion:
        return []
    names = who(reading.suspicion, reading, lang, "nom")
    return [Words(lang, reading.place.wave)("sentence.suspicion", who=names)]


def silence_aside(
    reading: Reading, lang: str, asked: Collection[str] = ("survey", "question")
) -> list[str]:
    """Who is silent where others answered; one "this does not mean no" for all of them.

    `asked`: which silences to tell. "training" is silence on the question, the question named.
    """
    groups = {
        "survey": reading.survey_silent,
        "question": reading.question_silent,
        "training": reading.question_silent,
    }
    parts = [
        Words(lang)(f"sentence.silent.part_{name}", who=who(groups[name], reading, lang, "nom"))
        for name in asked
        if groups[name]
    ]
    if not parts:
        return []
    return [sentence_case(Words(lang)("sentence.silent.not_no", said=", ".join(parts)))]


def frame_aside(reading: Reading, lang: str) -> list[str]:
    """That further courts may exist, where the first sentence has not said so."""
    if reading.frame_complete or not reading.unknown:
        return []
    return [Words(lang, reading.place.wave)("sentence.frame_alone")]
