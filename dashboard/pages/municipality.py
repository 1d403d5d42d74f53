"""/municipality/<code> : the profile of one municipality, every answer with its source."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from dash import html

from dashboard.atlas import PLACED_TYPES, Atlas, read_atlas, read_labels
from dashboard.components.attributes import Child, attributes
from dashboard.components.controls import Choice, segment
from dashboard.components.distribution import distribution as distribution_drawing
from dashboard.components.evidence_badge import evidence_badge
from dashboard.components.panel import Action
from dashboard.components.profile import Crumb, ProfileHead, crumbs, notes, profile_head
from dashboard.components.profile_table import Answer, ProfileRow, profile_table
from dashboard.database import Edition
from dashboard.figures.distribution import distribution, estimated_range
from dashboard.figures.locator import locator
from dashboard.i18n.grammar import (
    differs_note,
    institution_name,
    place_list,
    profile_lead,
    region_name,
    sentence_case,
)
from dashboard.i18n.numbers import long_date
from dashboard.i18n.translate import Words
from dashboard.map_views import MapChoice, amount_of, square_kinds
from dashboard.pages.exports import export_menu
from dashboard.pages.place_parts import (
    Voice,
    agency_answer,
    badge,
    single_answer,
    type_answer,
    type_value,
)
from dashboard.pages.shell import page
from dashboard.records import AreaValue, Institution, Municipality
from dashboard.state import INDICATORS, ViewState


def layout(edition: Edition, state: ViewState, code: str) -> list[Child]:
    """The profile of a municipality of the state's boundary set, estimates included."""
    w = Words(state.lang)
    atlas = read_atlas(edition, state.boundary_set)
    voice = Voice(atlas, w, read_labels(edition, w.lang))
    place = atlas.municipalities[code]
    rows = [_row(voice, code, indicator) for indicator in INDICATORS]
    body = html.Div(
        [
            _top(edition, state, place, w),
            profile_head(
                _head(edition, voice, place),
                _actions(state, code, w),
                export_menu(state, w, municipality=code),
            ),
            profile_table(_columns(voice), rows, place.name_nom),
            *_caveats(voice, code),
            *_other_answers(edition, voice, code),
            notes(_notes(edition, voice, place)),
        ],
        className="profile",
    )
    return page(edition, state, f"/municipality/{code}", [body])


def _top(edition: Edition, state: ViewState, place: Municipality, w: Words) -> html.Div:
    region = ViewState(
        lang=state.lang, boundary_set=state.boundary_set, planning_region=place.planning_region
    )
    steps = [
        Crumb(w("profile.back"), ViewState(lang=state.lang).address("/")),
        Crumb(region_name(place.planning_region, w.lang), region.address("/")),
        Crumb(place.name_nom),
    ]
    sets = [
        Choice(
            other,
            other,
            state.address(f"/municipality/{target}", boundary_set=other),
            other == state.boundary_set,
        )
        for other, target in _elsewhere(edition, state.boundary_set, place.code).items()
    ]
    switch = segment(w("filters.boundaries"), "", sets)
    return html.Div([crumbs(steps, w("profile.crumbs")), switch], className="profile-top")


def _elsewhere(edition: Edition, boundary_set: str, code: str) -> dict[str, str]:
    """Boundary set → the code there of the unit that holds this one's institutions."""
    found = {boundary_set: code}
    for row in edition.rows("boundary_sets", {"lang": "lv"}):
        other = row["boundary_set"]
        for step in edition.rows("successors", {"boundary_set": other}):
            if step["seat"] and (step["from_set"], step["from_code"]) == (boundary_set, code):
                found[other] = step["to_code"]
        for step in edition.rows("successors", {"boundary_set": boundary_set}):
            same = step["from_set"] == other and step["from_code"] == step["to_code"] == code
            if same:
                found.setdefault(other, code)
    return dict(sorted(found.items()))


def _head(edition: Edition, voice: Voice, place: Municipality) -> ProfileHead:
    atlas, w = voice.atlas, voice.words
    institutions = atlas.at(place.code)
    answered = sum(i.responded for i in institutions)
    boundaries = w("filters.boundary_set", year=int(atlas.boundary_set))
    caption = w(
        "profile.locator", region=region_name(place.planning_region, w.lang), boundaries=boundaries
    )
    return ProfileHead(
        name=place.name_nom,
        meta=w(
            "profile.meta",
            response=w("profile.response", a=answered, n=len(institutions)),
            survey=atlas.wave[f"title_{w.lang}"],
            code=place.code,
        ),
        lead=profile_lead(place, institutions, atlas.answers_of(institutions), w.lang),
        locator=_locator(edition, atlas, place),
        locator_alt=f"{place.name_nom}: {caption}",
        locator_caption=caption,
    )


