"""The catalogue: `Words("lv")("map.search")` gives the text of a key in one language.

The catalogue speaks of the study of 2016, with which the program comes; what is not true of any
other survey has other words under `of_survey`, by the same key.

A key names the tables from outside in. An entry is a text with `{placeholders}`, or a table of
plural forms (zero, one, other) from which the count `n` chooses by CLDR's category.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from dashboard.i18n.locales import LANGUAGES, decimal, locale_of, plural_category

__all__ = ["LANGUAGES", "OF_SURVEY", "PLURALS", "STUDY", "Words", "catalogue"]

YEAR = "year"
STUDY = "2016"  # the wave of the ombudsman's study
OF_SURVEY = "of_survey."  # before a key: its words for any other wave
PLURALS = frozenset({"zero", "one", "other"})


def _flatten(table: dict[str, Any], prefix: str) -> dict[str, str | dict[str, str]]:
    entries: dict[str, str | dict[str, str]] = {}
    for name, entry in table.items():
        if isinstance(entry, dict) and not PLURALS.issuperset(entry):
            entries |= _flatten(entry, f"{prefix}{name}.")
        else:
            entries[prefix + name] = entry
    return entries


@cache
def catalogue(lang: str) -> dict[str, str | dict[str, str]]:
    """Every entry of a language by its full key; read once per process."""
    locale_of(lang)  # refuses an unknown language with a sentence instead of a missing file
    text = files("dashboard.i18n").joinpath(f"{lang}.toml").read_text(encoding="utf-8")
    return _flatten(tomllib.loads(text), "")


@cache
def _of_any_survey(lang: str) -> dict[str, str | dict[str, str]]:
    entries = catalogue(lang)
    others = {
        key.removeprefix(OF_SURVEY): entry
        for key, entry in entries.items()
        if key.startswith(OF_SURVEY)
    }
    return entries | others


class Words:
    """The words of one language. Callable with a key and the values of its placeholders.

    `wave` is the survey that is spoken of, "" several: of the study they say so, of any other
    survey what is true of each.
    """

    def __init__(self, lang: str, wave: str = STUDY) -> None:
        self.lang = lang
        self._entries = catalogue(lang) if wave == STUDY else _of_any_survey(lang)

    def __contains__(self, key: str) -> bool:
        return key in self._entries

    def __call__(self, key: str, **values: str | int) -> str:
        """The text of a key. Raises KeyError naming key and language where one is missing."""
        entry = self._entries.get(key)
        if entry is None:
            raise KeyError(f"no words for {key!r} in {self.lang!r}")
        if isinstance(entry, dict):
            entry = self._plural(key, entry, values.get("n"))
        shown = {name: self._shown(name, value) for name, value in values.items()}
        try:
            return entry.format_map(shown)
        except KeyError as missing:
            raise KeyError(f"{key!r} in {self.lang!r} needs a value for {missing}") from None

    def forms(self, key: str) -> dict[str, str]:
        """The plural forms of a count by CLDR's category, for counts that a browser makes."""
        entry = self._entries[key]
        if isinstance(entry, str):
            raise TypeError(f"{key!r} in {self.lang!r} has no plural forms")
        return entry

    def _shown(self, name: str, value: str | int) -> str:
        # A year is a name: "2,016" would be a count.
        return str(value) if isinstance(value, str) or name == YEAR else decimal(value, self.lang)

    def _plural(self, key: str, forms: dict[str, str], n: str | int | None) -> str:
        if not isinstance(n, int):
            raise KeyError(f"{key!r} in {self.lang!r} needs a count n to choose its plural form")
        return forms[plural_category(n, self.lang)]
