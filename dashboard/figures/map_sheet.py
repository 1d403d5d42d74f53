"""A map that leaves the site: one SVG with its sentence, legend, source and data version.

Pure: words and a drawing in, text out. It needs nothing beside it: no stylesheet, no script, no
font, no other file; and the same in gives the same out.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

from dashboard.components.legend import Column
from dashboard.figures.colours import STAGE, WHITE, own_colour
from dashboard.figures.paragraphs import (
    HEADLINE,
    LEAD,
    NOTE,
    SOURCE,
    Block,
    Said,
    Style,
    flow,
    line,
)
from dashboard.figures.sheet_legend import HEIGHT as LEGEND_HEIGHT
from dashboard.figures.sheet_legend import legend_patterns, sheet_legend
from dashboard.figures.sheet_map import MapDrawing, map_height, sheet_map

GUTTER, MAP_WIDTH = 28, 1000
WIDTH = MAP_WIDTH + 2 * GUTTER  # on A4 laid across it has its natural size
LEGEND_OVER_MAP = 104  # the south-west of the map is free
MARK = (  # the product's mark: solid, outlined, hatched, dotted
    '<rect x="1" y="1" width="12" height="12" rx="1" fill="#15191E"/>'
    '<g fill="#FFFFFF" stroke="#15191E" stroke-width="1.6">'
    '<rect x="16" y="2" width="10.4" height="10.4" rx="1"/>'
    '<rect x="1.8" y="16.8" width="10.4" height="10.4" rx="1"/></g>'
    '<path d="M2 21.5 6.5 17M2 25.5 10.5 17M4 27 12 19M8 27 12 23" fill="none" stroke="#15191E" '
    'stroke-width="1.5"/><path d="M17.5 18.5h.01M21.5 18.5h.01M25.5 18.5h.01M17.5 22.3h.01M21.5 '
    '22.3h.01M25.5 22.3h.01M17.5 26.1h.01M21.5 26.1h.01M25.5 26.1h.01" fill="none" '
    'stroke="#15191E" stroke-width="2" stroke-linecap="round"/>'
)
KICKER = Style("text", 15, 20, "#414A54")
PRODUCT = Style("headline", 16, 20)


@dataclass(frozen=True, slots=True)
class SheetWords:
    """What a sheet says, from above."""

    lang: str
    product: str
    kicker: Said  # indicator; institutions, place, boundaries
    map_label: str  # the name of the map alone
    headline: str
    lead: str
    chosen: Said  # the selected municipality and its value in words
    notices: Sequence[Said]
    legend: Said
    counted: str  # the legend's counts as one text, for who does not see them
    foot: Sequence[str]  # source, survey, data version; how to cite; the boundaries' source
    short_foot: str = ""


@dataclass(frozen=True, slots=True)
class MapSheet:
    """All that a sheet is made of."""

    indicator: str
    words: SheetWords
    drawing: MapDrawing
    columns: Sequence[Column] = field(default=())


def map_sheet(sheet: MapSheet) -> str:
    """The sheet: sentence, map with legend, source, from above down."""
    head = _head(sheet)
    stage = _stage(sheet, head.bottom + 16)
    foot = flow(
        [(Said(one), SOURCE, 10 if number else 12) for number, one in enumerate(sheet.words.foot)],
        GUTTER,
        stage.bottom,
        MAP_WIDTH,
    )
    return svg_file(sheet, f"{head.svg}{stage.svg}{foot.svg}", (WIDTH, round(foot.bottom + 18)))


def svg_file(sheet: MapSheet, content: str, size: tuple[int, int]) -> str:
    """Content as a file: white ground, the legend's patterns, title and description."""
    words, (width, height) = sheet.words, size
    title = f"{words.headline}. {words.kicker.whole}"
    described = " ".join(part for part in (words.lead, words.chosen.whole, words.counted) if part)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" '
        f'lang="{words.lang}" xml:lang="{words.lang}" aria-labelledby="sheet-title sheet-desc">'
        f'<title id="sheet-title">{escape(title, quote=False)}</title>'
        f'<desc id="sheet-desc">{escape(described, quote=False)}</desc>'
        f"<defs>{legend_patterns(sheet.indicator)}</defs>"
        f'<rect width="{width}" height="{height}" fill="{WHITE}"/>{content}</svg>\n'
    )


def _head(sheet: MapSheet) -> Block:
    words = sheet.words
    kicker = flow([(words.kicker, KICKER, 0)], GUTTER + 24, 22, MAP_WIDTH - 200)
    left = GUTTER + MAP_WIDTH
    named = (
        f'<rect x="{GUTTER}" y="25" width="14" height="14" rx="1.5" '
        f'fill="{own_colour(sheet.indicator)}"/>{kicker.svg}'
        f"{line(words.product, PRODUCT, left - 28, 38, 'end')}{mark(left - 20, 22, 20)}"
    )
    parts = [(Said(words.headline), HEADLINE, 10.0), (Said(words.lead), LEAD, 6.0)]
    parts.append((words.chosen, Style("text", 15, 21), 8.0))
    parts += [(one, NOTE, 8.0) for one in words.notices]
    said = flow(parts, GUTTER, kicker.bottom, MAP_WIDTH)
    return Block(named + said.svg, said.bottom)


def mark(left: float, top: float, size: float) -> str:
    """The product's mark."""
    return f'<g transform="translate({left:g},{top:g}) scale({size / 28:g})">{MARK}</g>'


def _stage(sheet: MapSheet, top: float) -> Block:
    """The map on its ground, the legend in the free south-west."""
    words = sheet.words
    title_top = top + 12 + map_height(MAP_WIDTH) - LEGEND_OVER_MAP
    title = flow([(words.legend, Style("text", 14, 20, "#414A54"), 0)], GUTTER, title_top, 700)
    bottom = title.bottom + LEGEND_HEIGHT + 14
    legend = sheet_legend(sheet.indicator, sheet.columns, GUTTER, title.bottom)
    ground = f'<rect y="{top:g}" width="{WIDTH}" height="{bottom - top:g}" fill="{STAGE}"/>'
    drawn = sheet_map(sheet.drawing, GUTTER, top + 12, MAP_WIDTH)
    return Block(ground + drawn + title.svg + legend, bottom)
