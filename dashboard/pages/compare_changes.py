"""/compare, what changed between two surveys: where it rose, fell, and cannot be told."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dash import html

from dashboard.atlas import AGENCY
from dashboard.change_views import changes_of, earlier_waves
from dashboard.components.attributes import Child
from dashboard.components.comparison import MapCard, ScaleColumn, maps, scale
from dashboard.components.controls import Choice, segment
from dashboard.components.picture import PictureMarks, picture
from dashboard.figures.changes import (
    CHANGE,
    CLASSES,
    OPEN,
    RANGED,
    change_code,
    change_counts,
    known_code,
)
from dashboard.figures.classes import NO_ANSWER, NOT_PUBLISHED
from dashboard.i18n.change_sentences import Span, change_headline, change_remainder
from dashboard.i18n.translate import Words
from dashboard.map_views import MapChoice
from dashboard.pages.change_parts import (
    Changes,
    change_lists,
    place_changes,
    table_of_changes,
    tip_lines,
)
from dashboard.pages.compare_parts import (
    SIZE,
    Scene,
    boundary_control,
    estimates_control,
    indicator_control,
    place_control,
    region_control,
    text_table,
    type_control,
)
from dashboard.picture_files import picture_address
from dashboard.records import Change

SINCE = "since"  # the parameter that names the earlier wave; "" is the newest before


def has_changes(scene: Scene) -> bool:
    """Whether the view's wave can be compared with an earlier one."""
    several = scene.state.wave != ""
    return several and any(earlier_waves(scene.atlas_in(one)) for one in scene.boundary_sets())


def what_changed(scene: Scene) -> list[Child]:
    """Controls, the scale, the map, three lists, the chosen municipality, and all of it as text."""
    scene = within_both(scene)
    changes = read_changes(scene)
    w, shown = scene.words, changes.shown
    return [
        html.Div(_controls(scene, changes), className="compare-controls"),
        html.Div(_scale(scene, shown), className="compare-scale"),
        maps([_card(scene, changes)], on_stage=True),
        html.P(_notes(scene, w), className="compare-note"),
        *place_changes(scene, changes),
        change_lists(scene, changes),
        text_table(scene, table_of_changes(scene, changes)),
    ]


def read_changes(scene: Scene) -> Changes:
    """The changes that the address asks for."""
    atlas, asked = scene.atlas, scene.parsed.own[SINCE]
    waves = earlier_waves(atlas)
    before = asked if asked in waves else waves[0]
    span = Span(before, str(atlas.wave["wave"]))
    region = scene.state.planning_region
    return Changes(span, scene.choice(), changes_of(atlas, before, scene.choice(), region))


def within_both(scene: Scene) -> Scene:
    """The view in a boundary set in which there is an earlier wave."""
    if earlier_waves(scene.atlas):
        return scene
    sets = scene.boundary_sets()
    found = next(one for one in sets if earlier_waves(scene.atlas_in(one)))
    state = replace(
        scene.state,
        boundary_set=found,
        municipality=scene.carried(scene.state.municipality, found),
    )
    return Scene(scene.edition, replace(scene.parsed, state=state))


def _controls(scene: Scene, changes: Changes) -> list[Child]:
    waves = earlier_waves(scene.atlas)
    choices = [
        Choice(one, one, scene.address(**{SINCE: one}), one == changes.span.before)
        for one in sorted(waves)
    ]
    since = [segment(scene.words("change.since"), "", choices, stay=True)]
    sets = [boundary_control(scene)] if len(scene.boundary_sets()) > 1 else []
    return [
        indicator_control(scene),
        *(since if len(waves) > 1 else []),
        type_control(scene),
        region_control(scene),
        *sets,
        estimates_control(scene),
        place_control(
            scene, scene.words("compare.place"), "municipality", scene.state.municipality
        ),
    ]


def _scale(scene: Scene, shown: Sequence[Change]) -> html.Div:
    w, counts = scene.words, change_counts(change_code(one) for one in shown)
    names = {-2: "m2", -1: "m1", 0: "0", 1: "p1", 2: "p2"}
    columns = [
        ScaleColumn(
            known_code(number),
            w(f"change.class.{names[number]}"),
            (counts.known[number],),
        )
        for number in CLASSES
    ]
    columns += [
        ScaleColumn(RANGED[1], w("change.ranged"), (sum(counts.ranged.values()),), gap=True),
        ScaleColumn(OPEN, w("change.open"), (counts.open,), gap=True),
        ScaleColumn(NO_ANSWER, w("change.silent"), (counts.silent,), gap=True),
        ScaleColumn(NOT_PUBLISHED, w("change.none"), (counts.not_comparable,), gap=True),
    ]
    return scale(w("change.counts"), [CHANGE], columns, [scene.atlas.wave["wave"]])


def _card(scene: Scene, changes: Changes) -> MapCard:
    w, state, atlas = scene.words, scene.state, scene.atlas
    choice: MapChoice = changes.choice
    sentence = _sentence(scene, changes)
    label = w(
        "change.picture",
        indicator=w(f"indicator.{choice.indicator}.name"),
        before=changes.span.before,
        boundaries=w("filters.boundary_set", year=int(state.boundary_set)),
        sentence=sentence,
    )
    address = picture_address(
        scene.edition, atlas.scope, SIZE, CHANGE, changes.span.before, *choice.key.split("|")
    )
    region = [one.code for one in atlas.within(state.planning_region)]
    marks = PictureMarks(state.municipality, kept=region if state.planning_region else ())
    tip: Mapping[str, Any] = {"own": tip_lines(scene, changes), "sets": {}}
    return MapCard(
        indicator=choice.indicator,
        title=w(f"indicator.{choice.indicator}.name"),
        sentence=sentence,
        picture=picture(address, label, marks, interactive=True),
        tip=tip,
    )


def _sentence(scene: Scene, changes: Changes) -> str:
    w = scene.words
    if changes.choice.institution_type == AGENCY:
        return w("notice.agency.title")
    said = change_headline(changes.shown, changes.span, w.lang)
    return " ".join([f"{said}.", change_remainder(changes.shown, w.lang)]).strip()


def _notes(scene: Scene, w: Words) -> str:
    said = [w("change.like"), w("change.no_silence"), w("lens.agency_unplaced")]
    if scene.state.indicator == "identified_cases":
        said.append(w("change.cases"))
    return " ".join(said)
