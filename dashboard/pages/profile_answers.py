"""What else a profile tells: each of several institutions, and answers beyond the indicators."""

from typing import Any

from dash import html

from dashboard.atlas import PLACED_TYPES
from dashboard.components.attributes import Child, attributes
from dashboard.components.evidence_badge import evidence_badge
from dashboard.components.profile_table import institution_table
from dashboard.database import Edition
from dashboard.i18n.grammar import institution_name, sentence_case
from dashboard.pages.place_parts import Voice, sourced_badge
from dashboard.pages.profile_cells import institution_cell, without_estimate_caveats
from dashboard.pages.source_links import Cited
from dashboard.records import Institution
from dashboard.state import INDICATORS


def further_answers(edition: Edition, voice: Voice, code: str) -> list[Child]:
    """Each institution's own rows where there are several, and what was answered beyond."""
    w, atlas = voice.words, voice.atlas
    institutions = {i.institution_id: i for i in atlas.at(code)}
    parts: list[Child] = []
    if len(institutions) > len(PLACED_TYPES):
        parts.append(_institutions(voice, code))
    rows = edition.rows(
        "other_answers",
        {
            "wave": atlas.wave["wave"],
            "boundary_set": atlas.boundary_set,
            "code": code,
            "lang": w.lang,
        },
    )
    if rows:
        items = [_other_answer(voice, row, institutions[row["institution_id"]]) for row in rows]
        head = html.H2(w("profile.more"))
        parts.append(html.Section([head, html.Dl(items)], className="profile-more"))
    return parts


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


def _institutions(voice: Voice, code: str) -> html.Section:
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
        for institution in voice.atlas.at(code)
    ]
    names = [w(f"indicator.{one}.name") for one in INDICATORS]
    table = institution_table([w("profile.column_institution"), *names], rows, title)
    hint = html.P(w("profile.estimate_caveats"), className="profile-hint")
    return html.Section([html.H2(title), hint, table], className="profile-more")
