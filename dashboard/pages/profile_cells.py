"""The cells of a profile: what an institution, a type, or the agency says to one indicator."""

from collections.abc import Iterable
from dataclasses import replace

from dashboard.atlas import AGENCY, Atlas
from dashboard.components.profile_table import Answer
from dashboard.i18n.grammar import answer_words, national_words, sentence_case, tooltip_line
from dashboard.map_views import MapChoice
from dashboard.pages.place_parts import (
    Voice,
    agency_answer,
    agency_reply,
    answer_badge,
    badge,
    type_value,
    value_badge,
)
from dashboard.records import Institution, InstitutionAnswer
from dashboard.state import INDICATORS

NOTHING = "–"  # the badge beside it says that the answer is not published


def type_cell(voice: Voice, code: str, institution_type: str, indicator: str) -> Answer:
    """The institutions of a type in a municipality, with the caveats of this cell alone."""
    atlas, w = voice.atlas, voice.words
    choice = MapChoice(indicator, "all", estimates=True)
    value = type_value(atlas, choice, code, institution_type)
    common = common_caveats(atlas, code, institution_type)
    own = [caveat for caveat in value.caveats if caveat not in common]
    label = type_name(voice, code, institution_type)
    institutions = atlas.at(code, institution_type)
    if len(institutions) == 1:
        return _with_caveats(voice, institution_cell(voice, institutions[0], indicator, label), own)
    text = sentence_case(tooltip_line(value, w.lang))
    cell = Answer(label, text, value_badge(voice, value))
    return _with_caveats(voice, cell, own)


def type_name(voice: Voice, code: str, institution_type: str) -> str:
    """The name of a type where it stands over what its institutions say: one, or several."""
    number = "institution" if len(voice.atlas.at(code, institution_type)) == 1 else "institutions"
    return voice.words(f"{number}.{institution_type}")


def common_caveats(atlas: Atlas, code: str, institution_type: str) -> list[str]:
    """The caveats that hold for each value of a type here: they are of its frame, not of a cell."""
    values = [atlas.values[indicator, institution_type][code] for indicator in INDICATORS]
    known = [value.caveats for value in values if value.denominator is not None]
    if len(known) < 2:  # one value's caveats are its own
        return []
    return [caveat for caveat in known[0] if all(caveat in others for others in known)]


def institution_cell(voice: Voice, institution: Institution, indicator: str, label: str) -> Answer:
    """One institution's answer in words, how it is known, and what must be borne in mind."""
    answer = voice.atlas.answers.get((institution.institution_id, indicator))
    if answer is None or answer.evidence == "not_published":
        return Answer(label, NOTHING, badge(voice, "not_published"))
    sign = answer_badge(voice, answer, institution)
    text, aside = _words(voice, institution, answer)
    return _with_caveats(voice, Answer(label, sentence_case(text), sign, aside), answer.caveats)


def _words(voice: Voice, institution: Institution, answer: InstitutionAnswer) -> tuple[str, str]:
    """What an institution says, and the total that an estimate rests on."""
    w = voice.words
    if answer.evidence == "no_answer":
        return w("answer.silent_question" if institution.responded else "answer.silent_survey"), ""
    text, aside = answer_words(answer.indicator, answer, w.lang), ""
    if answer.evidence == "estimated":
        aside = national_words(answer, institution.institution_type, w.lang)
    return text, aside


def agency_cell(voice: Voice, indicator: str) -> Answer:
    """What all branches of the employment agency that responded said alike."""
    w = voice.words
    choice = MapChoice(indicator, "all", estimates=True)
    label, reply = w(f"institutions.{AGENCY}"), agency_reply(voice.atlas, choice)
    if reply is None:
        return Answer(label, NOTHING, badge(voice, "not_published"))
    text, sign = agency_answer(voice, choice)
    return _with_caveats(voice, Answer(label, text, sign), reply.caveats)


def _with_caveats(voice: Voice, cell: Answer, codes: Iterable[str]) -> Answer:
    """A cell whose badge says "with a caveat" where there is one, and its sentences."""
    sentences = tuple(voice.caveat(code) for code in sorted(codes))
    word = voice.words("evidence.caveat") if sentences else ""
    return replace(cell, badge=replace(cell.badge, caveat=word), caveats=sentences)


def without_estimate_caveats(cell: Answer) -> Answer:
    """A cell without the caveats of an estimate: all of a type have the same, told once above."""
    return replace(cell, caveats=()) if cell.badge.evidence == "estimated" else cell
