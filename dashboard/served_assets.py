"""Our own scripts and styles as two files, and the files that they name, for a browser to keep.

Each address carries a hash of the content: what is kept is never asked for again, and what has
changed has a new address. The files stay apart in `assets/`, where they are read and written.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from flask import Flask, Response, request

FOR_GOOD = "public, max-age=31536000, immutable"
FOLDER = Path(__file__).parent / "assets"
APART = {"embed.css"}  # of /embed, which is no page of Dash's
FIRST = "tokens.css"  # the values that all other styles refer to
AT = "/assets/"  # Dash's own address for the folder, so that relative addresses lead on
TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
NAMED = (
    "*.svg",
    "fonts/*.woff2",
    "plotly/*.js",
    "load/*.js",
)  # files that are asked for one by one


@dataclass(frozen=True, slots=True)
class ServedAssets:
    """The files by their addresses; `named` leads from a name in the folder to its address."""

    files: Mapping[str, bytes]
    named: Mapping[str, str]
    script: str
    style: str

    @property
    def addresses(self) -> frozenset[str]:
        """All addresses, also those without a hash, which Dash answers from the folder."""
        return frozenset(self.files) | {AT + name for name in self.named}


def read_assets(folder: Path = FOLDER) -> ServedAssets:
    """Read the folder once; a file that changes later is not noticed."""
    paths = sorted(path for pattern in NAMED for path in folder.glob(pattern))
    contents = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    named = {name: AT + _hashed(name, content) for name, content in contents.items()}
    libraries, own = sorted(folder.glob("d3/*.js")), sorted(folder.glob("*.js"))
    script = _with_names(_joined([*libraries, *own], ";\n"), named)
    ours = (path for path in folder.glob("*.css") if path.name not in APART)
    styles = sorted(ours, key=lambda path: (path.name != FIRST, path.name))
    style = _with_addresses(_joined(styles, "\n"), named)
    script_at, style_at = AT + _hashed("app.js", script), AT + _hashed("app.css", style)
    files = {named[name]: content for name, content in contents.items()}
    return ServedAssets(files | {script_at: script, style_at: style}, named, script_at, style_at)


def _joined(paths: Iterable[Path], between: str) -> bytes:
    return between.join(path.read_text(encoding="utf-8") for path in paths).encode()


def _with_addresses(style: bytes, named: Mapping[str, str]) -> bytes:
    """The style with the address of each file that it names; data and anchors stay as they are."""
    return re.sub(
        r"url\((?![\"'#])([^)]+)\)", lambda found: f"url({named[found[1]]})", style.decode()
    ).encode()


def _with_names(script: bytes, named: Mapping[str, str]) -> bytes:
    """The script with the address of each file that it names as 'assets/…'."""
    return re.sub(
        r"'assets/([^']+)'", lambda found: f"'{named[found[1]]}'", script.decode()
    ).encode()


def _hashed(name: str, content: bytes) -> str:
    stem, _, ending = name.rpartition(".")
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:12]}.{ending}"


def preloads(assets: ServedAssets) -> str:
    """Links to the fonts: every page has headlines in one and all else in the other."""
    return "".join(
        f'<link rel="preload" as="font" type="font/woff2" crossorigin href="{address}">\n'
        for name, address in assets.named.items()
        if name.endswith(".woff2")
    )


def add_served_assets(server: Flask, assets: ServedAssets) -> None:
    """Register the addresses of the files; let Dash's own scripts be kept as long."""
    for address, content in assets.files.items():
        server.add_url_rule(address, address, _view(content, TYPES[Path(address).suffix]))
    server.after_request(_kept_if_fingerprinted)


def _view(content: bytes, mimetype: str) -> Callable[[], Response]:
    return lambda: Response(content, mimetype=mimetype, headers={"Cache-Control": FOR_GOOD})


def _kept_if_fingerprinted(response: Response) -> Response:
    """Dash lets the scripts with a fingerprint be kept for a year, but asked for at a reload."""
    if request.path.startswith("/_dash-component-suites/") and response.cache_control.max_age:
        response.headers["Cache-Control"] = FOR_GOOD
    return response
