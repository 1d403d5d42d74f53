"""Pictures: maps as SVG files, for every page that shows a map beside the live one.

A picture's name says what it paints, its parts joined by dots: `training_coverage.all.on` is a view
of the map. A painter turns a name into one fill per municipality; a page with paints of its own
adds a painter.
"""

from collections.abc import Callable, Mapping
from threading import Lock

from flask import Flask, abort

from dashboard.atlas import Atlas, read_atlas
from dashboard.change_views import changes_of
from dashboard.database import Database, Edition
from dashboard.figures.changes import CHANGE, change_code, change_paints
from dashboard.figures.classes import FIRST_ESTIMATED, NO_ANSWER, NOT_PUBLISHED, SUPPRESSED
from dashboard.figures.colours import GROUP_INKS, paints
from dashboard.figures.hatching import MAP, PRESENT, SMALL, Size
from dashboard.figures.picture import FRAME, Fill, Shapes, fill_of, picture
from dashboard.figures.projection import Rings, inner_lines, path, rings_of
from dashboard.kept_files import add_kept_file
from dashboard.map_addresses import file_address
from dashboard.map_views import MapChoice, drawing_codes, values_of
from dashboard.priorities import PICTURE as GROUPS
from dashboard.priorities import Standing, pair_of, standings
from dashboard.state import INDICATORS, INSTITUTION_TYPES
from dashboard.waves import wave_of

SIZES: Mapping[str, Size] = {"map": MAP, "small": SMALL, "present": PRESENT}
_one_at_a_time = Lock()
Painter = Callable[..., Mapping[str, Fill]]  # (atlas, *parts) → code → fill


def add_picture_files(server: Flask, database: Database) -> None:
    """Register the addresses of the pictures."""
    rule = "picture/<scope>/<size>/<name>.svg"
    add_kept_file(server, database, rule, picture_file, "image/svg+xml")


def picture_address(edition: Edition, scope: str, size: str, *name: str) -> str:
    """The address of a picture, e.g. of 2009, small, training_coverage, all, on."""
    parts = ("picture", scope, size, ".".join(name))
    return file_address(edition, *parts, ending="svg")


def picture_file(edition: Edition, boundary_set: str, size: str, name: str, wave: str = "") -> str:
    """The SVG of a picture; aborts with 404 where the name or the size means nothing."""
    first, *rest = name.split(".")
    if size not in SIZES or first not in PAINTERS:
        abort(404)
    fills = PAINTERS[first](read_atlas(edition, boundary_set, wave), first, *rest)
    if not fills:
        abort(404)
    return picture(read_shapes(edition, boundary_set, wave), fills, SIZES[size])


def read_shapes(edition: Edition, boundary_set: str, wave: str = "") -> Shapes:
    """The path data of a boundary set, made once per edition; thin lines show the wave's own."""
    own_set = str(wave_of(edition, wave)["boundary_set"])
    key = ("shapes", boundary_set, own_set)
    with _one_at_a_time:  # a page asks for several pictures at once, all of the same shapes
        if key not in edition.kept:
            edition.kept[key] = _shapes(edition, boundary_set, own_set)
    shapes: Shapes = edition.kept[key]
    return shapes


def _shapes(edition: Edition, boundary_set: str, own_set: str) -> Shapes:
    outlines = edition.rows("outlines", {"boundary_set": boundary_set})
    country = next(row["geometry"] for row in outlines if not row["planning_region"])
    areas = _areas(edition, boundary_set)
    old = "" if own_set == boundary_set else _wiped_off(_areas(edition, own_set), areas)
    paths = {code: path(rings, FRAME, grain=1) for code, rings in areas.items()}
    return Shapes(paths, path(rings_of(country), FRAME, grain=1), old)


def _wiped_off(older: Mapping[str, Rings], newer: Mapping[str, Rings]) -> str:
    return inner_lines(older.values(), newer.values(), FRAME)


def _areas(edition: Edition, boundary_set: str) -> dict[str, Rings]:
    rows = edition.rows("geometries", {"boundary_set": boundary_set})
    return {row["code"]: rings_of(row["geometry"]) for row in rows}


def _view(atlas: Atlas, indicator: str, *rest: str) -> Mapping[str, Fill]:
    """The fills of a view of the map: indicator, institution type, estimates on or off."""
    if len(rest) != 2 or rest[0] not in INSTITUTION_TYPES or rest[1] not in {"on", "off"}:
        return {}
    choice = MapChoice(indicator, rest[0], rest[1] == "on")
    values = values_of(atlas, choice)
    palette = paints(indicator)
    codes = drawing_codes(values)
    return {value.code: fill_of(palette[code]) for value, code in zip(values, codes, strict=True)}


def _groups(atlas: Atlas, _name: str, *rest: str) -> Mapping[str, Fill]:
    """The fills of the priority groups: need, gap, estimates on or off."""
    if len(rest) != 3 or not set(rest[:2]) <= set(INDICATORS) or rest[2] not in {"on", "off"}:
        return {}
    pair = pair_of(rest[0], rest[1], estimates=rest[2] == "on")
    found = standings(atlas, pair)
    return {one.place.code: _group_fill(one) for one in found}


# What hides a group, the strongest first; an estimate has the ground of zero: only its hatch counts
_UNKNOWN = {
    "no_answer": NO_ANSWER,
    "suppressed": SUPPRESSED,
    "not_published": NOT_PUBLISHED,
    "estimated": FIRST_ESTIMATED,
}


def _group_fill(one: Standing) -> Fill:
    for state, code in _UNKNOWN.items():
        for indicator, found in ((one.gap.indicator, one.column), (one.need.indicator, one.row)):
            if found == state:
                return fill_of(paints(indicator)[code])
    return Fill(GROUP_INKS[one.group])


def _change(atlas: Atlas, _name: str, *rest: str) -> Mapping[str, Fill]:
    """The fills of what changed: earlier wave, indicator, institution type, estimates on or off."""
    if len(rest) != 4 or rest[3] not in {"on", "off"}:
        return {}
    before, indicator, institution_type, switch = rest
    found = changes_of(atlas, before, MapChoice(indicator, institution_type, switch == "on"))
    palette = change_paints()
    return {change.code: fill_of(palette[change_code(change)]) for change in found}


PAINTERS: dict[str, Painter] = {
    **dict.fromkeys(INDICATORS, _view),
    GROUPS: _groups,
    CHANGE: _change,
}
