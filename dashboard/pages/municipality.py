"""/municipality/<code> : the profile of one municipality, every answer with its source."""

from collections.abc import Sequence

from dash import html

from dashboard.atlas import Atlas, read_atlas, read_labels
from dashboard.components.attributes import Child
from dashboard.components.controls import Choice, segment
from dashboard.components.panel import Action
from dashboard.components.profile import Crumb, ProfileHead, crumbs, notes, profile_head
from dashboard.components.profile_table import profile_table
from dashboard.database import Edition
from dashboard.figures.locator import locator
from dashboard.figures.projection import rings_of
from dashboard.i18n.grammar import differs_note, profile_lead, region_name
from dashboard.i18n.translate import Words
from dashboard.pages.exports import export_menu
from dashboard.pages.notices import unknown_notices
from dashboard.pages.place_history import elsewhere, history
from dashboard.pages.place_parts import Voice
from dashboard.pages.place_statements import place_statements
from dashboard.pages.profile_answers import further_answers
from dashboard.pages.profile_rows import profile_columns, profile_row
from dashboard.pages.sharing import report_button
from dashboard.pages.shell import page
from dashboard.records import Municipality
from dashboard.state import INDICATORS, ParsedState, ViewState, compare_address


def layout(edition: Edition, parsed: ParsedState, code: str) -> list[Child]:
    """The profile of a municipality of the state's boundary set, estimates included."""
    state, w = parsed.state, Words(parsed.state.lang)
    atlas = read_atlas(edition, state.boundary_set)
    voice = Voice(atlas, w, read_labels(edition, w.lang))
    place = atlas.municipalities[code]
    rows = [profile_row(voice, code, indicator) for indicator in INDICATORS]
    body = html.Div(
        [
            *unknown_notices(parsed, w),
            _top(edition, state, place, w),
            profile_head(
                _head(edition, voice, place),
                _actions(state, code, w),
                export_menu(state, w, municipality=code),
            ),
            profile_table(profile_columns(voice), rows, place.name_nom),
            *_caveats(voice, code),
            *further_answers(edition, voice, code),
            *place_statements(edition, voice, code),
            notes(_notes(edition, voice, place)),
            report_button(w, place.name_nom, place.name_nom, atlas.wave["revision"]),
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
        for other, target in elsewhere(edition, state.boundary_set, place.code).items()
    ]
    switch = segment(w("filters.boundaries"), "", sets)
    return html.Div([crumbs(steps, w("profile.crumbs")), switch], className="profile-top")


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
        {row["code"]: rings_of(row["geometry"]) for row in rows},
        place.code,
        [m.code for m in atlas.within(place.planning_region)],
        rings_of(country),
    )


def _actions(state: ViewState, code: str, w: Words) -> list[Action]:
    chosen = ViewState(lang=state.lang, boundary_set=state.boundary_set, municipality=code)
    return [
        Action(w("map.title"), chosen.address("/"), main=True),
        Action(w("panel.compare"), compare_address(chosen, code)),
    ]


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


def _notes(edition: Edition, voice: Voice, place: Municipality) -> Sequence[tuple[str, Child]]:
    w, atlas = voice.words, voice.atlas
    institutions = atlas.at(place.code)
    answers = atlas.answers_of(institutions)
    return [
        (w("profile.differs.title"), differs_note(place, institutions, answers, w.lang)),
        (w("profile.boundaries.title"), history(edition, voice, place)),
        (w("profile.source.title"), _citation(voice, place)),
    ]


def _citation(voice: Voice, place: Municipality) -> str:
    w, atlas = voice.words, voice.atlas
    codes = {
        source
        for indicator in INDICATORS
        for source in atlas.values[indicator, "all"][place.code].sources
    }
    return " ".join(
        [
            w("profile.source.study"),
            w("profile.source.where", sources=voice.sources(codes)),
            w("profile.source.version", revision=atlas.wave["revision"]),
        ]
    )
