"""Makes the pictures that links carry along: `make share-pictures` writes dashboard/assets/share/.

The server rasterises nothing: Chromium draws the sheets once, here. Beside the pictures stands what
they were made of, by which a test notices that they are stale.
"""

import hashlib
from pathlib import Path

from playwright.sync_api import Page

from dashboard.database import Database, Edition
from dashboard.figures.share_sheet import HEIGHT, WIDTH, neutral_sheet, share_sheet
from dashboard.i18n.translate import LANGUAGES, Words
from dashboard.map_sheets import read_sheet
from dashboard.settings import read_settings
from dashboard.share_links import FOLDER, MADE_OF, neutral_name, picture_name, values_shown
from dashboard.state import INDICATORS, ViewState
from tests.browser.pictures import decoded
from tests.browser.serving import chromium
from tests.fonts import font_faces
from tests.png import palette_png

PAGE = "<style>{faces} body {{ margin: 0 }} svg {{ display: block }}</style>{sheet}"


STATES = [ViewState(indicator=one, lang=lang) for one in INDICATORS for lang in LANGUAGES]
NO_VALUES = "-"


def sheets(edition: Edition) -> dict[str, str]:
    """The name of each picture, and the SVG that it is made of."""
    drawn = {picture_name(one): share_sheet(read_sheet(edition, one)) for one in STATES}
    for lang in LANGUAGES:
        w = Words(lang)
        drawn[neutral_name(lang)] = neutral_sheet(w("site.name"), w("site.description"), lang)
    return drawn


def made_of(edition: Edition) -> str:
    """A line a picture: the SHA-256 of its sheet, that of the values it shows, its name."""
    values = {picture_name(one): values_shown(edition, one) for one in STATES}
    return "".join(
        f"{hashlib.sha256(svg.encode()).hexdigest()} {values.get(name, NO_VALUES)} {name}\n"
        for name, svg in sheets(edition).items()
    )


def main() -> None:
    """Draw every picture from the database that is built."""
    edition = Database(read_settings().database).edition()
    FOLDER.mkdir(exist_ok=True)
    with chromium() as browser:
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        for name, svg in sheets(edition).items():
            (FOLDER / name).write_bytes(_drawn(page, svg))
            print(Path(FOLDER.name) / name)
    MADE_OF.write_text(made_of(edition), encoding="utf-8")


def _drawn(page: Page, svg: str) -> bytes:
    page.set_content(PAGE.format(faces=font_faces(), sheet=svg))
    page.wait_for_function("document.fonts.status === 'loaded'")
    picture = decoded(page, page.screenshot())
    return palette_png(picture.width, picture.colours)


if __name__ == "__main__":
    main()
