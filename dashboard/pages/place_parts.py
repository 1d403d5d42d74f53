"""What a place's institutions say: lenses of the panel, cells of the profile.

Pure: atlas, choice and words in, component values out.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.atlas import AGENCY, Atlas
from dashboard.components.evidence_badge import Badge
from dashboard.components.lens import Lens, ShortAnswer
from dashboard.i18n.grammar import (
    answer_words,
    estimate_words,
    institution_name,
    sentence_case,
    tooltip_line,
)
from dashboard.i18n.source_list import MOST_SOURCES, many_sources
from dashboard.i18n.translate import Words
from dashboard.map_views import (
    MapChoice,
    amount_of,
    square_kinds,
    without_estimate,
)
from dashboard.pages.source_links import Cited, source_address
from dashboard.records import AreaValue, Institution, InstitutionAnswer
from dashboard.state import INDICATORS


@dataclass(frozen=True, slots=True)
class Voice:
    """Who reads the atlas in which words: what every part of a place needs."""

    atlas: Atlas
    words: Words
    labels: Mapping[tuple[str, str], str]

    def source(self, code: str) -> str:
        """A source code, or several joined by "; ", in words."""
        return "; ".join(self.labels.get(("source", one), one) for one in code.split("; ") if one)

    def sources(self, codes: Iterable[str]) -> str:
        """Several sources in words, in the order in which the study has them; of many the ends."""
        wanted = {part for code in codes for part in code.split("; ") if part}
        if len(wanted) > MOST_SOURCES:
            return many_sources(wanted, self.labels, self.words)
        if len(wanted) == 1:  # an answer has one source, and a survey thousands of them
            return self.labels.get(("source", wanted.pop()), "")
        known = [
            label
            for (kind, code), label in self.labels.items()
            if kind == "source" and code in wanted
        ]
        return "; ".join(known)

    def caveat(self, code: str) -> str:
        """A caveat's sentence."""
        return self.labels.get(("caveat", code), code)


def badge(voice: Voice, evidence: str) -> Badge:
    """Mark and word of a kind of evidence."""
    w = voice.words
    return Badge(
        evidence, w(f"evidence.{evidence}.badge"), meaning=w(f"evidence.{evidence}.meaning")
    )


def sourced_badge(voice: Voice, cited: Cited) -> Badge:
    """Mark and word, the sources, and the way to their words."""
    plain = badge(voice, cited.evidence)
    if cited.evidence == "not_published":
        return plain
    href = source_address(voice.atlas, voice.words.lang, cited)
    return replace(plain, source=voice.sources(cited.sources), href=href)


def value_badge(voice: Voice, value: AreaValue) -> Badge:
    """The badge of an area's value."""
    cited = Cited(
        question=voice.atlas.questions[value.indicator],
        evidence=value.evidence,
        sources=value.sources,
        institution_type=value.institution_type,
        code=value.code,
        planning_region=value.planning_region,
        of_several=True,
    )
    return sourced_badge(voice, cited)


def answer_badge(voice: Voice, answer: InstitutionAnswer, institution: Institution) -> Badge:
    """The badge of one institution's answer to an indicator."""
    kind, code = institution.institution_type, institution.code
    question = voice.atlas.questions[answer.indicator]
    return sourced_badge(voice, Cited(question, answer.evidence, [answer.source], kind, code))


def shown_answer(answer: InstitutionAnswer | None, *, estimates: bool) -> InstitutionAnswer | None:
    """The answer as the estimates switch lets it be seen; None is not published."""
    if answer is None or answer.evidence == "not_published":
        return None
    return answer if estimates or answer.evidence != "estimated" else None


def type_value(atlas: Atlas, choice: MapChoice, code: str, institution_type: str) -> AreaValue:
    """An indicator of one type in a municipality, or nationally for code ""."""
    key = (choice.indicator, institution_type)
    value = atlas.values[key][code] if code else atlas.latvia[key]
    return value if choice.estimates else without_estimate(value)


