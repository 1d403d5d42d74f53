"""Measures the letters of the page's fonts: `python -m tests.letter_widths` writes them anew.

A server has no fonts to measure with, yet a map sheet is wrapped by the server: so Chromium
measures once, and the browser tests hold the table against the fonts.
"""

import json

from playwright.sync_api import Page

from dashboard.figures.letters import FACES, TABLE
from tests.browser.serving import chromium
from tests.fonts import font_faces

LETTERS = (
    "".join(map(chr, range(32, 127))) + "\u00a0\u2060§«°·»½×ĀāČčĒēĢģĪīĶķĻļŅņŌōŖŗŠšŪūŽž–—‘’“”„…€"
)

# Thousandths of the size of type, measured large so that nothing is rounded.
MEASURE = """async ([faces, letters]) => {
  const pen = new OffscreenCanvas(1, 1).getContext('2d');
  const widths = {};
  for (const [name, font] of Object.entries(faces)) {
    await document.fonts.load(font, letters);
    pen.font = font;
    const size = parseFloat(font.split(' ')[1]);
    const width = (letter) => Math.round(pen.measureText(letter).width * 1000 / size);
    widths[name] = Object.fromEntries([...letters].map((one) => [one, width(one)]));
  }
  return widths;
}"""


def measured(page: Page) -> dict[str, dict[str, int]]:
    """The widths as a browser has them that shows the page's own fonts."""
    fonts = {
        name: f"{face.weight} {face.measured_at}px {face.families}" for name, face in FACES.items()
    }
    page.set_content(f"<style>{font_faces()}</style>")
    widths: dict[str, dict[str, int]] = page.evaluate(MEASURE, [fonts, LETTERS])
    return widths


def main() -> None:
    """Measure and write."""
    with chromium() as browser:
        table = measured(browser.new_page())
    rows = (f' "{name}": {json.dumps(one, ensure_ascii=False)}' for name, one in table.items())
    TABLE.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
