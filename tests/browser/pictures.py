"""Pictures as tests read them: the colours of a PNG, decoded by the browser itself."""

import base64
from dataclasses import dataclass

from playwright.sync_api import Page

Colour = tuple[int, int, int]

# Width, and the red, green and blue of every pixel.
DECODED = """async (picture) => {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
  canvas.drawImage(image, 0, 0);
  const { data } = canvas.getImageData(0, 0, image.width, image.height);
  return [image.width, new Uint8Array(data.filter((_, at) => at % 4 < 3)).toBase64()];
}"""


@dataclass(frozen=True, slots=True)
class Picture:
    """A decoded picture."""

    width: int
    colours: bytes  # three a pixel, row by row

    @property
    def height(self) -> int:
        """The number of rows."""
        return len(self.colours) // (3 * self.width)

    def at(self, x: int, y: int) -> Colour:
        """The colour of a pixel."""
        start = 3 * (y * self.width + x)
        red, green, blue = self.colours[start : start + 3]
        return red, green, blue

    def block(self, left: int, top: int, size: int) -> list[list[Colour]]:
        """The rows of a square."""
        return [[self.at(x, y) for x in range(left, left + size)] for y in range(top, top + size)]


def decoded(page: Page, png: bytes) -> Picture:
    """A PNG's pixels."""
    width, colours = page.evaluate(DECODED, base64.b64encode(png).decode())
    return Picture(width, base64.b64decode(colours))
