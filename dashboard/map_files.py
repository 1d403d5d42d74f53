"""The map's files: its drawing, the values of every view, panels. Each address carries the
database's identity, so a browser may keep a file for good, and a new database has new addresses.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

from dash.development.base_component import Component
from flask import Flask, abort
from plotly.utils import PlotlyJSONEncoder

from dashboard.atlas import Atlas, atlas_of, read_atlas, read_labels
from dashboard.database import Database, Edition
from dashboard.figures.live_map import LiveView, live_map
from dashboard.figures.picture import FRAME
from dashboard.i18n.grammar import region_name
from dashboard.i18n.translate import Words
from dashboard.kept_files import add_kept_file
from dashboard.map_places import moved, search_entries
from dashboard.map_views import (
    MapChoice,
    accessible_labels,
    choice_of,
    drawing_codes,
    tips,
    values_of,
    view_headline,
    view_lead,
)
from dashboard.pages.map_parts import map_legend, map_notices, map_titles
from dashboard.pages.panel import panel_content
from dashboard.pages.place_history import origin
from dashboard.pages.place_parts import Voice
from dashboard.picture_files import read_shapes
from dashboard.records import Municipality
from dashboard.state import INDICATORS, INSTITUTION_TYPES, ViewState


def add_map_files(server: Flask, database: Database) -> None:
    """Register the addresses of the map's files."""
    add_kept_file(server, database, "live/<scope>/<lang>.svg", live_file, "image/svg+xml")
    for kind, rule in RULES.items():
        add_kept_file(server, database, f"{rule}.json", MAKERS[kind], "application/json")


def _json(content: Any) -> str:
    return json.dumps(content, cls=PlotlyJSONEncoder, ensure_ascii=False, separators=(",", ":"))


def live_file(edition: Edition, boundary_set: str, wave: str, lang: str) -> str:
    """The live map of a boundary set as the browser paints it."""
    return live_map(read_shapes(edition, boundary_set, wave), around(Words(lang)))


def first_map(edition: Edition, state: ViewState) -> str:
    """The live map as the first HTML shows it, painted already."""
    atlas, choice = atlas_of(edition, state), choice_of(state)
    codes = [m.code for m in atlas.municipalities.values()]
    inside = {m.code for m in atlas.within(state.planning_region)}
    view = LiveView(
        choice.indicator,
        map_titles(choice.indicator, atlas.boundary_set, Words(state.lang))["map"],
        dict(zip(codes, drawing_codes(values_of(atlas, choice)), strict=True)),
        dict(zip(codes, accessible_labels(atlas, choice, state.lang), strict=True)),
        state.municipality,
        frozenset(codes) - inside,
    )
    shapes = read_shapes(edition, state.boundary_set, state.wave)
    return live_map(shapes, around(Words(state.lang)), view)


SURROUNDINGS = {
    "baltic_sea": (21.2, 57.9),
    "gulf_of_riga": (23.55, 57.48),
    "estonia": (25.95, 58.04),
    "lithuania": (23.7, 56.1),
}


def around(w: Words) -> dict[str, tuple[float, float]]:
    """What lies around Latvia: name → longitude and latitude."""
    return {w(f"map.{name}"): point for name, point in SURROUNDINGS.items()}


def values_file(edition: Edition, boundary_set: str, wave: str, lang: str) -> str:
    """Everything that the map says in one language: places, and each view with its words."""
    atlas, w = read_atlas(edition, boundary_set, wave), Words(lang)
    places = list(atlas.municipalities.values())
    return _json(
        {
            "codes": [m.code for m in places],
            "names": [m.name_nom for m in places],
            "regions": [m.planning_region for m in places],
            "points": [_pixel(m) for m in places],
            "neighbours": [m.neighbours for m in places],
            "region_names": {one: region_name(one, lang) for one in atlas.planning_regions},
            "search": search_entries(edition, atlas, w),
            "moved": moved(edition, boundary_set, w),
            "views": {choice.key: view(atlas, choice, w) for choice in choices()},
        }
    )


def _pixel(place: Municipality) -> list[float]:
    """The label point on the drawing."""
    return [round(one, 1) for one in FRAME.place((place.label_lon, place.label_lat))]


def choices() -> Iterator[MapChoice]:
    """Every view that the controls of the map can ask for."""
    for indicator in INDICATORS:
        for institution_type in INSTITUTION_TYPES:
            for estimates in (True, False):
                yield MapChoice(indicator, institution_type, estimates)


def view(atlas: Atlas, choice: MapChoice, w: Words) -> dict[str, Any]:
    """One view: drawing codes and words by municipality, and what stands around the map."""
    return {
        "z": drawing_codes(values_of(atlas, choice)),
        "text": tips(atlas, choice, w),
        "label": accessible_labels(atlas, choice, w.lang),
        "titles": map_titles(choice.indicator, atlas.boundary_set, w),
        **surroundings(atlas, choice, "", w),
        "regions": {
            region: surroundings(atlas, choice, region, w) for region in atlas.planning_regions
        },
    }


def surroundings(atlas: Atlas, choice: MapChoice, region: str, w: Words) -> dict[str, Any]:
    """Headline, lead, notices and legend of a view within a region, or of the whole country."""
    return {
        "headline": view_headline(atlas, choice, region, w.lang),
        "lead": view_lead(atlas, choice, region, w.lang),
        "notice": map_notices(atlas, choice, region, w),
        "legend": map_legend(atlas, choice, region, w),
    }


def panel_file(edition: Edition, boundary_set: str, wave: str, lang: str, code: str) -> str:
    """The panel of one municipality ("latvia" for none) in every view."""
    atlas = read_atlas(edition, boundary_set, wave)
    chosen = "" if code == "latvia" else code
    if chosen and chosen not in atlas.municipalities:
        abort(404)
    voice = Voice(atlas, atlas.words(lang), read_labels(edition, lang))
    made_of = origin(edition, voice, chosen) if chosen else ""
    panels: dict[str, Component] = {
        choice.key: panel_content(voice, choice, chosen, made_of) for choice in choices()
    }
    return _json(panels)


MAKERS: dict[str, Callable[..., str]] = {
    "values": values_file,
    "panel": panel_file,
}
RULES = {
    "values": "values/<scope>/<lang>",
    "panel": "panel/<scope>/<lang>/<code>",
}
