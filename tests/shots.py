"""Takes the pictures of the documentation anew: `make shots` writes them to docs/img/."""

import tempfile
from pathlib import Path

from playwright.sync_api import Page

from dashboard.settings import read_settings
from tests.browser import verbs
from tests.browser.serving import chromium, served

FOLDER = Path(__file__).parent.parent / "docs" / "img"
SIZE = {"width": 1440, "height": 900}


def main() -> None:
    """Serve the database that is built and photograph map and profile of Jelgavas novads."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        server = served(read_settings().database, Path(folder) / "log")
        with server as address, chromium() as browser:
            page = browser.new_page(base_url=address, viewport=SIZE, reduced_motion="reduce")
            verbs.open_map(page, "municipality=LV-041")
            _take(page, "map-lv")
            verbs.open_page(page, "/municipality/LV-041")
            _take(page, "profile-lv")


def _take(page: Page, name: str) -> None:
    page.evaluate("document.fonts.ready")
    page.screenshot(path=FOLDER / f"{name}.png")
    print(f"docs/img/{name}.png")


if __name__ == "__main__":
    main()
