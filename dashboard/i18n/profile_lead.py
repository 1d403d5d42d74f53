"""The lead of a profile: all four indicators in a few sentences, the place named once."""

from collections.abc import Iterable, Sequence

from dashboard.i18n.asides import frame_aside, plan_clause, silence_aside, suspicion
from dashboard.i18n.nouns import ALL
from dashboard.i18n.place_sentences import main_sentence
from dashboard.i18n.reading import CASES, MATERIALS, NGO, TRAINING, Reading, read
from dashboard.i18n.translate import Words
from dashboard.records import Institution, InstitutionAnswer, Municipality


def profile_lead(
    place: Municipality,
    institutions: Sequence[Institution],
    answers: Iterable[InstitutionAnswer],
    lang: str,
) -> str:
    """What a place's institutions answered: cases, training, then materials and NGOs together.

    Where both of the last are known from totals alone, one sentence says so. A place that did not
    respond at all gets one sentence; without institutions the lead is empty.
    """
    if not institutions:
        return ""
    rows = list(answers)
    cases = read(CASES, place, institutions, rows)
    if len(cases.survey_silent) == len(institutions):
        return main_sentence(cases, lang)
    training = read(TRAINING, place, institutions, rows)
    totals = [read(indicator, place, institutions, rows) for indicator in (MATERIALS, NGO)]
    parts = [
        main_sentence(cases, lang),
        *suspicion(cases, lang),
        *frame_aside(cases, lang),
        *_training(training, lang),
        *_totals(totals, lang),
        *silence_aside(cases, lang, ("survey",)),
    ]
    return " ".join(parts)


def _training(reading: Reading, lang: str) -> list[str]:
    if not reading.answered:
        # "this question" would point at the cases of the sentence before.
        return [Words(lang)("sentence.silent.training_all")]
    main, plans = main_sentence(reading, lang, say_place=False), plan_clause(reading, lang)
    if plans:
        main = f"{main.removesuffix('.')}; {plans}"
    return [main, *silence_aside(reading, lang, ("training",))]


def _totals(readings: Sequence[Reading], lang: str) -> list[str]:
    only_totals = all(r.estimated + r.unpublished and not (r.yes or r.no) for r in readings)
    if readings[0].kind != ALL or not only_totals:
        return [main_sentence(r, lang, say_place=False) for r in readings if r.answered]
    number = "single" if readings[0].answered == 1 else "several"
    return [Words(lang, readings[0].place.wave)(f"sentence.totals_{number}")]
