"""Takes the pictures of the documentation anew: `make shots` writes them to docs/img/."""

import struct
import tempfile
import zlib
from collections import Counter
from functools import cache
from pathlib import Path

from playwright.sync_api import Page

from dashboard.settings import read_settings
from tests.browser import verbs
from tests.browser.pixels import read_png
from tests.browser.serving import chromium, served

FOLDER = Path(__file__).parent.parent / "docs" / "img"
WIDTH, HEIGHT = 1440, 900
MOST_COLOURS = 256  # of a PNG with a palette
# Name → address, and a part that is there when the page is drawn to its end.
PAGES = {
    "profile-lv": ("/municipality/LV-041", ".profile-table"),
    "priorities-lv": ("/priorities?picked=LV-016,LV-041", ".priorities .picture-areas"),
    "compare-lv": ("/compare?municipality=LV-041", ".compare-card:nth-child(4) .picture-areas"),
    "table-lv": ("/table?rows=answers&municipality=LV-041&quotes=on", ".more-quote"),
    "study-lv": ("/study#question-case_experience", ".study :target"),
    "present-lv": ("/present?slide=training_coverage", ".slide.is-shown .picture-areas"),
}


def main() -> None:
    """Serve the database that is built and photograph each page, Jelgavas novads chosen."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    size = {"width": WIDTH, "height": HEIGHT}
    with tempfile.TemporaryDirectory() as folder:
        server = served(read_settings().database, Path(folder) / "log")
        with server as address, chromium() as browser:
            page = browser.new_page(base_url=address, viewport=size, reduced_motion="reduce")
            verbs.open_map(page, "municipality=LV-041")
            _take(page, "map-lv")
            for name, (path, part) in PAGES.items():
                verbs.open_page(page, path)
                page.locator(part).first.wait_for()
                _take(page, name)


def _take(page: Page, name: str) -> None:
    page.wait_for_function("() => document.fonts.status === 'loaded'")
    file = FOLDER / f"{name}.png"
    _, colours = read_png(page, page.screenshot())
    file.write_bytes(_png(colours))
    print(f"docs/img/{name}.png, {file.stat().st_size // 1000} kB")


def _png(colours: bytes) -> bytes:
    """A PNG of few colours: a byte a pixel, and of flat areas hardly that.

    The commonest colours stay as they are; the shades between them, at the edges of letters and
    outlines, take the nearest.
    """
    pixels = [colours[at : at + 3] for at in range(0, len(colours), 3)]
    palette = [colour for colour, _ in Counter(pixels).most_common(MOST_COLOURS)]

    @cache
    def nearest(pixel: bytes) -> int:
        return min(range(len(palette)), key=lambda at: _distance(palette[at], pixel))

    numbers = bytes(nearest(pixel) for pixel in pixels)
    rows = b"".join(b"\0" + numbers[at : at + WIDTH] for at in range(0, len(numbers), WIDTH))
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    parts = (
        (b"IHDR", head),
        (b"PLTE", b"".join(palette)),
        (b"IDAT", zlib.compress(rows, 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _distance(one: bytes, other: bytes) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)


if __name__ == "__main__":
    main()
