"""The words of people's own files: headings, types, yes and no, as `vocabulary.toml` lists them."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from etl.faults import LANGUAGES, InBoth, Several
from etl.replies.plain_text import fold, plain

FILE = Path(__file__).with_name("vocabulary.toml")
FORMS = Path(__file__).with_name("template.toml")


@cache
def _lists() -> dict[str, dict[str, list[str]]]:
    lists: dict[str, Any] = tomllib.loads(FILE.read_text("utf-8"))
    return lists


@cache
def fields() -> dict[str, str]:
    """Folded heading → field."""
    return {fold(text): field for field, texts in _lists()["fields"].items() for text in texts}


def headings_of(field: str) -> list[str]:
    """The headings of a field as they are written, the code first."""
    return _lists()["fields"][field]


@cache
def form_words(lang: str) -> dict[str, Any]:
    """The words of the forms that the template writes, in a language."""
    words: dict[str, Any] = tomllib.loads(FORMS.read_text("utf-8"))[lang]
    return words


@cache
def shown(field: str) -> InBoth:
    """The heading of a field as the forms of the template have it, in both languages."""
    return InBoth(*(Several([form_words(lang)["headings"][field]]) for lang in LANGUAGES))


@cache
def types() -> dict[str, str]:
    """Folded word → institution type."""
    return {fold(text): code for code, texts in _lists()["types"].items() for text in texts}


@cache
def decision_words(table: str) -> dict[str, str]:
    """Folded text → field, of the headings (`decisions`) or `placeholders` of a decisions file."""
    return {fold(text): field for field, texts in _lists()[table].items() for text in texts}


def decision_texts(table: str, lang: str) -> dict[str, str]:
    """Field → text, likewise, in a language."""
    return {field: texts[lang == "lv"] for field, texts in _lists()[table].items()}


@cache
def wave_keys() -> dict[str, str]:
    """Folded word → key of wave.toml."""
    return {fold(text): key for key, texts in _lists()["wave_keys"].items() for text in texts}


@cache
def question_columns() -> dict[str, str]:
    """Folded heading → column of the sheet of a wave's own questions."""
    return _by_text("question_columns")


@cache
def question_kinds() -> dict[str, str]:
    """Folded word → whether a question takes "one" answer or "several"."""
    return _by_text("question_kinds")


def _by_text(table: str) -> dict[str, str]:
    return {fold(text): code for code, texts in _lists()[table].items() for text in texts}


@cache
def folded(table: str, key: str) -> frozenset[str]:
    """A list of words, folded; what is nothing but punctuation is not in it."""
    return frozenset(fold(text) for text in _lists()[table][key]) - {""}


@cache
def signs(key: str) -> frozenset[str]:
    """A list of `words` as they are written, in small letters, signs included."""
    return frozenset(plain(text).casefold() for text in _lists()["words"][key])


def is_ignored_sheet(name: str) -> bool:
    """Whether the name says that a sheet holds notes or lists."""
    return f"{fold(name)} ".startswith(tuple(f"{word} " for word in folded("ignored", "sheets")))


def begins_with(text: str, key: str) -> bool:
    """Whether a text begins with one of the `words` of a list, as whole words."""
    return f"{fold(text)} ".startswith(tuple(f"{word} " for word in folded("words", key)))