def _locator(edition: Edition, atlas: Atlas, place: Municipality) -> str:
    rows = edition.rows("geometries", {"boundary_set": atlas.boundary_set})
    outlines = edition.rows("outlines", {"boundary_set": atlas.boundary_set})
    country = next(row["geometry"] for row in outlines if not row["planning_region"])
    return locator(
        {row["code"]: _rings(row["geometry"]) for row in rows},
        place.code,
        [m.code for m in atlas.within(place.planning_region)],
        _rings(country),
    )


def _rings(geometry: str) -> list[list[tuple[float, float]]]:
    """All rings of a GeoJSON polygon or multipolygon."""
    shape = json.loads(geometry)
    polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
    return [[(x, y) for x, y in ring] for polygon in polygons for ring in polygon]


def _actions(state: ViewState, code: str, w: Words) -> list[Action]:
    chosen = ViewState(lang=state.lang, boundary_set=state.boundary_set, municipality=code)
    return [Action(w("map.title"), chosen.address("/"), main=True)]


def _columns(voice: Voice) -> list[Child]:
    w = voice.words
    count = len(voice.atlas.municipalities)
    latvia: Child = html.Span(
        [
            w("profile.column_distribution", n=count),
            ", ",
            html.Span(className="latvia-key"),
            w("profile.latvia_line"),
        ]
    )
    types: list[Child] = [w(f"institution.{one}") for one in PLACED_TYPES]
    first: list[Child] = [w("profile.column_indicator"), w("profile.column_institutions"), latvia]
    return [*first, *types, w("profile.column_agency")]


def _row(voice: Voice, code: str, indicator: str) -> ProfileRow:
    atlas, w = voice.atlas, voice.words
    choice = MapChoice(indicator, "all", estimates=True)
    value = type_value(atlas, choice, code, "all")
    return ProfileRow(
        indicator=indicator,
        name=w(f"indicator.{indicator}.name"),
        definition=w(f"indicator.{indicator}.definition"),
        kinds=square_kinds(atlas.at(code), atlas.answers, choice),
        amount=amount_of(value, w.lang),
        distribution=_distribution(atlas, value, indicator, w),
        answers=(
            *(_type_cell(voice, choice, code, one) for one in PLACED_TYPES),
            _agency_cell(voice, choice),
        ),
    )


def _distribution(atlas: Atlas, own: AreaValue, indicator: str, w: Words) -> Child:
    latvia = placed_share(atlas, indicator)
    half = "" if own.evidence == "estimated" else w("profile.axis_half")
    axis = (w("profile.axis_none"), half, w("profile.axis_all"))
    if own.evidence == "estimated":
        drawing = estimated_range(own.lower or 0.0, own.upper or 0.0, own.value or 0.0, latvia)
    else:
        values = atlas.values[indicator, "all"].values()
        shares = [v.value for v in values if v.value is not None and v.evidence != "estimated"]
        drawing = distribution(shares, own.value, latvia)
    return distribution_drawing(drawing, indicator, axis)


def placed_share(atlas: Atlas, indicator: str) -> float | None:
    """The national share of courts and services, the agency left out, as municipalities have it."""
    parts = [atlas.latvia[indicator, one] for one in PLACED_TYPES]
    base = sum(part.denominator or 0 for part in parts)
    count = sum((part.value or 0.0) * (part.denominator or 0) for part in parts)
    return count / base if base else None


def _type_cell(voice: Voice, choice: MapChoice, code: str, institution_type: str) -> Answer:
    text, sign = type_answer(voice, choice, code, institution_type)
    return Answer(voice.words(f"institution.{institution_type}"), text, sign)


def _agency_cell(voice: Voice, choice: MapChoice) -> Answer:
    text, sign = agency_answer(voice, choice)
    return Answer(voice.words("institution.employment_agency"), text, sign)


def _caveats(voice: Voice, code: str) -> list[Child]:
    """Every caveat of this page's values, a sentence each."""
    atlas = voice.atlas
    found = {
        caveat
        for indicator in INDICATORS
        for caveat in atlas.values[indicator, "all"][code].caveats
    }
    if not found:
        return []
    items = [html.Li(voice.caveat(one)) for one in sorted(found)]
    title = voice.words("methods.evidence.caveats")
    return [html.Section([html.H2(title), html.Ul(items)], className="profile-more")]


def _other_answers(edition: Edition, voice: Voice, code: str) -> list[Child]:
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
    sign = badge(voice, row["evidence"], [row["source"]])
    words = [html.Span(f"{row['answer']} "), evidence_badge(sign), quoted(row["quote"])]
    return html.Div([html.Dt(f"{who}. {row['wording']}"), html.Dd(words)])


def quoted(quote: str) -> Child:
    """The study's own words, in Latvian whatever the page's language."""
    return html.Q(quote, className="quote", **attributes({"lang": "lv"})) if quote else ""


