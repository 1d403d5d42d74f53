"""The catalogue of faults: what is said of each, in Latvian and English.

Words stand in `faults.toml`, those of a boundary file in `geodata/faults.toml`, and those of a
check in the header of its query.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import queries
from geodata import faults as geodata_faults
from geodata.faults import Several

__all__ = ["BOUNDARIES", "CHECKS", "LANGUAGES", "Fact", "Facts", "InBoth", "Several", "texts"]
FILE = Path(__file__).with_name("faults.toml")
CHECKS = "checks/"
BOUNDARIES = "boundaries/"
LANGUAGES = ("lv", "en")
# The lines of a check's header that hold its texts.
_HEADER = {
    "rule_en": "Offender",
    "remedy_en": "Do",
    "rule_lv": "Offender (lv)",
    "remedy_lv": "Do (lv)",
}


@dataclass(frozen=True, slots=True)
class InBoth:
    """A fact that has words of its own in each language, such as the labels of answers."""

    lv: Several
    en: Several


Fact = str | int | Several | InBoth
Facts = Mapping[str, Fact]


def in_words(key: str, **values: Fact) -> InBoth:
    """A piece of a sentence that stands among `words`, as a fact."""
    told = (words(lang)[key].format_map(in_language(values, lang)) for lang in LANGUAGES)
    return InBoth(*(Several([one]) for one in told))


def quoted(texts_lv: Iterable[str], texts_en: Iterable[str]) -> InBoth:
    """Lists of words in the quotation marks of each language, unless they stand in some."""

    def marked(text: str, lang: str) -> str:
        inside = text.startswith(("„", "“")) and text.endswith(("”", "“"))
        told: str = text if inside else words(lang)["value"].format(value=text)
        return told

    return InBoth(
        Several(marked(text, "lv") for text in texts_lv),
        Several(marked(text, "en") for text in texts_en),
    )


def in_language(facts: Facts, lang: str) -> dict[str, str | int | Several]:
    """The facts as Latvian (lv) or English (en) tells them."""
    return {
        name: (fact.lv if lang == "lv" else fact.en) if isinstance(fact, InBoth) else fact
        for name, fact in facts.items()
    }


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """Fault → the four texts: rule_lv, remedy_lv, rule_en, remedy_en."""
    told: dict[str, dict[str, str]] = _file()["fault"]
    return told


@cache
def words(lang: str) -> dict[str, Any]:
    """The words of a sentence around the fault: sheet, row, column, number of problems."""
    spoken: dict[str, Any] = _file()["words"][lang]
    return spoken


@cache
def texts(fault: str) -> dict[str, str]:
    """The four texts of a fault, also of a check and of a boundary file.

    Those are named `checks/<query>` and `boundaries/<fault>`.

    Raises KeyError for a fault that has no words.
    """
    if fault.startswith(CHECKS):
        return _of_check(fault)
    if fault.startswith(BOUNDARIES):
        told = geodata_faults.catalogue()[fault.removeprefix(BOUNDARIES)]
        return {part: _without_stop(part, text) for part, text in told.items()}
    return catalogue()[fault]


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text("utf-8"))


def _of_check(name: str) -> dict[str, str]:
    lines = {}
    for line in queries.header(name).splitlines():
        key, colon, text = line.partition(": ")
        if colon:
            lines[key] = text
    told = {}
    for part, key in _HEADER.items():
        text = lines[key]
        told[part] = _without_stop(part, text)
        if part.startswith("remedy"):
            told[part] = f"{text[:1].upper()}{text[1:]}"
    return told


def _without_stop(part: str, text: str) -> str:
    return text.rstrip(".") if part.startswith("rule") else text
