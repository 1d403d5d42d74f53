"""What a picture that Chromium took shows, pixel by pixel; Chromium itself reads the PNG."""

import base64
from collections import Counter

from playwright.sync_api import Page

# The red, green and blue of every pixel of a picture.
READ = """async (picture) => {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
  canvas.drawImage(image, 0, 0);
  const { data } = canvas.getImageData(0, 0, image.width, image.height);
  return [image.width, new Uint8Array(data.filter((_, at) => at % 4 < 3)).toBase64()];
}"""


def read_png(page: Page, picture: bytes) -> tuple[int, bytes]:
    """The width of a PNG, and three bytes a pixel, row by row."""
    width, colours = page.evaluate(READ, base64.b64encode(picture).decode())
    return width, base64.b64decode(colours)


def rows_of(page: Page, picture: bytes) -> list[list[str]]:
    """The rows of a PNG, "r,g,b" a pixel."""
    width, data = read_png(page, picture)
    pixels = [",".join(map(str, data[at : at + 3])) for at in range(0, len(data), 3)]
    return [pixels[at : at + width] for at in range(0, len(pixels), width)]


def colours_of(page: Page, picture: bytes) -> Counter[str]:
    """The colours of a PNG, and how many pixels have each."""
    return Counter(colour for row in rows_of(page, picture) for colour in row)
