"""The map for a page without scripts: it takes the width that it is given, its hatch does not.

Areas and lines are stretched with the page. A pattern in them would be stretched too; so it fills
the whole picture, unstretched, and is cut to its areas by a clip path, which is stretched.
"""

from collections import defaultdict
from collections.abc import Iterator
from html import escape
from xml.etree import ElementTree

from dashboard.figures.colours import INK, WHITE, Paint, paints
from dashboard.figures.hatching import MAP, SMALL, Size, pattern, pattern_id
from dashboard.figures.picture import BESIDE, CITY_POINTS, FRAME
from dashboard.figures.projection import Point
from dashboard.figures.sheet_map import SVG, MapDrawing, fade, parsed

STRETCHED = (
    f'<svg viewBox="0 0 {FRAME.width:g} {FRAME.height:g}" width="100%" height="100%" '
    'preserveAspectRatio="none" fill-rule="evenodd" stroke-linejoin="round">'
)
# Pages show the map's own hatch; where they are narrow, the smaller one of small maps.
SIZES = (("embed-wide", MAP), ("embed-narrow", SMALL))
FIRST_MINOR = 5  # of the names of cities
MINOR = ' class="is-minor"'
Key = tuple[str, bool]  # a pattern, and whether its areas are faded


def embed_map(drawing: MapDrawing, indicator: str, label: str) -> str:
    """The map; it has no size of its own, and belongs into a box of the picture's proportions."""
    root = parsed(drawing, MAP)
    fade(root, drawing.kept)
    areas = [one for one in root if one.tag == f"{SVG}defs" or one.get("class") == "picture-areas"]
    lines = [one for one in root if one not in areas and one.get("class") != "picture-names"]
    _plain(areas, drawing)
    return (
        f'<svg xmlns="{SVG[1:-1]}" class="embed-map" role="img" aria-label="{escape(label)}">'
        f"<defs>{embed_patterns(indicator)}{_clips(drawing)}</defs>"
        f"{STRETCHED}{_written(areas)}</svg>{''.join(_hatched(drawing))}"
        f'<g class="embed-lines">{STRETCHED}{_written(lines)}'
        f"{_selection(drawing.selected)}</svg></g>{_names(drawing)}</svg>"
    )


def embed_patterns(indicator: str) -> str:
    """The patterns of map and legend, in both sizes."""
    return "".join(
        pattern(paint, size) for _, size in SIZES for paint in paints(indicator) if paint.pattern
    )


def _written(parts: list[ElementTree.Element]) -> str:
    written = "".join(ElementTree.tostring(one, encoding="unicode") for one in parts)
    return written.replace(f' xmlns="{SVG[1:-1]}"', "")


def _plain(areas: list[ElementTree.Element], drawing: MapDrawing) -> None:
    """Give the areas the ground of their pattern, and the name that a pointer asks for."""
    for part in areas:
        for one in part.findall(f"{SVG}pattern"):
            part.remove(one)
        for area in part.findall(f"{SVG}use"):
            code = area.get("data-code", "")
            area.set("fill", drawing.fills[code].colour)
            if drawing.labels.get(code):
                ElementTree.SubElement(area, f"{SVG}title").text = drawing.labels[code]


def _by_pattern(drawing: MapDrawing) -> dict[Key, tuple[Paint, list[str]]]:
    """The areas of each pattern, the faded ones apart."""
    found: dict[Key, list[str]] = defaultdict(list)
    used = {f.paint.pattern: f.paint for f in drawing.fills.values() if f.paint and f.paint.pattern}
    for code, fill in drawing.fills.items():
        if fill.paint and fill.paint.pattern:
            faded = bool(drawing.kept) and code not in drawing.kept
            found[fill.paint.pattern, faded].append(code)
    return {key: (used[key[0]], codes) for key, codes in sorted(found.items())}


def _clip_id(key: Key) -> str:
    name, faded = key
    return f"clip-{name}{'-faded' if faded else ''}"


def _clips(drawing: MapDrawing) -> str:
    scale = f"scale({1 / FRAME.width:.10g},{1 / FRAME.height:.10g})"
    return "".join(
        f'<clipPath id="{_clip_id(key)}" clipPathUnits="objectBoundingBox" transform="{scale}" '
        f'clip-rule="evenodd">{"".join(f"""<use href="#pic-{code}"/>""" for code in codes)}'
        "</clipPath>"
        for key, (_, codes) in _by_pattern(drawing).items()
    )


def _hatched(drawing: MapDrawing) -> Iterator[str]:
    for name, size in SIZES:
        rows = "".join(_row(key, paint, size) for key, (paint, _) in _by_pattern(drawing).items())
        yield f'<g class="embed-hatch {name}">{rows}</g>'


def _row(key: Key, paint: Paint, size: Size) -> str:
    faded = ' opacity="0.28"' if key[1] else ""
    return (
        f'<rect width="100%" height="100%" fill="url(#{pattern_id(paint, size)})" '
        f'clip-path="url(#{_clip_id(key)})"{faded}/>'
    )


def _selection(code: str) -> str:
    if not code:
        return ""
    return "".join(
        f'<use href="#pic-{code}" fill="none" stroke="{colour}" stroke-width="{width}"/>'
        for colour, width in ((WHITE, 6.2), (INK, 2.8))
    )


def _names(drawing: MapDrawing) -> str:
    """Names in the page's own size, placed by shares; the stylesheet hides minor ones on phones.

    Where a place is selected its name stands alone: at some width any other would meet it.
    """
    places = {drawing.label: drawing.label_point} if drawing.label else dict(CITY_POINTS)
    names = "".join(_name(*one, minor=at >= FIRST_MINOR) for at, one in enumerate(places.items()))
    return f'<g class="embed-names" aria-hidden="true">{names}</g>'


def _name(name: str, place: Point, *, minor: bool) -> str:
    x, y = FRAME.place(place)
    anchor = "start" if name in BESIDE else "middle"
    return (
        f'<text x="{x / FRAME.width:.2%}" y="{y / FRAME.height:.2%}" dy="0.33em" '
        f'text-anchor="{anchor}"{MINOR if minor else ""}>{escape(name)}</text>'
    )
