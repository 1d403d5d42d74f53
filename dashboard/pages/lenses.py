"""The three lenses of a place, or of Latvia: what the courts, the services and the agency say."""

from dataclasses import replace

from dashboard.atlas import AGENCY, PLACED_TYPES
from dashboard.components.evidence_badge import Badge
from dashboard.components.lens import Lens
from dashboard.i18n.grammar import sentence_case, tooltip_line
from dashboard.map_views import MapChoice, bar_shares, shown_kinds
from dashboard.pages.place_parts import (
    Voice,
    agency_lens,
    badge,
    other_answers,
    place_lens,
    type_value,
    value_badge,
)
from dashboard.records import AreaValue


def lenses(voice: Voice, choice: MapChoice, code: str) -> list[Lens]:
    """The three lenses of a municipality, or of Latvia for code ""."""
    if not code:
        return [national_lens(voice, choice, one) for one in (*PLACED_TYPES, AGENCY)]
    placed = [place_lens(voice, choice, code, one) for one in PLACED_TYPES]
    return [*placed, agency_lens(voice, choice, code)]


def national_lens(voice: Voice, choice: MapChoice, institution_type: str) -> Lens:
    """All institutions of a type, placed or not."""
    atlas, w = voice.atlas, voice.words
    value = type_value(atlas, choice, "", institution_type)
    answered, asked = atlas.counts.responses(choice.indicator, institution_type)
    share = w("number.of", a=answered, b=asked)
    published = value.denominator is not None
    kinds = shown_kinds(atlas.counts.national_kinds(choice.indicator, institution_type), choice)
    return Lens(
        institution=w(f"institutions.{institution_type}"),
        state=w("lens.responded_of", share=share),
        indicator=choice.indicator,
        kinds=kinds if published else ("not_published",),
        answer=sentence_case(tooltip_line(value, w.lang)),
        badge=_national_badge(voice, value),
        others=other_answers(voice, choice, "", institution_type),
        notes=tuple(voice.caveat(code) for code in value.caveats if code != "printing_slip"),
        bar=bar_shares(value) if published else None,
    )


def _national_badge(voice: Voice, value: AreaValue) -> Badge:
    """How a national figure is known; a printed one that pins a count is derived in its own way."""
    # A dozen footnotes behind a sum over everybody tell a reader nothing; the profiles have them.
    few = len(value.sources) < 4
    sign = value_badge(voice, value) if few else badge(voice, value.evidence)
    if value.evidence == "derived" and "published_rounded" in value.caveats:
        return replace(sign, meaning=voice.words("evidence.derived.total"))
    return sign
