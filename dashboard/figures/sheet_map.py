"""The map inside a sheet: a picture with its lines, hatch and names at the sheet's size.

On a page CSS and a script keep those at their size on screen. A sheet has neither and is scaled as
one: here they become part of the drawing, in plain attributes that every program reads.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from xml.etree import ElementTree

from dashboard.figures.colours import INK, WHITE
from dashboard.figures.hatching import Size
from dashboard.figures.letters import FACES, width_of
from dashboard.figures.picture import BESIDE, CITY_POINTS, FRAME, Fill, Shapes, picture
from dashboard.figures.projection import Point

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"
ElementTree.register_namespace("", SVG[1:-1])
ElementTree.register_namespace("xlink", XLINK[1:-1])

# The map's patterns at twice their size, for a picture that a sheet shows at half of its own.
HALF = 0.5
SHEET = Size("-sheet", 16, 3, 2.1, 12)
FADED = "0.28"
NAME_SIZE = 13


@dataclass(frozen=True, slots=True)
class MapDrawing:
    """What a sheet's map shows."""

    shapes: Shapes
    fills: Mapping[str, Fill]
    kept: frozenset[str] = field(default=frozenset())  # the others are faded; empty: nothing is
    selected: str = ""
    label: str = ""  # the name of the selected municipality
    label_point: Point = (0, 0)  # longitude and latitude
    labels: Mapping[str, str] = field(default_factory=dict)  # code → name and value in words


def sheet_map(drawing: MapDrawing, left: float, top: float, width: float) -> str:
    """The map as a group, its upper left corner at (left, top)."""
    scale = width / FRAME.width
    root = parsed(drawing, SHEET)
    for group in [one for one in root if one.get("class") == "picture-names"]:
        root.remove(group)
    _fit(root, scale)
    fade(root, drawing.kept)
    root.tag = f"{SVG}g"
    root.attrib.pop("viewBox")
    root.set("transform", f"translate({left:g},{top:g}) scale({scale:g})")
    drawn = ElementTree.tostring(root, encoding="unicode")
    marks = f"{_selection(drawing.selected, scale)}{_names(drawing, scale)}</g>"
    return drawn.removesuffix("</g>") + marks


def parsed(drawing: MapDrawing, size: Size) -> ElementTree.Element:
    """The picture as a tree, its layers beside one another: nothing here zooms."""
    # S314: the text is not a stranger's.
    root = ElementTree.fromstring(picture(drawing.shapes, drawing.fills, size))  # noqa: S314
    (zoomed,) = (one for one in root if one.get("class") == "picture-zoom")
    root.remove(zoomed)
    root.extend(list(zoomed))
    return root


def map_height(width: float) -> float:
    """The height of a map of this width."""
    return width * FRAME.height / FRAME.width


def _fit(root: ElementTree.Element, scale: float) -> None:
    """Make lines and hatch part of the drawing."""
    for one in root.iter(f"{SVG}pattern"):
        if scale != HALF:
            one.set("patternTransform", f"scale({HALF / scale:g})")
    for one in _outside_patterns(root):
        one.attrib.pop("vector-effect", None)
        for name in ("stroke-width", "stroke-dasharray"):
            if one.get(name):
                one.set(name, " ".join(f"{float(n) / scale:g}" for n in one.attrib[name].split()))
        if one.get("href"):  # what programs read that know SVG 1.1 only
            one.set(f"{XLINK}href", one.attrib["href"])


def _outside_patterns(root: ElementTree.Element) -> Iterator[ElementTree.Element]:
    for one in root:
        if one.tag != f"{SVG}pattern":
            yield one
            yield from _outside_patterns(one)


def fade(root: ElementTree.Element, kept: frozenset[str]) -> None:
    """Fade the areas that are not kept, if any is."""
    for one in root.iter(f"{SVG}use"):
        if kept and one.get("data-code") and one.get("data-code") not in kept:
            one.set("opacity", FADED)


def _selection(code: str, scale: float) -> str:
    if not code:
        return ""
    return "".join(
        f'<use href="#pic-{code}" xlink:href="#pic-{code}" fill="none" stroke="{colour}" '
        f'stroke-width="{width / scale:g}"/>'
        for colour, width in ((WHITE, 6.2), (INK, 2.8))
    )


def _names(drawing: MapDrawing, scale: float) -> str:
    """The names of cities, and of the selected place: where both would meet, the latter stays."""
    size = NAME_SIZE / scale
    places = {name: (FRAME.place(point), name in BESIDE) for name, point in CITY_POINTS.items()}
    if drawing.label and drawing.label not in places:
        own = FRAME.place(drawing.label_point)
        places = {
            name: (point, beside)
            for name, (point, beside) in places.items()
            if not _meet(_box(name, point, size, beside=beside), _box(drawing.label, own, size))
        }
        places[drawing.label] = (own, False)
    # Twice: paint-order is not known everywhere.
    casing = f'fill="{WHITE}" stroke="{WHITE}" stroke-width="{3 / scale:g}"'
    written = "".join(
        f'<text x="{x:.0f}" y="{y + size * 0.33:.0f}" text-anchor="{_anchor(beside)}" {kind}>'
        f"{escape(name)}</text>"
        for kind in (casing, f'fill="{INK}"')
        for name, ((x, y), beside) in places.items()
    )
    families = FACES["strong"].families
    return f'<g font-family="{families}" font-weight="600" font-size="{size:g}">{written}</g>'


def _anchor(beside: bool) -> str:  # noqa: FBT001 - of a pair in a table
    return "start" if beside else "middle"


Box = tuple[float, float, float, float]


def _box(name: str, point: Point, size: float, *, beside: bool = False) -> Box:
    width, (x, y) = width_of(name, "strong", size), point
    left = x if beside else x - width / 2
    return left, y - size / 2, left + width, y + size / 2


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