def _institutions(voice: Voice, code: str) -> html.Section:
    """One line per institution and indicator, where a type has several."""
    w = voice.words
    blocks = []
    for institution in voice.atlas.at(code):
        name = sentence_case(institution_name(institution, w.lang, qualified=True))
        lines = [_institution_line(voice, institution, one) for one in INDICATORS]
        blocks.append(html.Div([html.H3(name), html.Dl(lines)]))
    title = html.H2(w("profile.each_institution"))
    return html.Section(
        [title, html.Div(blocks, className="institutions")], className="profile-more"
    )


def _institution_line(voice: Voice, institution: Institution, indicator: str) -> html.Div:
    answer = voice.atlas.answers.get((institution.institution_id, indicator))
    text, sign = single_answer(voice, answer, institution.institution_type, estimates=True)
    name = voice.words(f"indicator.{indicator}.short")
    return html.Div([html.Dt(name), html.Dd([html.Span(f"{text} "), evidence_badge(sign)])])


def _notes(edition: Edition, voice: Voice, place: Municipality) -> Sequence[tuple[str, Child]]:
    w, atlas = voice.words, voice.atlas
    institutions = atlas.at(place.code)
    answers = atlas.answers_of(institutions)
    return [
        (w("profile.differs.title"), differs_note(place, institutions, answers, w.lang)),
        (w("profile.boundaries.title"), _history(edition, voice, place)),
        (w("profile.source.title"), _citation(voice, place)),
    ]


def _history(edition: Edition, voice: Voice, place: Municipality) -> str:
    """What became of the unit since, or which units it was made of."""
    w, atlas = voice.words, voice.atlas
    applies = w("profile.boundaries.applies", year=int(atlas.boundary_set))
    sentences = [
        sentence
        for row in edition.rows("boundary_sets", {"lang": w.lang})
        if row["boundary_set"] > atlas.boundary_set
        for sentence in _change(edition, voice, place, row["boundary_set"], row["in_force_from"])
    ]
    if atlas.boundary_set != atlas.wave["boundary_set"]:
        sentences = [_formed(edition, voice, place)]
    if not any(sentences):
        sentences = [w("profile.boundaries.unchanged", place=place.name_nom)]
    return " ".join([*dict.fromkeys(sentences), applies])


def _formed(edition: Edition, voice: Voice, place: Municipality) -> str:
    own_set, w = voice.atlas.wave["boundary_set"], voice.words
    parts = [
        row
        for row in edition.rows("successors", {"boundary_set": voice.atlas.boundary_set})
        if row["from_set"] == own_set and row["to_code"] == place.code and row["seat"]
    ]
    if len(parts) < 2:
        return ""
    names = [row["from_name"] for row in parts]
    return w("profile.boundaries.parts", place=place.name_nom, names=", ".join(names))


def _change(
    edition: Edition, voice: Voice, place: Municipality, newer: str, since: date
) -> list[str]:
    """What a reform did to the unit: split, merged with others, or nothing."""
    w = voice.words
    steps = edition.rows("successors", {"boundary_set": newer})
    steps = [row for row in steps if row["from_set"] == voice.atlas.boundary_set]
    own = [row for row in steps if row["from_code"] == place.code]
    targets = read_atlas(edition, newer).municipalities
    if len(own) > 1:
        return [_split(voice, place, own, targets, since)]
    joined = [row for row in steps if own and row["to_code"] == own[0]["to_code"]]
    if len(joined) < 2:
        return []
    old = [voice.atlas.municipalities[row["from_code"]] for row in joined if row["seat"]]
    names = place_list(old, w.lang, "nom")
    when = long_date(since, w.lang, "gen")
    return [w("profile.boundaries.merged", old=names, date=when, new=own[0]["to_name"])]


def _split(
    voice: Voice,
    place: Municipality,
    steps: list[dict[str, Any]],
    targets: Any,
    since: date,
) -> str:
    w = voice.words
    where = [targets[row["to_code"]] for row in steps]
    seat = next(targets[row["to_code"]] for row in steps if row["seat"])
    return w(
        "profile.boundaries.split",
        old=place_list([place], w.lang, "acc"),
        date=long_date(since, w.lang, "loc"),
        new=place_list(where, w.lang, "nom"),
        seat=seat.name_nom,
    )


def _citation(voice: Voice, place: Municipality) -> str:
    w, atlas = voice.words, voice.atlas
    codes = {
        source
        for indicator in INDICATORS
        for source in atlas.values[indicator, "all"][place.code].sources
    }
    where = "; ".join(voice.source(code) for code in sorted(codes))
    return " ".join(
        [
            w("profile.source.study"),
            w("profile.source.where", sources=where),
            w("profile.source.version", revision=atlas.wave["revision"]),
        ]
    )
