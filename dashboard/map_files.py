"""The map's files: outlines, values of every view, panels. Each address carries the database's
identity, so a browser may keep a file for good, and a new database has new addresses.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

from dash.development.base_component import Component
from flask import Flask, abort
from plotly.utils import PlotlyJSONEncoder

from dashboard.atlas import Atlas, read_atlas, read_labels
from dashboard.database import Database, Edition
from dashboard.figures.choropleth import COUNTRY_CODE
from dashboard.figures.colours import colorscale
from dashboard.i18n.grammar import region_name
from dashboard.i18n.translate import Words
from dashboard.kept_files import add_kept_file
from dashboard.map_places import moved, search_entries
from dashboard.map_views import (
    MapChoice,
    accessible_labels,
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
from dashboard.state import INDICATORS, INSTITUTION_TYPES


def add_map_files(server: Flask, database: Database) -> None:
    """Register the addresses of the map's files."""
    for kind, rule in RULES.items():
        add_kept_file(server, database, f"{rule}.json", MAKERS[kind], "application/json")


def _json(content: Any) -> str:
    return json.dumps(content, cls=PlotlyJSONEncoder, ensure_ascii=False, separators=(",", ":"))


def areas_file(edition: Edition, boundary_set: str) -> str:
    """The municipalities' outlines as GeoJSON, properties.code as key."""
    rows = edition.rows("geometries", {"boundary_set": boundary_set})
    return _features((row["code"], row["geometry"]) for row in rows)


def country_file(edition: Edition, boundary_set: str) -> str:
    """Latvia's outline as GeoJSON with one feature."""
    rows = edition.rows("outlines", {"boundary_set": boundary_set})
    return _features((COUNTRY_CODE, row["geometry"]) for row in rows if not row["planning_region"])


def _features(areas: Iterator[tuple[str, str]]) -> str:
    # DuckDB gives the geometry as JSON text already; it is not parsed only to be written again.
    features = ",".join(
        f'{{"type":"Feature","properties":{{"code":"{code}"}},"geometry":{geometry}}}'
        for code, geometry in areas
    )
    return f'{{"type":"FeatureCollection","features":[{features}]}}'


def values_file(edition: Edition, boundary_set: str, lang: str) -> str:
    """Everything that the map says in one language: places, and each view with its words."""
    atlas, w = read_atlas(edition, boundary_set), Words(lang)
    places = list(atlas.municipalities.values())
    return _json(
        {
            "codes": [m.code for m in places],
            "names": [m.name_nom for m in places],
            "regions": [m.planning_region for m in places],
            "points": [[m.label_lon, m.label_lat] for m in places],
            "neighbours": [m.neighbours for m in places],
            "region_names": {one: region_name(one, lang) for one in atlas.planning_regions},
            "search": search_entries(edition, atlas, w),
            "moved": moved(edition, boundary_set, w),
            "colorscales": {one: colorscale(one) for one in INDICATORS},
            "views": {choice.key: view(atlas, choice, w) for choice in choices()},
        }
    )


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


def panel_file(edition: Edition, boundary_set: str, lang: str, code: str) -> str:
    """The panel of one municipality ("latvia" for none) in every view."""
    atlas = read_atlas(edition, boundary_set)
    chosen = "" if code == "latvia" else code
    if chosen and chosen not in atlas.municipalities:
        abort(404)
    voice = Voice(atlas, Words(lang), read_labels(edition, lang))
    made_of = origin(edition, voice, chosen) if chosen else ""
    panels: dict[str, Component] = {
        choice.key: panel_content(voice, choice, chosen, made_of) for choice in choices()
    }
    return _json(panels)


MAKERS: dict[str, Callable[..., str]] = {
    "areas": areas_file,
    "country": country_file,
    "values": values_file,
    "panel": panel_file,
}
RULES = {
    "areas": "areas/<boundary_set>",
    "country": "country/<boundary_set>",
    "values": "values/<boundary_set>/<lang>",
    "panel": "panel/<boundary_set>/<lang>/<code>",
}
