"""Patterns: the SVG definitions that a map carries, and the stylesheet that uses them.

`python -m dashboard.figures.hatching` writes assets/map.css anew; a test fails when it is stale.
"""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from dashboard.figures.changes import CHANGE, change_paints
from dashboard.figures.classes import NO_ANSWER, NOT_PUBLISHED, SUPPRESSED
from dashboard.figures.colours import (
    INDICATORS,
    NO_ANSWER_DOT,
    WHITE,
    Paint,
    all_patterned,
    hatch_line,
    own_colour,
    paints,
)

STYLESHEET = Path(__file__).parents[1] / "assets" / "map.css"


@dataclass(frozen=True, slots=True)
class Size:
    """The measures of the patterns at one place, in screen pixels."""

    suffix: str  # of pattern ids
    tile: int
    line: float
    dot: float
    pitch: int


MAP = Size("", 8, 1.5, 1.05, 6)
SMALL = Size("-small", 6, 1.2, 0.9, 5)
PRESENT = Size("-present", 16, 3.2, 2.2, 13)


def _number(value: float) -> str:
    return f"{value:g}"


def hatch_path(tile: int) -> str:
    """Return the path of a 45 degree hatch that joins up over tile borders.

    Drawn at whole pixels and unrotated: a patternTransform shimmers.
    """
    quarter = tile / 4
    a, b, c = _number(quarter), _number(3 * quarter), _number(5 * quarter)
    return f"M-{a},{a} {a},-{a} M0,{tile} {tile},0 M{b},{c} {c},{b}"


def _hatch(size: Size, line: str) -> str:
    return f'<path d="{hatch_path(size.tile)}" stroke="{line}" stroke-width="{size.line:g}"/>'


def _dots(size: Size, colour: str) -> str:
    middle = _number(size.pitch / 2)
    return f'<circle cx="{middle}" cy="{middle}" r="{size.dot:g}" fill="{colour}"/>'


def _bar(size: Size, colour: str) -> str:
    middle = _number(size.tile / 2)
    return f'<path d="M0,{middle}H{size.tile}" stroke="{colour}" stroke-width="{size.line:g}"/>'


def _signed(paint: Paint, size: Size, line: str) -> str:
    """Return a sign in the middle of four tiles, over their hatch on a disc of the ground."""
    middle, arm = size.tile, size.tile * 3 / 8
    stroke = f'stroke="{line}" stroke-width="{size.line:g}"'
    across = f"M{middle - arm:g},{middle}H{middle + arm:g}"
    down = f"M{middle},{middle - arm:g}V{middle + arm:g}" if paint.sign == "plus" else ""
    sign = f'<path d="{across}{down}" {stroke}/>'
    if not paint.hatched:
        return sign
    hatch = "".join(
        f'<path transform="translate({x} {y})" d="{hatch_path(size.tile)}" {stroke}/>'
        for x in (0, size.tile)
        for y in (0, size.tile)
    )
    disc = f'<circle cx="{middle}" cy="{middle}" r="{arm + size.line:g}" fill="{paint.ground}"/>'
    return f"{hatch}{disc}{sign}"


def _tile(paint: Paint, size: Size) -> tuple[int, str]:
    """Return the edge of a pattern's tile and what is drawn on its ground."""
    line = paint.line or WHITE
    if paint.sign:
        return 2 * size.tile, _signed(paint, size, line)
    if paint.code == NO_ANSWER:
        return size.pitch, _dots(size, line)
    if paint.code == SUPPRESSED:
        return size.tile, _bar(size, line)
    return size.tile, _hatch(size, line)


def pattern_id(paint: Paint, size: Size) -> str:
    """Return the id of a row's pattern at a size."""
    return f"{paint.pattern}{size.suffix}"


def pattern(paint: Paint, size: Size) -> str:
    """Return the `<pattern>` of a patterned row of the palette table; its id is in `pattern_id`."""
    edge, drawing = _tile(paint, size)
    return (
        f'<pattern id="{pattern_id(paint, size)}" '
        f'width="{edge}" height="{edge}" patternUnits="userSpaceOnUse">'
        f'<rect width="{edge}" height="{edge}" fill="{paint.ground}"/>{drawing}</pattern>'
    )