def place_lens(voice: Voice, choice: MapChoice, code: str, institution_type: str) -> Lens:
    """One institution, or all of a type, of a municipality."""
    atlas, w = voice.atlas, voice.words
    institutions = atlas.at(code, institution_type)
    text, sign = type_answer(voice, choice, code, institution_type)
    notes = tuple(_notes(voice, choice, institutions))
    return Lens(
        institution=_title(institutions, institution_type, w),
        state=_response(institutions, w),
        indicator=choice.indicator,
        kinds=square_kinds(institutions, atlas.answers, choice),
        answer=text,
        badge=replace(sign, caveat=w("evidence.caveat") if notes else ""),
        others=other_answers(voice, choice, code, institution_type),
        notes=notes,
    )


def _title(institutions: Sequence[Institution], institution_type: str, w: Words) -> str:
    if len(institutions) != 1:
        return w(f"institutions.{institution_type}")
    return sentence_case(institution_name(institutions[0], w.lang))


def _response(institutions: Sequence[Institution], w: Words) -> str:
    answered = sum(i.responded for i in institutions)
    if len(institutions) == 1:
        return w("lens.responded") if answered else w("lens.not_responded")
    share = w("number.of", a=answered, b=len(institutions))
    return w("lens.responded_of", share=share)


def type_answer(
    voice: Voice, choice: MapChoice, code: str, institution_type: str
) -> tuple[str, Badge]:
    """What the institutions of a type say to the indicator, and how it is known."""
    atlas, w = voice.atlas, voice.words
    institutions = atlas.at(code, institution_type)
    if len(institutions) == 1:
        return single_answer(voice, choice, institutions[0])
    value = type_value(atlas, choice, code, institution_type)
    return sentence_case(tooltip_line(value, w.lang)), value_badge(voice, value)


def single_answer(voice: Voice, choice: MapChoice, institution: Institution) -> tuple[str, Badge]:
    """One institution's answer in words, and how it is known."""
    w = voice.words
    answer = voice.atlas.answers.get((institution.institution_id, choice.indicator))
    shown = shown_answer(answer, estimates=choice.estimates)
    if shown is None:
        return sentence_case(w("state.not_published")), badge(voice, "not_published")
    if shown.evidence == "estimated":
        text = estimate_words(shown, institution.institution_type, w.lang)
    else:
        text = answer_words(shown.indicator, shown, w.lang)
    return sentence_case(text), answer_badge(voice, shown, institution)


def other_answers(
    voice: Voice, choice: MapChoice, code: str, institution_type: str
) -> tuple[ShortAnswer, ...]:
    """What is said to the indicators that are not the current one; nationally for code ""."""
    return tuple(
        short_answer(voice, MapChoice(indicator, institution_type, choice.estimates), code)
        for indicator in INDICATORS
        if indicator != choice.indicator
    )


def short_answer(voice: Voice, choice: MapChoice, code: str) -> ShortAnswer:
    """An answer to an indicator that is not the current one; nationally for code ""."""
    atlas, w = voice.atlas, voice.words
    name = w(f"indicator.{choice.indicator}.short")
    institutions = atlas.at(code, choice.institution_type)
    if code and len(institutions) == 1:
        answer = shown_answer(
            atlas.answers.get((institutions[0].institution_id, choice.indicator)),
            estimates=choice.estimates,
        )
        if answer is None:
            return ShortAnswer(name, "not_published", w("state.not_published"))
        return ShortAnswer(name, answer.evidence, answer_words(choice.indicator, answer, w.lang))
    value = type_value(atlas, choice, code, choice.institution_type)
    # Without the unit: the column is a third of the panel wide.
    return ShortAnswer(name, value.evidence, amount_of(value, w.lang))


