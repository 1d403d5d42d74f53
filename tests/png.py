"""PNG files without row filters: of flat areas they are smaller than the browser's own."""

import struct
import zlib
from collections import Counter
from collections.abc import Sequence

Colour = tuple[int, int, int]
MOST_COLOURS = 32
FLAT = 12  # the commonest are the picture's flat colours, however near to one another
APART = 400  # squared distance of red, green and blue


def png(width: int, colours: bytes) -> bytes:
    """A picture from the red, green and blue of every pixel."""
    return _file(width, len(colours) // (3 * width), 2, _rows(colours, 3 * width))


def palette_png(width: int, colours: bytes) -> bytes:
    """The same with 32 colours, frequent and apart; any other becomes the nearest of them."""
    pixels = list(zip(*[iter(colours)] * 3, strict=True))
    counted = Counter(pixels)
    kept = _apart([colour for colour, _ in counted.most_common()])
    place = {colour: at for at, colour in enumerate(kept)}
    place |= {one: _nearest(one, kept) for one in counted if one not in place}
    rows = _rows(bytes(place[one] for one in pixels), width)
    table = _chunk(b"PLTE", bytes(part for colour in kept for part in colour))
    return _file(width, len(pixels) // width, 3, rows, table)


def _apart(colours: Sequence[Colour]) -> list[Colour]:
    """The flat colours, then those that are not nearly one of those before: no rare one is lost."""
    kept: list[Colour] = []
    for one in colours:
        apart = len(kept) < FLAT or all(_distance(one, other) > APART for other in kept)
        if len(kept) < MOST_COLOURS and apart:
            kept.append(one)
    return kept


def _distance(one: Colour, other: Colour) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def _nearest(one: Colour, kept: Sequence[Colour]) -> int:
    return min(range(len(kept)), key=lambda at: _distance(one, kept[at]))


def _rows(data: bytes, row: int) -> bytes:
    return b"".join(b"\0" + data[at : at + row] for at in range(0, len(data), row))


def _file(width: int, height: int, kind: int, rows: bytes, table: bytes = b"") -> bytes:
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0))
    body = _chunk(b"IDAT", zlib.compress(rows, 9))
    return b"\x89PNG\r\n\x1a\n" + head + table + body + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)
