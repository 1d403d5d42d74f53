"""The map's legend as SVG: the same columns, counts and patterns as on the page."""

from collections.abc import Sequence

from dashboard.components.legend import Column, bar_height, column_pieces
from dashboard.figures.classes import NO_ANSWER, NOT_PUBLISHED
from dashboard.figures.colours import CLASS_OUTLINE, paints
from dashboard.figures.hatching import MAP, pattern, pattern_id
from dashboard.figures.letters import ROOM, width_of
from dashboard.figures.paragraphs import INK_2, Style, line

WIDTH, SWATCH, OUTLINE = 62, 16, 0.9
GAPS = {"gap-10": 10, "gap-16": 16}
COUNT = Style("strong", 13, 16)
ZERO = Style("text", 13, 16, CLASS_OUTLINE)
RANGE = Style("text", 13, 16, INK_2)
WORD = Style("strong", 13, 16)
HEIGHT = 124  # from the tallest bar's count down to the words


def legend_patterns(indicator: str) -> str:
    """The patterns of an indicator's legend, each in the size that the map on the page has."""
    return "".join(pattern(paint, MAP) for paint in paints(indicator) if paint.pattern)


def swatch(indicator: str, code: int, box: tuple[float, float, float, float]) -> str:
    """A box filled as the areas of a drawing code are."""
    x, y, width, height = box
    paint = paints(indicator)[code]
    fill = f"url(#{pattern_id(paint, MAP)})" if paint.pattern else paint.ground
    if code == NOT_PUBLISHED:
        fill = 'none" stroke-dasharray="2.5 2.5'
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" fill="{fill}" '
        f'stroke="{CLASS_OUTLINE}" stroke-width="{OUTLINE}"/>'
    )


def sheet_legend(indicator: str, columns: Sequence[Column], left: float, top: float) -> str:
    """The legend's columns from left to right, as high as HEIGHT."""
    tallest = max(1, *(column.count for column in columns if column.bar))
    foot = top + HEIGHT - 2 * RANGE.leading - SWATCH - 7
    svg = ""
    for column in columns:
        left += GAPS.get(column.gap, 0)
        width = _width(column)
        svg += _column(indicator, column, (left, foot, width), tallest)
        left += width
    return svg


def _width(column: Column) -> float:
    if isinstance(column.key, int) and column.key < NO_ANSWER:
        return WIDTH
    return max(WIDTH, width_of(column.range, RANGE.face, RANGE.size) * ROOM + 4)


def _column(indicator: str, column: Column, place: tuple[float, float, float], tallest: int) -> str:
    """Count, bar, swatch, range and word; `place` is left edge, foot of the bar, width."""
    left, foot, width = place
    middle, top, svg = left + width / 2, foot, ""
    for count, code in reversed(column_pieces(column)):
        height = bar_height(count, tallest)
        top -= height
        svg += swatch(indicator, code, (left + width * 0.2, top, width * 0.6, height))
    svg += line(str(column.count), COUNT if column.count else ZERO, middle, top - 5, "middle")
    svg += swatch(indicator, column.swatch, (left, foot + 3, width, SWATCH))
    below = foot + 3 + SWATCH + RANGE.leading
    svg += line(column.range, RANGE, middle, below, "middle")
    return svg + (line(column.word, WORD, middle, below + 16, "middle") if column.word else "")


def legend_rows(
    indicator: str, columns: Sequence[Column], place: tuple[float, float, float], size: float
) -> str:
    """The legend as rows, from all down to none, without classes that nobody is in.

    `place` is left edge, top, and where the counts end.
    """
    left, top, right = place
    text, strong = Style("text", size, 0, INK_2), Style("strong", size, 0)
    classes = [one for one in columns if isinstance(one.key, int) and one.key < NO_ANSWER][::-1]
    svg = ""
    for column in [*classes, *columns[len(classes) :]]:
        if not column.count and column.key != NO_ANSWER:
            continue
        said = f"{column.range} {column.word}".strip()
        svg += swatch(indicator, column.swatch, (left, top, size * 2.2, size * 1.25))
        svg += line(said, text, left + size * 2.8, top + size, "start")
        svg += line(str(column.count), strong, right, top + size, "end")
        top += size * 1.9
    return svg
