"""Takes the pictures of the documentation anew: `make shots` writes them to docs/img/."""

import tempfile
from pathlib import Path

from playwright.sync_api import Page

from dashboard.settings import read_settings
from tests.browser import verbs
from tests.browser.pixels import read_png
from tests.browser.serving import chromium, served
from tests.png import palette_png

FOLDER = Path(__file__).parent.parent / "docs" / "img"
WIDTH, HEIGHT = 1440, 900
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
    file.write_bytes(palette_png(WIDTH, colours))
    print(f"docs/img/{name}.png, {file.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
