"""Paragraphs of an SVG: lines set by hand, since an SVG that every program opens wraps nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from dashboard.figures.colours import CLASS_OUTLINE, INK
from dashboard.figures.letters import FACES, lines_of

INK_2 = "#414A54"


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set."""

    face: str
    size: float
    leading: float
    colour: str = INK


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph whose beginning may be bold: the title of a notice, the name of a place."""

    text: str
    strong: str = ""

    @property
    def whole(self) -> str:
        """Both parts as one text."""
        return " ".join(part for part in (self.strong, self.text) if part)


HEADLINE = Style("headline", 28, 34)
LEAD = Style("text", 15, 21, INK_2)
NOTE = Style("text", 13, 18, INK_2)
SOURCE = Style("text", 12, 16, CLASS_OUTLINE)


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a sheet: its SVG, and where it ends."""

    svg: str
    bottom: float


def paragraph(said: Said, style: Style, left: float, top: float, width: float) -> Block:
    """Set a paragraph from `top` downwards; an empty one takes no room."""
    if not said.whole:
        return Block("", top)
    # The bold face is the wider one: what fits in bold fits in both.
    face = "strong" if said.strong else style.face
    lines = lines_of(said.whole, face, style.size, width)
    first = top + (style.leading + style.size * 0.7) / 2
    bold = len(said.strong)
    written = []
    for number, line in enumerate(lines):
        y = first + number * style.leading
        written.append(f'<tspan x="{left:g}" y="{y:g}">{_partly_bold(line, bold)}</tspan>')
        bold -= len(line) + 1
    attributes = type_of(style.face, style.size, style.colour)
    svg = f"<text {attributes}>{''.join(written)}</text>"
    return Block(svg, top + len(lines) * style.leading)


def _partly_bold(line: str, bold: int) -> str:
    if bold <= 0:
        return escape(line, quote=False)
    head, rest = line[:bold], line[bold:]
    return (
        f'<tspan font-weight="600">{escape(head, quote=False)}</tspan>{escape(rest, quote=False)}'
    )


def type_of(face: str, size: float, colour: str) -> str:
    """The attributes of a text in a face."""
    found = FACES[face]
    return (
        f'font-family="{found.families}" font-weight="{found.weight}" font-size="{size:g}" '
        f'fill="{colour}"'
    )


def line(text: str, style: Style, x: float, y: float, anchor: str = "start") -> str:
    """One line with its foot at `y`."""
    return (
        f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" '
        f"{type_of(style.face, style.size, style.colour)}>{escape(text, quote=False)}</text>"
    )


def flow(
    parts: Iterable[tuple[Said, Style, float]], left: float, top: float, width: float
) -> Block:
    """Set paragraphs one under another; each comes with the space above it."""
    svg = ""
    for said, style, space in parts:
        if said.whole:
            block = paragraph(said, style, left, top + space, width)
            svg, top = svg + block.svg, block.bottom
    return Block(svg, top)
