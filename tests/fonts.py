"""The page's own fonts for a page that stands alone: as data in its stylesheet."""

import base64
import re
from pathlib import Path

ASSETS = Path(__file__).parents[1] / "dashboard" / "assets"
FACE = re.compile(r"@font-face\s*{[^}]*}")
FILE = re.compile(r"url\(([^)]+\.woff2)[^)]*\)")


def font_faces() -> str:
    """The rules `@font-face` of all stylesheets, the files in them."""
    return "\n".join(_filled(path) for path in sorted(ASSETS.glob("*.css")))


def _filled(sheet: Path) -> str:
    rules = "\n".join(FACE.findall(sheet.read_text(encoding="utf-8")))
    return FILE.sub(lambda found: f"url({_data(sheet.parent / found[1])})", rules)


def _data(path: Path) -> str:
    return f"data:font/woff2;base64,{base64.b64encode(path.read_bytes()).decode()}"
