"""Lines of text for an SVG, which wraps nothing: broken by the measured widths of the letters.

The widths are those of the page's fonts, in thousandths of the size of type. Where an SVG is opened
without them, a face of its `font-family` stands in that may be wider: ROOM is left for it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("letter_widths.json")
ROOM = 1.3
SERIF = "'Karte Serif', 'Source Serif 4', Georgia, 'Times New Roman', serif"
SANS = "'Karte Sans', 'Source Sans 3', 'Segoe UI', Arial, sans-serif"


@dataclass(frozen=True, slots=True)
class Face:
    """A face of type: what it is asked for by, and the size at which it was measured."""

    families: str
    weight: int
    measured_at: int  # px; the serif is drawn wider where it is small


FACES: Mapping[str, Face] = {
    "headline": Face(SERIF, 600, 28),
    "text": Face(SANS, 400, 15),
    "strong": Face(SANS, 600, 15),
}


@cache
def _widths() -> Mapping[str, Mapping[str, int]]:
    table: Mapping[str, Mapping[str, int]] = json.loads(TABLE.read_text(encoding="utf-8"))
    return table


def width_of(text: str, face: str, size: float) -> float:
    """The width of a text in pixels; a letter that was not measured is taken for a wide one."""
    widths = _widths()[face]
    return sum(widths.get(letter, widths["W"]) for letter in text) * size / 1000


def balanced(text: str, face: str, size: float, width: float) -> float:
    """The least width in which a text takes no more lines: none of them is a word alone."""
    least = len(lines_of(text, face, size, width))
    while len(lines_of(text, face, size, width - 10)) == least and width > size:
        width -= 10
    return width


def lines_of(text: str, face: str, size: float, width: float) -> list[str]:
    """The text in lines of at most `width` pixels; it breaks at spaces, never at U+00A0."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, face, size) * ROOM <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
