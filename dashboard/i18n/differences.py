"""Where the institutions of a place contradict each other on cases: the flag and the note."""

from collections.abc import Iterable, Sequence

from dashboard.i18n.asides import suspicion
from dashboard.i18n.institution_names import listed
from dashboard.i18n.nouns import noun
from dashboard.i18n.place_names import sentence_case
from dashboard.i18n.place_sentences import main_sentence
from dashboard.i18n.reading import CASES, Group, Reading, read
from dashboard.i18n.translate import Words
from dashboard.records import Institution, InstitutionAnswer, Municipality


def differs(
    place: Municipality,
    institutions: Sequence[Institution],
    answers: Iterable[InstitutionAnswer],
    lang: str,
) -> str:
    """The flag's sentence: one type of institution reports cases, the other does not.

    Empty where they agree, where one is silent, or where the other has a suspicion: a suspicion is
    neither a case nor its contradiction.
    """
    reading = read(CASES, place, institutions, answers)
    reporting = {i.institution_type for i in reading.yes}
    others = tuple(i for i in reading.no if i.institution_type not in reporting)
    if not reading.yes or not others or set(others) & set(reading.suspicion):
        return ""
    w = Words(lang)
    said = w(
        "flag.sentence",
        n=len(reading.yes),
        who=listed(reading.yes, reading.institutions, place, lang),
        others=_type_words(others, reading, lang),
    )
    return sentence_case(said)


def differs_note(
    place: Municipality,
    institutions: Sequence[Institution],
    answers: Iterable[InstitutionAnswer],
    lang: str,
) -> str:
    """The profile's note on the same: never empty, and never "no difference" by silence alone."""
    rows = list(answers)
    reading = read(CASES, place, institutions, rows)
    answered = {i.institution_type for i in reading.yes + reading.no}
    if len(answered) < 2:
        return Words(lang)("profile.differs.not_comparable")
    if flag := differs(place, institutions, rows, lang):
        return flag
    if reading.suspicion or (reading.yes and reading.no):
        return " ".join([main_sentence(reading, lang), *suspicion(reading, lang)])
    return Words(lang)(f"profile.differs.{'none' if reading.frame_complete else 'none_known'}")


def _type_words(group: Group, reading: Reading, lang: str) -> str:
    w, kind = Words(lang), group[0].institution_type
    if len(group) == 1:
        single = listed(group, reading.institutions, reading.place, lang)
        return w("flag.others", n=1, who=single)
    several = noun(kind, 2, lang)
    return w("flag.others", n=2, who=f"the {several}" if lang == "en" else several)
