"""The sentence of a place: who of its institutions answers yes, who does not, who is silent.

It states and never explains; an estimate stays a range, silence is never a "no", and where the
study may not name every orphans' court it says neither "all" nor "none".
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dashboard.i18n.agreement import clause_of, holder_case, seat_case, verb, who
from dashboard.i18n.asides import asides
from dashboard.i18n.phrases import phrases
from dashboard.i18n.place_names import locative, opening, sentence_case, within
from dashboard.i18n.reading import Reading, read
from dashboard.i18n.translate import Words
from dashboard.records import Institution, InstitutionAnswer, Municipality


def place_sentence(
    indicator: str,
    place: Municipality,
    institutions: Sequence[Institution],
    answers: Iterable[InstitutionAnswer],
    lang: str,
) -> str:
    """What is known of a place for one indicator, in one to four sentences.

    `institutions`: those of the place under the chosen filter; none means that the study does not
    place any of that type (the employment agency). `answers` may hold more than is needed.
    """
    if not institutions:
        return Words(lang)("lens.agency_unplaced")
    reading = read(indicator, place, institutions, answers)
    return " ".join([main_sentence(reading, lang), *asides(reading, lang)])


def main_sentence(reading: Reading, lang: str, *, say_place: bool = True) -> str:
    """The first sentence. Without `say_place` it leaves place and frame to an earlier one."""
    place = reading.place if say_place else None
    text = _choose(reading, lang, opening(place, lang), within(place, lang))
    return sentence_case(text)


def _choose(reading: Reading, lang: str, start: str, inside: str) -> str:
    w = Words(lang)
    if reading.suppressed:
        return w("sentence.suppressed", opening=start)
    if not reading.answered:
        return _silence(reading, lang)
    if reading.unknown:
        return _unknown(reading, lang, start, inside)
    return _known(reading, lang, start)


def _known(reading: Reading, lang: str, start: str) -> str:
    if not reading.frame_complete:
        return _known_only(reading, lang, start)
    if not reading.yes:
        return _none(reading, lang, start)
    if not reading.no:
        return _all(reading, lang, start)
    return f"{_count(reading, lang, start)}: {who(reading.yes, reading, lang)}."


def _count(reading: Reading, lang: str, start: str, *, at_least: bool = False) -> str:
    w, a = Words(lang), len(reading.yes)
    share = phrases(lang).a_of_b(str(a), reading.answered, reading.kind)
    return w(
        f"sentence.{reading.indicator}.count",
        opening=start,
        share=w("phrase.at_least", share=share) if at_least else share,
        verb=verb(reading.indicator, reading.kind, a, lang),
    )


def _known_only(reading: Reading, lang: str, start: str) -> str:
    w, a = Words(lang, reading.place.wave), len(reading.yes)
    share = phrases(lang).a_of_b(str(a), reading.answered, reading.kind, known=True)
    if len(reading.institutions) > reading.answered:
        share = w(f"phrase.known_{clause_of(reading, alone=bool(start))}", share=share)
    said = w(
        f"sentence.{reading.indicator}.count",
        opening=start,
        share=share,
        verb=verb(reading.indicator, reading.kind, a, lang),
    )
    # Where the place is left to an earlier sentence, so is its frame: the profile says it once.
    return w("sentence.frame", said=said) if start else f"{said}."


def _none(reading: Reading, lang: str, start: str) -> str:
    case, clause = seat_case(reading.indicator), clause_of(reading, alone=bool(start))
    one = reading.answered == 1
    say = phrases(lang)
    subject = (
        say.the_one(reading.kind, clause, case)
        if one
        else say.none_of(reading.answered, reading.kind, clause, case)
    )
    return Words(lang)(
        f"sentence.{reading.indicator}.{'no_single' if one else 'no_several'}",
        opening=start,
        subject=subject,
        verb=verb(reading.indicator, reading.kind, 1, lang),
    )


def _all(reading: Reading, lang: str, start: str) -> str:
    b = reading.answered
    clause = clause_of(reading, alone=bool(start))
    subject = phrases(lang).all_of(b, reading.kind, clause, holder_case(reading.indicator))
    # "visas iestādes (21)" is a plural although 21 counts as a singular.
    number = 1 if b == 1 else 2
    return Words(lang)(
        f"sentence.{reading.indicator}.every",
        opening=start,
        subject=subject,
        verb=verb(reading.indicator, reading.kind, number, lang),
    )


def _unknown(reading: Reading, lang: str, start: str, inside: str) -> str:
    w = Words(lang, reading.place.wave)
    if reading.yes:
        said = f"{_count(reading, lang, start, at_least=True)}: {who(reading.yes, reading, lang)}."
        return f"{said} {w('sentence.rest', who=who(reading.unknown, reading, lang, 'acc'))}"
    if not reading.estimated and reading.no:
        rest = w("sentence.rest", who=who(reading.unknown, reading, lang, "acc"))
        return f"{_known_no(reading, lang, start)} {rest}"
    if not reading.estimated:
        return w("sentence.not_published", within=inside)
    key = f"sentence.{reading.indicator}"
    if reading.answered == 1:
        clause = clause_of(reading, alone=bool(start))
        subject = phrases(lang).the_one(reading.kind, clause, holder_case(reading.indicator))
        singular = verb(reading.indicator, reading.kind, 1, lang)
        return w(f"{key}.whether", within=inside, subject=subject, verb=singular)
    return w(
        f"{key}.which",
        within=inside,
        subject=phrases(lang).which(reading.kind, seat_case(reading.indicator)),
        verb=verb(reading.indicator, reading.kind, 2, lang),
        lower=len(reading.yes),
        upper=len(reading.unknown),
    )


def _known_no(reading: Reading, lang: str, start: str) -> str:
    """Those whose no is known, beside others of which nothing is: never "none that answered"."""
    known = replace(reading, institutions=reading.no, question_silent=(), survey_silent=())
    if len(reading.no) == 1:
        return _none(known, lang, start)
    said = Words(lang)(
        f"sentence.{reading.indicator}.count",
        opening=start,
        share=phrases(lang).a_of_b("0", len(reading.no), known.kind, known=True),
        verb=verb(reading.indicator, known.kind, 0, lang),
    )
    return f"{said}."


def _silence(reading: Reading, lang: str) -> str:
    w, say = Words(lang, reading.place.wave), phrases(lang)
    place = locative(reading.place, lang)
    asked = "question" if reading.question_silent else "survey"
    if not reading.frame_complete:
        return w(f"sentence.silent.known_{asked}", place=place)
    single = len(reading.institutions) == 1
    subject = (
        say.the_one(reading.kind, "", "nom") if single else say.no_one(reading.kind, "", "nom")
    )
    number = "single" if single else "several"
    return w(f"sentence.silent.{asked}_{number}", place=place, subject=subject)
