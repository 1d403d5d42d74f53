"""/compare, four indicators: four maps on one scale, the same municipality outlined in all."""

from typing import Any

from dash import html

from dashboard.atlas import AGENCY
from dashboard.components.attributes import Child
from dashboard.components.comparison import MapCard, maps, scale
from dashboard.components.picture import PictureMarks
from dashboard.figures.classes import NOT_PUBLISHED
from dashboard.i18n.grammar import in_alphabet
from dashboard.pages.compare_parts import (
    Scene,
    Spot,
    boundary_control,
    card,
    columns,
    estimates_control,
    hides_values,
    map_notes,
    own_value,
    place_control,
    region_control,
    text_table,
    type_control,
    value_cell,
)
from dashboard.pages.map_parts import boundaries_notice
from dashboard.state import INDICATORS


def four_indicators(scene: Scene) -> list[Child]:
    """Controls, the scale, four maps, and their values as text."""
    return [
        html.Div(_controls(scene), className="compare-controls"),
        _scale(scene),
        *boundaries_notice(scene.atlas, scene.words),
        maps([_card(scene, one) for one in INDICATORS], on_stage=hides_values(scene, INDICATORS)),
        map_notes(scene, INDICATORS),
        text_table(scene, as_text(scene)),
    ]


def _controls(scene: Scene) -> list[Child]:
    chosen = scene.state.municipality
    return [
        type_control(scene),
        region_control(scene),
        boundary_control(scene),
        estimates_control(scene),
        place_control(scene, scene.words("compare.place"), "municipality", chosen),
    ]


def _scale(scene: Scene) -> html.Div:
    w, code = scene.words, scene.state.municipality
    agency = scene.state.institution_type == AGENCY
    shown = columns(w, (), estimates=scene.state.estimates == "on" and not agency)
    if not hides_values(scene, INDICATORS):
        shown = [one for one in shown if one.code != NOT_PUBLISHED]
    if code:
        name = scene.atlas.municipalities[code].name_nom
        key: Child = html.P(
            [html.Span(className="compare-key"), w("compare.everywhere", place=name)]
        )
    else:
        key = html.P(w("compare.point"))
    side = html.Div(key, className="compare-chosen", role="status")
    return html.Div([scale(w("compare.scale"), INDICATORS, shown), side], className="compare-scale")


def _card(scene: Scene, indicator: str) -> MapCard:
    state, voice, choice = scene.state, scene.voice(), scene.choice(indicator)
    region = [one.code for one in scene.atlas.within(state.planning_region)]
    own = [own_value(voice, choice, state.municipality)] if state.municipality else []
    spot = Spot(
        title=scene.words(f"indicator.{indicator}.name"),
        boundary_set=state.boundary_set,
        marks=PictureMarks(state.municipality, kept=region if state.planning_region else ()),
        told=INDICATORS,
        places=own,
    )
    return card(scene, choice, spot)


def as_text(scene: Scene) -> dict[str, Any]:
    """All values of the four maps: a municipality a row, an indicator a column."""
    w, voice, state = scene.words, scene.voice(), scene.state
    names = [w(f"indicator.{one}.name") for one in INDICATORS]
    rows: list[list[Any]] = []
    for place in in_alphabet(scene.atlas.within(state.planning_region)):
        link = scene.state.address(f"/municipality/{place.code}", municipality="")
        cells = [value_cell(voice, scene.choice(one), place.code) for one in INDICATORS]
        rows.append([{"text": place.name_nom, "href": link}, *cells])
    heads = [w("columns.municipality"), *names]
    return {
        "caption": w("compare.title.indicators"),
        "columns": [{"text": name, "number": False} for name in heads],
        "rows": rows,
    }