def _notes(voice: Voice, choice: MapChoice, institutions: Sequence[Institution]) -> list[str]:
    """The caveats of what this lens says, a sentence each."""
    codes: dict[str, None] = {}
    for institution in institutions:
        answer = shown_answer(
            voice.atlas.answers.get((institution.institution_id, choice.indicator)),
            estimates=choice.estimates,
        )
        codes |= dict.fromkeys(answer.caveats if answer else ())
    return [voice.caveat(code) for code in sorted(codes)]


def agency_lens(voice: Voice, choice: MapChoice, code: str) -> Lens:
    """The employment agency in a municipality: its branches' places are not published."""
    w = voice.words
    text, sign = agency_answer(voice, choice)
    notes = [agency_words(voice.atlas, w)]
    silence = agency_silence(voice, code)
    if silence:
        notes.insert(0, silence)
    alike = voice.atlas.branches_alike()
    answer = agency_reply(voice.atlas, choice) if alike else None
    shown = _branch(voice.atlas) if alike else voice.atlas.branches()
    return Lens(
        institution=w("institution.employment_agency"),
        state=w("lens.branch_place"),
        indicator=choice.indicator,
        kinds=square_kinds(shown, voice.atlas.answers, choice),
        answer=text,
        badge=sign,
        others=tuple(
            _agency_short(voice, MapChoice(one, AGENCY, choice.estimates))
            for one in INDICATORS
            if one != choice.indicator
        ),
        notes=(*notes, *(voice.caveat(code) for code in (answer.caveats if answer else ()))),
    )


def agency_words(atlas: Atlas, w: Words) -> str:
    """Why the agency is in no municipality, and that its branches answered alike, if they did."""
    if not atlas.branches_alike():
        return w("lens.agency_unplaced")
    return w("lens.agency_elsewhere", n=len(atlas.branches()))


def agency_silence(voice: Voice, code: str) -> str:
    """That the branch of this very town did not respond; empty where no such branch is named."""
    w, place = voice.words, voice.atlas.municipalities[code]
    here = [i for i in voice.atlas.at("", AGENCY) if i.sub_unit == place.name_nom]
    if all(i.responded for i in here):
        return ""
    town = place.name_gen if w.lang == "lv" else place.name_nom
    return w("lens.agency_silent", town=town)


def _branch(atlas: Atlas) -> list[Institution]:
    """One branch that responded; all of them answered alike."""
    return atlas.branches()[:1]


def agency_reply(atlas: Atlas, choice: MapChoice) -> InstitutionAnswer | None:
    """The answer that all branches gave, None where it is not published."""
    branch = _branch(atlas)
    if not branch:
        return None
    return shown_answer(
        atlas.answers.get((branch[0].institution_id, choice.indicator)), estimates=choice.estimates
    )


def agency_answer(voice: Voice, choice: MapChoice) -> tuple[str, Badge]:
    """The agency's answer in words, and how it is known."""
    w, branch = voice.words, _branch(voice.atlas)
    if agency_reply(voice.atlas, choice) is None:
        return sentence_case(w("state.not_published")), badge(voice, "not_published")
    if not voice.atlas.branches_alike():
        value = type_value(voice.atlas, choice, "", AGENCY)
        return sentence_case(tooltip_line(value, w.lang)), value_badge(voice, value)
    text, sign = single_answer(voice, choice, branch[0])
    return text, replace(sign, meaning=w("evidence.derived.agency"))


def _agency_short(voice: Voice, choice: MapChoice) -> ShortAnswer:
    w = voice.words
    name = w(f"indicator.{choice.indicator}.short")
    reply = agency_reply(voice.atlas, choice)
    if reply is None:
        return ShortAnswer(name, "not_published", w("state.not_published"))
    if not voice.atlas.branches_alike():
        value = type_value(voice.atlas, choice, "", AGENCY)
        return ShortAnswer(name, value.evidence, amount_of(value, w.lang))
    return ShortAnswer(name, reply.evidence, answer_words(choice.indicator, reply, w.lang))
