"""What a build says while it works and when it is done, in Latvian and English: see `said.toml`."""

import json
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.numbers import format_decimal

from etl.faults import LANGUAGES, Fact, Facts, InBoth, Several, in_language
from etl.problems import Problem

FILE = Path(__file__).with_name("said.toml")


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that is said: a code of `said.toml` and the facts that fill its braces.

    `stage` names the stage of a build that it belongs to, "" for none; such a line begins with
    the stage's name, and with its `seconds` where it has ended.
    """

    code: str
    facts: Facts = field(default_factory=dict, hash=False)
    stage: str = ""
    seconds: float | None = None

    def text(self, lang: str = "en") -> str:
        """The line that a person reads in Latvian (lv) or English (en)."""
        told = self.counted(lang)
        if not self.stage:
            return told
        name = f"{stage_name(self.stage, lang):<10}"
        return f"{name}{told}" if self.seconds is None else f"{name}{self.seconds:6.2f} s   {told}"

    def counted(self, lang: str = "en") -> str:
        """The same without the stage and its time."""
        text = catalogue()[self.code][lang]
        facts = in_language(self.facts, lang)
        if isinstance(text, dict):
            text = text[Locale(lang).plural_form(int(f"{facts['n']}"))]
        told: str = text.format_map(facts)
        return told

    def as_json(self) -> str:
        """The line for a program that shows it in either language.

        Its keys: `code`, `stage`, `seconds`, lv, en.
        """
        told = {"code": self.code, "stage": self.stage, "seconds": self.seconds}
        return json.dumps(told | {lang: self.counted(lang) for lang in LANGUAGES})

    def __str__(self) -> str:
        return self.text()


Say = Callable[[Said], None]


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text("utf-8"))


def catalogue() -> dict[str, dict[str, Any]]:
    """Code → language → text, or its plural forms."""
    texts: dict[str, dict[str, Any]] = _file()["said"]
    return texts


def stage_name(stage: str, lang: str) -> str:
    """What a stage of a build is called."""
    name: str = _file()["stage"][stage][lang]
    return name


def unit_name(unit: str) -> str:
    """What the unit of a published total is called in Latvian."""
    name: str = _file()["unit"][unit]
    return name


def in_each(text: Callable[[str], str]) -> InBoth:
    """A fact that `text` makes for each language."""
    return InBoth(*(Several([text(lang)]) for lang in LANGUAGES))


def grouped(number: int) -> Fact:
    """A large number with its thousands apart."""
    return in_each(lambda lang: format_decimal(number, locale=lang))


def joined(parts: list[Said]) -> Said:
    """Several things on one line, with commas between."""
    return Said("told", {"text": in_each(lambda lang: ", ".join(p.text(lang) for p in parts))})


def of_problem(problem: Problem) -> Said:
    """A problem that is told and refuses nothing."""
    return Said("notice", {"text": in_each(problem.sentence)})
