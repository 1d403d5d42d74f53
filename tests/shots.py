"""Takes the pictures of the documentation anew: `make shots` writes them to docs/img/."""

import base64
import struct
import tempfile
import zlib
from pathlib import Path

from playwright.sync_api import Page

from dashboard.settings import read_settings
from tests.browser import verbs
from tests.browser.serving import chromium, served

FOLDER = Path(__file__).parent.parent / "docs" / "img"
WIDTH, HEIGHT = 1440, 900

# The red, green and blue of every pixel of a picture.
COLOURS = """async (picture) => {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
  canvas.drawImage(image, 0, 0);
  const { data } = canvas.getImageData(0, 0, image.width, image.height);
  return new Uint8Array(data.filter((_, at) => at % 4 < 3)).toBase64(); // without opacity
}"""


def main() -> None:
    """Serve the database that is built and photograph map and profile of Jelgavas novads."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    size = {"width": WIDTH, "height": HEIGHT}
    with tempfile.TemporaryDirectory() as folder:
        server = served(read_settings().database, Path(folder) / "log")
        with server as address, chromium() as browser:
            page = browser.new_page(base_url=address, viewport=size, reduced_motion="reduce")
            verbs.open_map(page, "municipality=LV-041")
            _take(page, "map-lv")
            verbs.open_page(page, "/municipality/LV-041")
            _take(page, "profile-lv")


def _take(page: Page, name: str) -> None:
    page.wait_for_function("() => document.fonts.status === 'loaded'")
    picture = base64.b64encode(page.screenshot()).decode()
    colours = base64.b64decode(page.evaluate(COLOURS, picture))
    (FOLDER / f"{name}.png").write_bytes(_png(colours))
    print(f"docs/img/{name}.png")


def _png(colours: bytes) -> bytes:
    """A PNG without row filters: of flat areas it is a fifth smaller than the browser's own."""
    row = 3 * WIDTH
    rows = b"".join(b"\0" + colours[at : at + row] for at in range(0, len(colours), row))
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)


if __name__ == "__main__":
    main()
