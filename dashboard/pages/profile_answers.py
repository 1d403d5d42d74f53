"""What else a profile tells: each of several institutions, and answers beyond the indicators."""

from dataclasses import dataclass
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.atlas import PLACED_TYPES
from dashboard.components.attributes import Child, attributes
from dashboard.components.evidence_badge import evidence_badge
from dashboard.components.pager import pager_links, shown_of
from dashboard.components.profile_table import institution_table
from dashboard.components.static import static
from dashboard.database import Edition
from dashboard.i18n.grammar import institution_name, sentence_case
from dashboard.pages.place_parts import Voice, sourced_badge
from dashboard.pages.profile_cells import institution_cell, without_estimate_caveats
from dashboard.pages.profile_parts import ANSWERS, INSTITUTIONS, Part, pager_of, part_of
from dashboard.pages.source_links import Cited
from dashboard.records import Institution
from dashboard.state import INDICATORS, ParsedState


def further_answers(edition: Edition, voice: Voice, code: str, parsed: ParsedState) -> list[Child]:
    """Each institution's own rows where there are several, and what was answered beyond."""
    parts: list[Child] = []
    if len(voice.atlas.at(code)) > len(PLACED_TYPES):
        part = part_of(edition, voice.atlas, code, INSTITUTIONS, parsed)
        parts.append(_institutions(voice, code, part, parsed))
    part = part_of(edition, voice.atlas, code, ANSWERS, parsed)
    if part.total:
        parts.append(_other_answers(edition, voice, code, part, parsed))
    return parts


def _other_answers(
    edition: Edition, voice: Voice, code: str, part: Part, parsed: ParsedState
) -> html.Section:
    """What was answered beyond the indicators."""
    w, atlas = voice.words, voice.atlas
    institutions = {i.institution_id: i for i in atlas.at(code)}
    page = {"before": part.before, "most": part.most}
    own = {"wave": atlas.wave["wave"], "boundary_set": atlas.boundary_set, "code": code}
    rows = edition.rows("other_answers", own | page | {"lang": w.lang})
    items = [_other_answer(voice, row, institutions[row["institution_id"]]) for row in rows]
    shown = _Shown(w("profile.more"), "other-answers", html.Dl(items))
    return _section(shown, voice, code, part, parsed)


@dataclass(frozen=True, slots=True)
class _Shown:
    """A section of the profile: its heading, the id that an address names it by, its list."""

    title: str
    anchor: str
    list: Component


def _section(
    shown: _Shown, voice: Voice, code: str, part: Part, parsed: ParsedState
) -> html.Section:
    """A list under its heading; of a part of it what it is a part of, and the ways to the rest.

    It stands as one piece of markup (see static.py): as Dash components it would take seconds.
    """
    head = html.H2(shown.title, id=shown.anchor)
    if part.parts == 1:
        return html.Section([head, static(shown.list)], className="profile-more")
    pager = pager_of(part, voice.atlas, code, parsed, shown.anchor)
    whole = [head, shown_of(pager), static(shown.list), pager_links(pager, shown.title)]
    return html.Section(whole, className="profile-more")


def _other_answer(voice: Voice, row: dict[str, Any], institution: Institution) -> html.Div:
    who = sentence_case(institution_name(institution, voice.words.lang, qualified=True))
    kind, code = institution.institution_type, institution.code
    cited = Cited(row["question"], row["evidence"], [row["source"]], kind, code)
    sign = sourced_badge(voice, cited)
    caveats = [html.Span(voice.caveat(one), className="lens-note") for one in row["caveats"]]
    words = [html.Span(row["answer"]), evidence_badge(sign), quoted(row["quote"]), *caveats]
    return html.Div([html.Dt(f"{who}. {row['wording']}"), html.Dd(words)])


def quoted(quote: str) -> Child:
    """The study's own words, in Latvian whatever the page's language."""
    return html.Q(quote, className="quote", **attributes({"lang": "lv"})) if quote else ""


def _institutions(voice: Voice, code: str, part: Part, parsed: ParsedState) -> html.Section:
    """An institution a row, an indicator a column, where a type has several institutions."""
    w = voice.words
    title = w("profile.each_institution")
    shorts = {one: w(f"indicator.{one}.short") for one in INDICATORS}
    rows = [
        (
            sentence_case(institution_name(institution, w.lang, qualified=True)),
            [
                without_estimate_caveats(institution_cell(voice, institution, one, short))
                for one, short in shorts.items()
            ],
        )
        for institution in voice.atlas.at(code)[part.before : part.last]
    ]
    names = [w(f"indicator.{one}.name") for one in INDICATORS]
    table = institution_table([w("profile.column_institution"), *names], rows, title)
    hint = html.P(w("profile.estimate_caveats"), className="profile-hint")
    shown = _Shown(title, "each-institution", html.Div([hint, table]))
    return _section(shown, voice, code, part, parsed)
