"""/municipality/<code> : the profile of one municipality, every answer with its source."""

from dataclasses import replace

from dash import html

from dashboard.atlas import Atlas, atlas_of, read_labels
from dashboard.components.actions import print_button
from dashboard.components.attributes import Child, Children
from dashboard.components.controls import Choice, segment
from dashboard.components.evidence_badge import Badge
from dashboard.components.panel import Action, action_link
from dashboard.components.profile import (
    Crumb,
    ProfileHead,
    crumbs,
    marks_key,
    notes,
    profile_head,
)
from dashboard.components.profile_table import profile_table
from dashboard.components.share import copier
from dashboard.database import Edition
from dashboard.figures.locator import Ground, ground, locator
from dashboard.figures.projection import rings_of
from dashboard.i18n.grammar import differs_note, profile_lead, region_name
from dashboard.i18n.translate import Words
from dashboard.pages.exports import export_menu
from dashboard.pages.notices import unknown_notices
from dashboard.pages.place_history import elsewhere, history
from dashboard.pages.place_parts import Voice
from dashboard.pages.place_statements import place_statements
from dashboard.pages.profile_answers import further_answers
from dashboard.pages.profile_changes import changes_at
from dashboard.pages.profile_rows import profile_columns, profile_row
from dashboard.pages.sharing import copy_button, copy_words, report_button
from dashboard.pages.shell import page
from dashboard.pages.sources import citation_of, study_of
from dashboard.records import EVIDENCE, Municipality
from dashboard.state import INDICATORS, ParsedState, ViewState, compare_address
from dashboard.waves import offered_sets

CITATION = "citation-words"  # the id of the text that is copied


def layout(edition: Edition, parsed: ParsedState, code: str) -> list[Child]:
    """The profile of a municipality of the state's boundary set, estimates included."""
    state = parsed.state
    atlas = atlas_of(edition, state)
    w = atlas.words(state.lang)
    voice = Voice(atlas, w, read_labels(edition, w.lang))
    place = atlas.municipalities[code]
    rows = [profile_row(voice, code, indicator) for indicator in INDICATORS]
    body = html.Div(
        [
            *unknown_notices(parsed, w),
            _top(edition, state, place, w),
            profile_head(_head(edition, voice, place), _actions(state, code, w)),
            profile_table(profile_columns(voice, code), rows, place.name_nom),
            marks_key(w("profile.marks_key"), _marks(edition, voice)),
            notes(_notes(edition, voice, place)),
            *further_answers(edition, voice, code, parsed),
            *changes_at(voice, code),
            *place_statements(edition, voice, code),
            report_button(w, place.name_nom, place.name_nom, atlas.wave["revision"]),
        ],
        className="profile",
    )
    return page(edition, state, f"/municipality/{code}", [body], address=parsed.address)


def _top(edition: Edition, state: ViewState, place: Municipality, w: Words) -> html.Div:
    region = replace(
        state.plain(),
        boundary_set=state.boundary_set,
        planning_region=place.planning_region,
    )
    here = replace(region, planning_region="", municipality=place.code)
    steps = [
        Crumb(w("profile.back"), here.address("/"), sign="arrow-west"),
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
        if other in offered_sets(edition, state)
    ]
    switch = segment(w("filters.boundaries"), "", sets)
    return html.Div([crumbs(steps, w("profile.crumbs")), switch], className="profile-top")


def _head(edition: Edition, voice: Voice, place: Municipality) -> ProfileHead:
    atlas, w = voice.atlas, voice.words
    institutions = atlas.at(place.code)
    answered = sum(i.responded for i in institutions)
    boundaries = w("filters.boundary_set", year=int(atlas.boundary_set))
    region = region_name(place.planning_region, w.lang)
    caption = w("profile.locator", region=region, boundaries=boundaries)
    return ProfileHead(
        name=place.name_nom,
        meta=w(
            "profile.meta",
            response=w("profile.response", a=answered, n=len(institutions)),
            survey=atlas.wave[f"title_{w.lang}"],
            code=place.code,
        ),
        sheet=w("profile.sheet_place", region=region, code=place.code, boundaries=boundaries),
        lead=profile_lead(place, institutions, atlas.answers_of(institutions), w.lang),
        locator=_locator(edition, atlas, place),
        locator_alt=f"{place.name_nom}: {caption}",
        locator_caption=caption,
    )


def _locator(edition: Edition, atlas: Atlas, place: Municipality) -> str:
    region = [m.code for m in atlas.within(place.planning_region)]
    return locator(_ground(edition, atlas.boundary_set), place.code, region)


def _ground(edition: Edition, boundary_set: str) -> Ground:
    """What all locators of a boundary set share, drawn once per edition."""
    key = ("locator", boundary_set)
    if key not in edition.kept:
        rows = edition.rows("geometries", {"boundary_set": boundary_set})
        outlines = edition.rows("outlines", {"boundary_set": boundary_set})
        country = next(row["geometry"] for row in outlines if not row["planning_region"])
        areas = {row["code"]: rings_of(row["geometry"]) for row in rows}
        edition.kept[key] = ground(areas, rings_of(country))
    shared: Ground = edition.kept[key]
    return shared


def _actions(state: ViewState, code: str, w: Words) -> list[Child]:
    chosen = replace(state.plain(), boundary_set=state.boundary_set, municipality=code)
    return [
        export_menu(state, w, municipality=code),
        print_button(w("action.print")),
        action_link(Action(w("panel.compare"), compare_address(chosen, code))),
        copy_button(w, "action.link"),
    ]


def _marks(edition: Edition, voice: Voice) -> list[Badge]:
    """The marks that the survey's answers bear, with their meanings, strongest first."""
    found = edition.rows("summary_evidence", {"wave": voice.atlas.wave["wave"]})
    known, w = {row["evidence"] for row in found if row["contributions"]}, voice.words
    return [
        Badge(one, w(f"evidence.{one}.badge"), meaning=w(f"evidence.{one}.meaning"))
        for one in EVIDENCE
        if one in known
    ]


def _notes(edition: Edition, voice: Voice, place: Municipality) -> list[tuple[str, Children]]:
    w, atlas = voice.words, voice.atlas
    institutions = atlas.at(place.code)
    answers = atlas.answers_of(institutions)
    return [
        (w("profile.differs.title"), differs_note(place, institutions, answers, w.lang)),
        (w("profile.boundaries.title"), history(edition, voice, place)),
        (w("profile.source.title"), _citation(voice, place)),
    ]


def _citation(voice: Voice, place: Municipality) -> list[Child]:
    w, atlas = voice.words, voice.atlas
    codes = {
        source
        for indicator in INDICATORS
        for source in atlas.values[indicator, "all"][place.code].sources
    }
    revision = atlas.wave["revision"]
    places = w("profile.source.where", sources=voice.sources(codes))
    alike = atlas.branches_alike()
    key = "profile.source.agency" if alike else "lens.agency_unplaced"
    agency = w(key, n=len(atlas.branches()))
    version = w("profile.source.version", revision=revision)
    return [
        f"{study_of(atlas.wave, w)} ",
        html.Span(f"{places} ", className="not-on-paper"),  # paper has them beside each answer
        f"{agency} {version} ",
        html.Span(citation_of(atlas.wave, w), id=CITATION, hidden=True),
        copier(copy_words(w, "action.copy_citation"), of=CITATION, name="text-button"),
    ]
