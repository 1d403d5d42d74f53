"""The pages hold together: links, pictures, versions, what is made of the program."""

import re
import tomllib
from pathlib import Path

import pytest

from docs.make_data_model import PAGE, page
from etl.build import ROOT, STUDY
from tests.docs.markdown import PAGES, README


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_links_lead_to_files_and_headings_that_exist(path: Path) -> None:
    text = re.sub(r"```.*?```", "", path.read_text("utf-8"), flags=re.DOTALL)
    broken = []
    for target in re.findall(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)", text):
        if target.startswith(("http://", "https://")):
            continue
        file, _, anchor = target.partition("#")
        aim = (path.parent / file).resolve() if file else path
        if not aim.exists() or (anchor and anchor not in anchors(aim)):
            broken.append(target)
    assert broken == []


def anchors(path: Path) -> set[str]:
    headings = re.findall(r"^#+ (.*)$", path.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_pictures_exist_and_have_a_text(path: Path) -> None:
    pictures = re.findall(r"!\[([^\]]*)\]\(([^)\s]+)\)", path.read_text("utf-8"))
    assert [target for text, target in pictures if not text] == []
    assert [target for _, target in pictures if not (path.parent / target).is_file()] == []


def test_the_data_model_is_that_of_the_schema() -> None:
    assert PAGE.read_text("utf-8") == page(), "stale: run python docs/make_data_model.py"


def test_versions_agree() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    citation = (ROOT / "CITATION.cff").read_text("utf-8")
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert f'version: "{version}"\n' in citation
    assert re.findall(r"^## \[(.*?)\]", changes, re.MULTILINE)[0] == version


def test_the_citation_is_that_of_the_study() -> None:
    wave = tomllib.loads((STUDY / "wave.toml").read_text("utf-8"))
    citation = (ROOT / "CITATION.cff").read_text("utf-8")
    reference = citation.partition("references:")[2]
    title = re.search(r'title: "(.*)"', reference)
    assert title
    assert title[1] in wave["citation_lv"]
    assert title[1] in README.read_text("utf-8")
    assert f"data version {wave['revision']}" in reference


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    records = {path.name for path in folder.glob("[0-9]*.md")}
    listed = set(re.findall(r"\]\((\d{4}-[^)]*)\)", (folder / "README.md").read_text("utf-8")))
    assert listed == records
