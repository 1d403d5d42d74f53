"""The assets that components lean on."""

import hashlib
import re
from pathlib import Path

import pytest

ASSETS = Path(__file__).parents[3] / "dashboard" / "assets"
STYLES = "".join(path.read_text(encoding="utf-8") for path in sorted(ASSETS.glob("*.css")))


@pytest.mark.parametrize("path", sorted(ASSETS.glob("*/*.min.js")), ids=lambda path: path.name)
def test_a_bundle_is_the_one_that_its_readme_describes(path: Path) -> None:
    built = hashlib.sha256(path.read_bytes()).hexdigest()
    assert built in (path.parent / "README.md").read_text(encoding="utf-8")


def test_every_font_file_of_the_tokens_is_there() -> None:
    files = re.findall(r"url\((fonts/[^)]+)\)", STYLES)
    assert len(files) == 2
    assert all((ASSETS / file).is_file() for file in files)


@pytest.mark.parametrize("path", sorted(ASSETS.glob("*.js")), ids=lambda path: path.name)
def test_no_script_writes_html_or_leaves_the_host(path: Path) -> None:
    script = path.read_text(encoding="utf-8")
    assert "innerHTML" not in script
    assert not re.search(r"https?://(?!www\.w3\.org)", script)


def test_every_variable_in_use_is_defined() -> None:
    used = set(re.findall(r"var\((--[\w-]+)\)", STYLES))
    defined = set(re.findall(r"(--[\w-]+):", STYLES))
    assert used <= defined
