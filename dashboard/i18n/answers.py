"""Short answers for lens, list and profile: what one institution says, or what its estimate is."""

from dashboard.i18n.locales import decimal
from dashboard.i18n.nouns import out_of
from dashboard.i18n.numbers import percent_range, range_of
from dashboard.i18n.translate import Words
from dashboard.records import KNOWN, InstitutionAnswer


def answer_words(indicator: str, answer: InstitutionAnswer, lang: str) -> str:
    """ "norāda", "nav, bet plānota", "nav atbildes"; for an estimate "0–1 no 1"."""
    if answer.evidence in KNOWN:
        return Words(lang)(f"answer.{indicator}.{answer.answer}")
    if answer.evidence == "estimated":
        return range_of(0, 1, 1, lang)
    return Words(lang)(f"state.{answer.evidence}")


def estimate_words(answer: InstitutionAnswer, institution_type: str, lang: str) -> str:
    """ "0–1 no 1 · valstī 15 % no 126 bāriņtiesām": the bounds, then the national total."""
    own, national = range_of(0, 1, 1, lang), national_words(answer, institution_type, lang)
    return Words(lang)("answer.estimate", own=own, national=national)


def national_words(answer: InstitutionAnswer, institution_type: str, lang: str) -> str:
    """ "valstī 15 % no 126 bāriņtiesām": the published total that an estimate rests on.

    Raises ValueError for an answer that is no estimate.
    """
    if answer.evidence != "estimated" or answer.lower is None or answer.upper is None:
        raise ValueError(f"{answer.institution_id} has no estimate of {answer.indicator}")
    w, base = Words(lang), answer.base or 0
    return w(
        "answer.national",
        share=percent_range(answer.lower, answer.upper, lang),
        base=decimal(base, lang),
        institutions=out_of(base, institution_type, lang),
    )
