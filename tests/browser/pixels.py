"""What a picture that Chromium took shows, pixel by pixel; Chromium itself reads the PNG."""

from collections import Counter

from playwright.sync_api import Page

from tests.browser.pictures import decoded


def read_png(page: Page, picture: bytes) -> tuple[int, bytes]:
    """The width of a PNG, and three bytes a pixel, row by row."""
    found = decoded(page, picture)
    return found.width, found.colours


def rows_of(page: Page, picture: bytes) -> list[list[str]]:
    """The rows of a PNG, "r,g,b" a pixel."""
    width, data = read_png(page, picture)
    pixels = [",".join(map(str, data[at : at + 3])) for at in range(0, len(data), 3)]
    return [pixels[at : at + width] for at in range(0, len(pixels), width)]


def colours_of(page: Page, picture: bytes) -> Counter[str]:
    """The colours of a PNG, and how many pixels have each."""
    return Counter(colour for row in rows_of(page, picture) for colour in row)
