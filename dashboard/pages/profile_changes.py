"""What changed at a place since the survey before, on its profile: indicator by indicator."""

from dash import html

from dashboard.change_views import earlier_waves
from dashboard.components.attributes import Child
from dashboard.i18n.change_sentences import Span
from dashboard.map_views import MapChoice
from dashboard.pages.change_parts import type_lines
from dashboard.pages.place_parts import Voice
from dashboard.state import INDICATORS


def changes_at(voice: Voice, code: str) -> list[Child]:
    """Each indicator's change, courts and services apart; nothing where there is no wave before."""
    atlas, w = voice.atlas, voice.words
    waves = earlier_waves(atlas)
    if not waves:
        return []
    span = Span(waves[0], str(atlas.wave["wave"]))
    parts: list[Child] = [html.H2(w("change.profile", before=span.before))]
    for indicator in INDICATORS:
        choice = MapChoice(indicator, "all", estimates=True)
        parts.append(html.H3(w(f"indicator.{indicator}.name")))
        parts += type_lines(atlas, span, choice, code, w)
    notes = [w("change.like"), w("change.no_silence"), w("change.cases")]
    parts.append(html.P(" ".join(notes), className="profile-hint"))
    state = atlas.state(w.lang)
    there = f"{state.address('/compare', municipality=code)}&mode=change"
    parts.append(html.P(html.A(w("change.profile_map"), href=there)))
    return [html.Section(parts, className="profile-more profile-changes")]
