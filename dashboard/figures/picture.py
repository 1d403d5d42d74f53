"""A map as one SVG: areas in the palette's paints, boundaries, the country, names of cities.

Pure: path data and paints in, text out. The file stands on its own (its patterns are in it); on a
page assets/picture.js puts it in place and keeps hatch, lines and names at their size on screen.
The live map (live_map.py) is the same drawing with classes in place of paints.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from dashboard.figures.colours import CLASS_OUTLINE, COUNTRY_OUTLINE, INK, WHITE, Paint
from dashboard.figures.hatching import Size, pattern, pattern_id
from dashboard.figures.projection import Frame

# Half a pixel on the widest screen that a map fills; whole numbers keep the paths short.
FRAME = Frame(2000, 1190, 12)
DASHED = ' stroke-dasharray="2.5 2.5"'

# Names are the same in both languages. The first five stay on phones, where CSS hides the rest.
CITY_POINTS: Mapping[str, tuple[float, float]] = {
    "Rīga": (24.105, 56.95),
    "Daugavpils": (26.62, 55.875),
    "Liepāja": (21.02, 56.51),
    "Valmiera": (25.43, 57.54),
    "Ventspils": (21.70, 57.39),
    "Jelgava": (23.72, 56.65),
    "Jēkabpils": (25.87, 56.50),
    "Rēzekne": (27.34, 56.51),
    "Jūrmala": (23.62, 56.96),
}
BESIDE = ("Liepāja",)  # begins at its point: at the coast a phone would cut a centred name


@dataclass(frozen=True, slots=True)
class Shapes:
    """The path data of one boundary set, in pixels of FRAME."""

    areas: Mapping[str, str]  # code → path data
    country: str
    old: str = ""  # the boundaries that a reform wiped off the map, drawn thin under the newer ones


@dataclass(frozen=True, slots=True)
class Layers:
    """The markup of what differs between a picture and the live map."""

    patterns: str
    areas: str  # the group of the areas
    boundaries: str  # inside the group of the boundaries
    names: str = ""  # of what lies around Latvia
    marks: str = ""  # over the boundaries


@dataclass(frozen=True, slots=True)
class Fill:
    """How one area is filled: a colour, or a pattern of the palette table over it."""

    colour: str  # "#RRGGBB", or "transparent" where nothing is published
    paint: Paint | None = None  # the row of the palette table; None: the plain colour

    def attribute(self, size: Size) -> str:
        """The value of the attribute `fill`."""
        if self.paint and self.paint.pattern:
            return f"url(#pic-{pattern_id(self.paint, size)})"
        return self.colour


def fill_of(paint: Paint) -> Fill:
    """Return the fill of a row of the palette table."""
    return Fill(paint.ground, paint)


def picture(shapes: Shapes, fills: Mapping[str, Fill], size: Size) -> str:
    """Return the SVG of all areas; every id in it begins with `pic-`.

    Lines do not grow with the picture; their widths are those of the live map.
    """
    areas = f'<g class="picture-areas">{_areas(fills, size)}</g>'
    return drawing(shapes, Layers(_patterns(fills.values(), size), areas, _boundaries(fills)))


def drawing(shapes: Shapes, layers: Layers) -> str:
    """Return the SVG around the layers; all that a zoom moves is in the group `picture-zoom`."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {FRAME.width:g} {FRAME.height:g}" '
        'fill-rule="evenodd" stroke-linejoin="round" class="picture-map">'
        f"<defs>{layers.patterns}{_paths(shapes.areas)}</defs>"
        f'<g class="picture-zoom">{layers.areas}{_old(shapes.old)}'
        f"<g {_kind(new=bool(shapes.old))}>{layers.boundaries}</g>"
        f'<path d="{shapes.country}" class="picture-country" vector-effect="non-scaling-stroke" '
        f"{_line(COUNTRY_OUTLINE, 1.1)}/>"
        f'{layers.marks}<g class="picture-names">{_names()}{layers.names}</g></g></svg>'
    )


def _line(colour: str, width: float, opacity: float = 1) -> str:
    return f'fill="none" stroke="{colour}" stroke-width="{width:g}" stroke-opacity="{opacity:g}"'


def _kind(*, new: bool) -> str:
    """Return class and line of the boundaries: new ones over old ones are heavier."""
    if new:
        return f'class="picture-lines is-new" {_line(INK, 1.5)}'
    return f'class="picture-lines" {_line(CLASS_OUTLINE, 0.8, 0.75)}'


def _patterns(fills: Iterable[Fill], size: Size) -> str:
    used = {f.paint.pattern: f.paint for f in fills if f.paint and f.paint.pattern}
    drawn = (pattern(paint, size) for _, paint in sorted(used.items()))
    return "".join(one.replace(' id="', ' id="pic-') for one in drawn)


def _paths(areas: Mapping[str, str]) -> str:
    return "".join(
        f'<path id="pic-{code}" d="{data}" vector-effect="non-scaling-stroke"/>'
        for code, data in areas.items()
    )


def _areas(fills: Mapping[str, Fill], size: Size) -> str:
    return "".join(
        f'<use href="#pic-{code}" data-code="{code}" fill="{fill.attribute(size)}"/>'
        for code, fill in fills.items()
    )


def _boundaries(fills: Mapping[str, Fill]) -> str:
    """Return the boundaries: over hatch with a white casing, dashed where nothing is published."""
    hatched = [code for code, fill in fills.items() if fill.paint and 6 <= fill.paint.code <= 11]
    dashed = {code for code, fill in fills.items() if fill.colour == "transparent"}
    casing = "".join(f'<use href="#pic-{code}"/>' for code in hatched)
    lines = "".join(
        f'<use href="#pic-{code}"{DASHED if code in dashed else ""}/>' for code in fills
    )
    return f"{cased(casing)}{lines}"


def cased(casing: str) -> str:
    """Return the group of the white casings under the boundaries."""
    return f'<g class="picture-cased" {_line(WHITE, 1.7)}>{casing}</g>'


def _old(old: str) -> str:
    if not old:
        return ""
    path = f'<path d="{old}" vector-effect="non-scaling-stroke" '
    return f"{path}{_line(WHITE, 1.8)}/>{path}{_line(COUNTRY_OUTLINE, 0.5, 0.5)}/>"


def _names() -> str:
    return "".join(
        name_at(name, point, "start" if name in BESIDE else "middle")
        for name, point in CITY_POINTS.items()
    )


def name_at(name: str, point: tuple[float, float], anchor: str = "middle", kind: str = "") -> str:
    """Return a name at a longitude and latitude; `kind` is a class of it."""
    x, y = FRAME.place(point)
    own = f' class="{kind}"' if kind else ""
    return (
        f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}" dominant-baseline="central" '
        f'fill="{INK}" stroke="{WHITE}" paint-order="stroke"{own}>{escape(name)}</text>'
    )
