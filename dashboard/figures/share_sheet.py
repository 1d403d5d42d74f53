"""A view as the picture that a link carries along: 1200 to 630, read in a second, and small."""

from collections.abc import Mapping
from html import escape

from dashboard.figures.colours import STAGE, own_colour
from dashboard.figures.letters import ROOM, balanced
from dashboard.figures.map_sheet import MapSheet, mark, svg_file
from dashboard.figures.paragraphs import INK_2, Said, Style, flow, line
from dashboard.figures.sheet_legend import legend_rows
from dashboard.figures.sheet_map import map_height, sheet_map

WIDTH, HEIGHT = 1200, 630
GUTTER, MAP_WIDTH = 44, 736
FOOT = 40
HEADLINE = Style("headline", 44, 52)
KICKER = Style("strong", 24, 30)
SOURCE = Style("text", 20, 26, INK_2)
TITLE = Style("text", 17, 22, INK_2)
PRODUCT = Style("headline", 24, 28)
NAME = Style("headline", 72, 80)
LEAD = Style("text", 32, 42, INK_2)


def share_sheet(sheet: MapSheet) -> str:
    """The picture: sentence, map with its legend as rows, source."""
    words = sheet.words
    ground = f'<rect y="0" width="{WIDTH}" height="{HEIGHT}" fill="{STAGE}"/>'
    # The pictures are drawn with the page's own letters: no room is left for wider ones.
    width = balanced(words.headline, HEADLINE.face, HEADLINE.size, (WIDTH - 2 * GUTTER) * ROOM)
    head = flow([(Said(words.headline), HEADLINE, 0)], GUTTER, 34, width)
    foot = HEIGHT - FOOT
    left, top = WIDTH - MAP_WIDTH - 20, foot - 20 - map_height(MAP_WIDTH)
    drawn = sheet_map(sheet.drawing, left, top, MAP_WIDTH)
    own = (
        f'<rect x="{GUTTER}" y="{head.bottom + 20:g}" width="20" height="20" rx="2" '
        f'fill="{own_colour(sheet.indicator)}"/>'
        f"{line(words.kicker.strong, KICKER, GUTTER + 30, head.bottom + 38)}"
    )
    title = flow([(words.legend, TITLE, 0)], GUTTER, head.bottom + 50, 340 * ROOM)
    rows = (GUTTER, title.bottom + 12, left - 60)
    legend = legend_rows(sheet.indicator, sheet.columns, rows, 20)
    named = (
        f"{mark(GUTTER, foot - 8, 24)}{line(words.product, PRODUCT, GUTTER + 34, foot + 12)}"
        f"{line(words.short_foot, SOURCE, WIDTH - GUTTER, foot + 12, 'end')}"
    )
    return svg_file(
        sheet, f"{ground}{drawn}{head.svg}{own}{title.svg}{legend}{named}", (WIDTH, HEIGHT)
    )


def neutral_sheet(product: str, said: str, lang: str) -> str:
    """The picture that shows no data: the mark, the name, what the site is."""
    left = 2 * GUTTER
    words = flow([(Said(said), LEAD, 0)], left, 380, 820 * ROOM)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" lang="{lang}" xml:lang="{lang}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{STAGE}"/>'
        f"{mark(left, 150, 112)}{line(product, NAME, left, 350)}{words.svg}</svg>\n"
    )


def share_tags(named: Mapping[str, str]) -> str:
    """The tags of a page's head by which a link shows its picture: property → content."""
    return "".join(
        f'<meta {"name" if one.startswith("twitter:") else "property"}="{one}" '
        f'content="{escape(content)}">\n'
        for one, content in named.items()
    )
