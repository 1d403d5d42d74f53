"""Takes the pictures of the documentation anew: `make shots` writes them to docs/img/."""

import tempfile
from pathlib import Path

from playwright.sync_api import Page

from dashboard.settings import read_settings
from tests.browser import verbs
from tests.browser.pictures import decoded
from tests.browser.serving import chromium, served
from tests.png import png

FOLDER = Path(__file__).parent.parent / "docs" / "img"
WIDTH, HEIGHT = 1440, 900


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
    page.wait_for_function("document.fonts.status === 'loaded'")
    picture = decoded(page, page.screenshot())
    (FOLDER / f"{name}.png").write_bytes(png(picture.width, picture.colours))
    print(f"docs/img/{name}.png")


if __name__ == "__main__":
    main()