def all_patterns(*sizes: Size) -> str:
    """Return the definitions of every pattern of the palette table at these sizes."""
    return "".join(pattern(paint, size) for size in sizes for paint in all_patterned())


def _background(edge: int, drawing: str) -> str:
    """Return a tile as a CSS image, so that HTML (legend, squares) has the map's own hatch."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{edge}" height="{edge}" '
        f'viewBox="0 0 {edge} {edge}">{drawing}</svg>'
    )
    return f'url("data:image/svg+xml,{quote(svg, safe=" =:/,-.")}")'.replace("%22", "'")


def _variables() -> list[str]:
    """Return the tiles as custom properties: one per line colour and size."""
    lines = {f"hatch-{name}": own_colour(name) for name in INDICATORS}
    lines["hatch-light"] = WHITE
    rows = []
    for size in (MAP, SMALL):
        for name, colour in lines.items():
            image = _background(size.tile, _hatch(size, colour))
            rows.append(f"  --{name}{size.suffix}: {image};")
        dots = _background(size.pitch, _dots(size, NO_ANSWER_DOT))
        bars = _background(size.tile, _bar(size, NO_ANSWER_DOT))
        rows += [f"  --dots{size.suffix}: {dots};", f"  --bars{size.suffix}: {bars};"]
    return [":root {", *rows, "}"]


def _own() -> list[str]:
    """Return what `of-<indicator>` means to any part inside: its colours and its hatch."""
    return [
        f".of-{name} {{ --own: {own_colour(name)}; --own-hatch: var(--hatch-{name}-small); "
        f"--own-soft: {paints(name)[8].ground}; }}"
        for name in INDICATORS
    ]


def _image(paint: Paint, size: Size) -> str:
    if paint.code == NO_ANSWER:
        return f"var(--dots{size.suffix})"
    if paint.code == SUPPRESSED:
        return f"var(--bars{size.suffix})"
    light = hatch_line(paint.indicator, paint.code - 6) == WHITE
    name = "light" if light else paint.indicator
    return f"var(--hatch-{name}{size.suffix})"


def _fills() -> list[str]:
    """Return the class `fill-<indicator>-<code>` for each row of the palette table."""
    rules = []
    for indicator in INDICATORS:
        for paint in paints(indicator):
            image = f" {_image(paint, MAP)}" if paint.pattern else ""
            rules.append(f".fill-{indicator}-{paint.code} {{ background: {paint.ground}{image}; }}")
    return [*rules, *_change_fills()]


def _change_fills() -> list[str]:
    """Return the class `fill-change-<code>` for each row of the palette of changes."""
    rules = []
    for paint in change_paints().values():
        image = f" {_background(*_tile(paint, SMALL))}" if paint.pattern else ""
        rules.append(f".fill-{CHANGE}-{paint.code} {{ background: {paint.ground}{image}; }}")
    return rules


def _areas() -> list[str]:
    """Return the rules that paint the live map: `paint-<code>` within `paints-<indicator>`."""
    return [
        f".paints-{name} > .paint-{paint.code} {{ fill: {_fill(paint, MAP)}; }}"
        for name in INDICATORS
        for paint in paints(name)
    ]


def _areas_on_phones() -> list[str]:
    return [
        f".paints-{name} > .paint-{paint.code} {{ fill: {_fill(paint, SMALL)}; }}"
        for name in INDICATORS
        for paint in paints(name)
        if paint.pattern
    ]


def _fill(paint: Paint, size: Size) -> str:
    # What is not published is transparent and not "none": the pointer must still find the area.
    return f"url(#{pattern_id(paint, size)})" if paint.pattern else paint.ground


def _boundaries() -> list[str]:
    """Return what a boundary of the live map is around the unpublished: dashed."""
    return [f".picture-lines > .paint-{NOT_PUBLISHED} {{ stroke-dasharray: 2.5 2.5; }}"]


def stylesheet() -> str:
    """Return the whole text of assets/map.css."""
    head = "/* Generated by `python -m dashboard.figures.hatching` from the palette table. */"
    phone = ["@media screen and (max-width: 767px) {", *_areas_on_phones(), "}"]
    blocks = [[head], _variables(), _own(), _fills(), _areas(), _boundaries(), phone]
    return "\n".join(line for block in blocks for line in block) + "\n"


if __name__ == "__main__":
    STYLESHEET.write_text(stylesheet(), encoding="utf-8")
